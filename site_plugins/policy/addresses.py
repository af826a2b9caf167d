"""Where a translation's links lead: a number to call that is not the source's is another's."""

import re
from collections.abc import Iterator

from site_plugins.policy.agreement import Everywhere
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.fact_values import phone_value
from site_plugins.policy.facts import FactKind
from site_plugins.policy.languages import Language
from site_plugins.policy.passages import laid_out
from site_plugins.problems import Problem, Severity

_SCHEME = re.compile(r"(https?|mailto|tel):(.*)", re.IGNORECASE | re.DOTALL)


def strange_addresses(
    source: Explainer, translation: Translation, _language: Language
) -> list[Problem]:
    """An error for a phone or mail address that the source has not, a warning for a web page.

    Words may show one number while the link calls another.
    """
    known = {link.target for link in source.body.links} if translation.body.links else set()
    return [
        Problem(translation.path, link.line, 0, severity, f"{message}: {link.target}", hint)
        for link in dict.fromkeys(translation.body.links)
        if link.target not in known
        for severity, message, hint in _faults(link.target, source)
    ]


def _faults(target: str, source: Explainer) -> Iterator[tuple[Severity, str, str]]:
    scheme, rest = _parts(target)
    if scheme == "tel" and not _is_phone_of(source, rest):
        yield Severity.ERROR, "bài gốc không có số điện thoại này", "sửa liên kết theo bài gốc"
    elif scheme == "mailto" and rest.partition("?")[0] not in _words(source):
        yield Severity.ERROR, "bài gốc không có địa chỉ thư này", "sửa liên kết theo bài gốc"
    elif scheme.startswith("http") and target not in _words(source):
        hint = "mở ra xem có đúng trang cần dẫn không"
        yield Severity.WARNING, "liên kết không có trong bài gốc", hint


def _parts(target: str) -> tuple[str, str]:
    found = _SCHEME.fullmatch(target)
    return (found[1].lower(), found[2]) if found else ("", "")


def _is_phone_of(source: Explainer, number: str) -> bool:
    facts = Everywhere(source, laid_out(source)).facts
    phones = {fact.value for fact in facts if fact.kind is FactKind.PHONE}
    short = re.compile(rf"(?<!\d){re.escape(number)}(?!\d)")
    return phone_value(number) in phones or bool(number and short.search(_words(source)))


def _words(source: Explainer) -> str:
    """All that the source declares and says."""
    meta = source.meta
    urls = [basis.url for basis in meta.legal_basis] + [entry.url for entry in meta.sources]
    contact = meta.contact.phone if meta.contact else None
    blocks = (block.text for block in source.body.blocks)
    return "\n".join([*filter(None, (*urls, contact)), *blocks, *source.body.notes])
