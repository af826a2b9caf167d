"""The symbols after a document's number taken apart: type, issuer, drafting unit.

`QĐ-UBND`, `UBND-TH`, `TTLT-BTC-BNV`, `HDBTTTT`; and where they end, for what stands behind a dash
or a dot may be the next word of the text (`12/QĐ-UBND - Ban Chỉ đạo`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from site_plugins.spoken.engine import Manner
from site_plugins.spoken.vi.document_types import type_name
from site_plugins.spoken.vi.issuers import authority, issuer

_UNIT = r"[A-Za-zĐđƯư][A-Za-zĐđƯư0-9&]{0,15}"
_MARK = r" {0,3}[-–]\s{0,3}| ?[/.,]"
TAIL = rf"(?P<symbols>{_UNIT}(?:(?:{_MARK}){_UNIT}){{0,6}})(?!\w)"
_PART = re.compile(rf"(?P<mark>{_MARK})?(?P<unit>{_UNIT})")
_DRAFTING = re.compile(r"(?![A-ZĐ][a-zđư]{2})[A-ZĐƯ][A-Za-zĐđƯư0-9&]*\Z")
_JOINT = re.compile("liên|phối hợp")


@dataclass(frozen=True)
class Symbols:
    """`unknown` is the issuer's symbol that nothing explains; `end` is where they end."""

    kind: str
    issuers: tuple[str, ...]
    unknown: str
    end: int
    symbol: str = ""

    @property
    def issuer(self) -> str:
        """All who issue it, as they are said; `symbol` is that of the first."""
        *others, last = self.issuers or ("",)
        return f"{', '.join(others)} và {last}" if others else last


@dataclass(frozen=True)
class _Part:
    mark: str
    unit: str
    end: int

    @property
    def tight(self) -> bool:
        """A dash, without a space but that of a line's end."""
        return self.mark in {"-", "–", "-\n", "–\n", "-\n ", "- \n"}


def told_apart(match: re.Match[str], manner: Manner, kind: str = "") -> Symbols:
    """The symbols of a match of `TAIL`; `kind` is the type when it stands before them."""
    parts = [
        _Part(found["mark"] or "", found["unit"], match.start("symbols") + found.end())
        for found in _PART.finditer(match["symbols"])
    ]
    if kind:
        return _issued(kind, parts, manner)
    return _glued(parts, manner) or _typed(parts, manner) or _issued("", parts, manner)


def _typed(parts: Sequence[_Part], manner: Manner) -> Symbols | None:
    kind = type_name(parts[0].unit)
    if not kind:
        return None
    if len(parts) == 1 or not _goes_on(parts[1], manner):
        return Symbols(kind, (), "", parts[0].end)
    return _issued(kind, parts[1:], manner)


def _goes_on(part: _Part, manner: Manner) -> bool:
    """Is it an issuer? After a mere space, dot or slash only one that is known."""
    if issuer(part.unit, manner):
        return True
    return part.tight and bool(_DRAFTING.match(part.unit))


def _glued(parts: Sequence[_Part], manner: Manner) -> Symbols | None:
    """HDBTTTT, as some offices write it: the type HD and the issuer BTTTT."""
    first = parts[0]
    if authority(first.unit, manner) or type_name(first.unit):
        return None
    for size in (5, 4, 3, 2):
        kind, rest = type_name(first.unit[:size]), first.unit[size:]
        if kind and authority(rest, manner):
            return _issued(kind, [_Part("", rest, first.end), *parts[1:]], manner)
    return None


def _issued(kind: str, parts: Sequence[_Part], manner: Manner) -> Symbols:
    """The longest name that the parts spell (SVH,TT&DL); behind it stand drafting units."""
    for size in range(len(parts), 0, -1):
        name = issuer("".join(part.unit for part in parts[:size]), manner)
        if name:
            names = (name, *_further(kind, parts[size:], manner))
            return Symbols(kind, names, "", _end(parts, size), parts[0].unit)
    return Symbols(kind, (), parts[0].unit, _end(parts, 1))


def _further(kind: str, parts: Sequence[_Part], manner: Manner) -> list[str]:
    """The others who issue a joint circular."""
    if not _JOINT.search(kind):
        return []
    return [name for part in parts if (name := issuer(part.unit, manner))]


def _end(parts: Sequence[_Part], size: int) -> int:
    for part in parts[size:]:
        known = part.mark == "." and part.unit.isupper() and not type_name(part.unit)
        if not ((part.tight or known) and _DRAFTING.match(part.unit)):
            break
        size += 1
    return parts[size - 1].end
