"""The kit as a PO file, for those who work with OmegaT, Weblate or Poedit."""

from collections.abc import Iterable

from babel.messages.catalog import Catalog
from babel.messages.pofile import generate_po, normalize

from site_plugins.translation.kit_code import code_of
from site_plugins.translation.model import Filled, Kit, Term, Unit, UnitState
from site_plugins.translation.phrases import Phrases, vietnamese_spelling
from site_plugins.translation.po_reading import OLD_TARGET, read_po_kit

_UNWRAPPED = 1_000_000
"""Babel breaks a previous msgid in the middle of its quotes wherever it wraps at all."""


class PoKit:
    """One entry a unit: msgctxt is its id, `#|` the wording before, fuzzy what has changed."""

    suffix = "po"

    def write(self, kit: Kit) -> bytes:
        """UTF-8 with line feeds; no date, so that the same kit gives the same bytes."""
        catalog = Catalog()
        terms = Phrases(((term.source, term) for term in kit.terms), vietnamese_spelling)
        for unit in kit.units:
            said = dict.fromkeys(found.value for found in terms.longest(unit.source))
            _add(
                catalog, unit, [_heading(kit, unit), *_facts(unit), *map(_term, said), *_old(unit)]
            )
        entries = generate_po(catalog, omit_header=True, include_previous=True, width=_UNWRAPPED)
        return "".join([_header(kit), *entries]).encode()

    def read(self, name: str, data: bytes) -> Filled:
        """Entries that are still fuzzy are not taken, unless they are old and untouched."""
        return read_po_kit(name, data)


def _add(catalog: Catalog, unit: Unit, comments: Iterable[str]) -> None:
    message = catalog.add(
        unit.source,
        unit.target,
        auto_comments=tuple(comments),
        previous_id=(unit.before,) if unit.before else (),
        context=unit.id,
    )
    # Babel takes "5 % số hộ" and {1} for Python formats; tools would then check them as such.
    message.flags = {"fuzzy"} if _is_old(unit) else set()


def _heading(kit: Kit, unit: Unit) -> str:
    """What the unit is; reading back takes number and kind from it, and an id that is lost."""
    heading = kit.headings.get(unit.section, unit.section)
    return f"{unit.number} · {unit.kind} · {unit.state} · mục «{heading}» · [{unit.id}]"


def _facts(unit: Unit) -> list[str]:
    return [f"giữ đúng: {'; '.join(unit.facts)}"] if unit.facts else []


def _term(term: Term) -> str:
    explained = f" ({term.explanation})" if term.explanation else ""
    return f"thuật ngữ: {term.source} = {term.agreed or 'chưa thống nhất'}{explained}"


def _old(unit: Unit) -> list[str]:
    return [f"{OLD_TARGET}{unit.target}"] if _is_old(unit) else []


def _is_old(unit: Unit) -> bool:
    """Whether its translation was made from another wording."""
    return unit.state is UnitState.CHANGED and bool(unit.target)


def _header(kit: Kit) -> str:
    title = f"{kit.title} – {kit.language.name}, bản {kit.version}"
    remarks = "".join(f"# {_folded(line)}\n" for line in (title, *_HOW, *kit.notes))
    fields = {
        "Project-Id-Version": f"{kit.file_stem} {kit.version}",
        "Last-Translator": kit.translator,
        "Language-Team": kit.language.name,
        "Language": kit.language.full_tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Orthography": kit.orthography,
        "X-Kit": code_of(kit),
    }
    text = "".join(f"{key}: {_folded(value)}\n" for key, value in fields.items())
    return f'{remarks}msgid ""\nmsgstr {normalize(text)}\n\n'


_HOW = (
    "Số, ngày, tiền, số điện thoại, số hiệu văn bản phải giữ đúng như bản tiếng Việt.",
    "Dấu {1} và {/1} bao quanh chữ được tô đậm hoặc có liên kết: giữ lại ở chỗ tương ứng.",
    "Dấu {1/} đứng một mình là chỗ có chú thích hoặc ảnh: để vào chỗ tương ứng.",
    "Mục fuzzy là mục có bài gốc đã đổi: dịch lại, hoặc bỏ dấu fuzzy nếu bản dịch vẫn đúng.",
    "Không sửa dòng X-Kit.",
)


def _folded(text: str) -> str:
    return " ".join(text.split())
