"""What a kit has to say about itself when it comes back, as one code that programs leave alone."""

import base64
import binascii
import hashlib
import json
import re
import unicodedata
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from pydantic import TypeAdapter, ValidationError

from site_plugins.translation.model import Kit, NotAKitError, Unit, UnitState

_OPENING = "[bo-dich:"
_CODE = re.compile(re.escape(_OPENING) + r"([A-Za-z0-9+/=]+)\]")
_GROUP = 8
_MOST = 100_000
_MOST_CODES = 10


@dataclass(frozen=True)
class KitCode:
    """The explainer, the language and the source's digests by section that a kit was made from.

    `given` has the `trace` of each translation that stood in a cell already, by the unit's id.
    """

    slug: str
    tag: str
    sections: Mapping[str, str]
    given: Mapping[str, str] = field(default_factory=dict)


_ADAPTER = TypeAdapter(KitCode)


def code_of(kit: Kit) -> str:
    """`[bo-dich: eJwrTk… …]`: letters, figures, + / = in groups, with a checksum among them.

    White space in it, added or lost, changes nothing.
    """
    given = {unit.id: trace(unit.target) for unit in kit.units if _is_old(unit)}
    data = {"slug": kit.slug, "tag": kit.tag, "sections": dict(kit.sections), "given": given}
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    text = base64.b64encode(zlib.compress(plain, 9)).decode()
    groups = (text[at : at + _GROUP] for at in range(0, len(text), _GROUP))
    return f"{_OPENING} {' '.join(groups)}]"


def _is_old(unit: Unit) -> bool:
    return bool(unit.target) and unit.state is not UnitState.NEW


_QUOTES = "'`\"\u00b4\u02bb\u02bc\u2032"
_UNSEEN = {"Zs", "Cf", "Cc", "Pi", "Pf", "Pd"}


def trace(text: str) -> str:
    """Four letters that tell whether a text was touched, whatever programs did to its signs.

    White space, quotes, dashes and what nobody sees count for nothing.
    """
    folded = unicodedata.normalize("NFKC", text)
    plain = (c for c in folded if c not in _QUOTES and unicodedata.category(c) not in _UNSEEN)
    return base64.b64encode(hashlib.sha256("".join(plain).encode()).digest()[:3]).decode()


def read_code(*texts: str) -> KitCode:
    """The code that stands in the first text that has one whole.

    Raises:
        NotAKitError: there is none, it is damaged, or there are several.
    """
    for text in texts:
        codes = dict.fromkeys(_CODE.findall("".join(text.split())))
        whole = {plain for code in islice(codes, _MOST_CODES) if (plain := _decoded(code))}
        if len(whole) > 1:
            raise NotAKitError(_SEVERAL)
        for plain in whole:
            return _validated(plain)
    raise NotAKitError(_NONE)


_NONE = (
    "không tìm thấy mã của bộ dịch (đoạn [bo-dich: …]), hoặc mã đã bị sửa: "
    "hãy chép các ô đã dịch vào một bộ dịch mới tải về"
)
_SEVERAL = "tệp có mã của nhiều bộ dịch khác nhau: hãy gửi mỗi bộ một tệp"


def _decoded(code: str) -> bytes | None:
    """The checked content of a code, never more than `_MOST` bytes; None for a damaged one."""
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(base64.b64decode(code, validate=True), _MOST)
    except (binascii.Error, zlib.error):
        return None
    return plain if unpacker.eof else None


def _validated(plain: bytes) -> KitCode:
    try:
        return _ADAPTER.validate_json(plain)
    except ValidationError:
        raise NotAKitError(_NONE) from None
