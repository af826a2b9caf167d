"""The kit as one HTML file: it opens on a phone without a network, and prints."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template

from site_plugins.policy.approval import digest
from site_plugins.policy.station import Language
from site_plugins.translation.codes import CODE
from site_plugins.translation.differences import Mark, word_diff
from site_plugins.translation.html_reading import read_html_kit
from site_plugins.translation.kit_code import code_of
from site_plugins.translation.model import Filled, Kit, Term, Unit, UnitState

_PAGE = Path(__file__).with_name("page")
_CELL_LETTERS = 34
"""Letters of a handwritten line in half the width of an A4 sheet."""


class HtmlKit:
    """A page with a cell beside each unit; saving it gives the same page with the cells filled."""

    suffix = "html"

    def write(self, kit: Kit) -> bytes:
        """UTF-8; nothing in it comes from elsewhere and nothing that it holds can run."""
        parts = {
            "kit": f"{kit.file_stem}:{kit.version}:{_prefilled(kit)}",
            "file": f"{kit.file_stem}.html",
            "title": kit.title,
            "language": kit.language.name,
            "version": kit.version,
            "count": str(len(kit.units)),
            "translator": kit.translator,
            "orthography": kit.orthography,
            "ways": _ways(kit.language),
            "code": code_of(kit),
        }
        markup = {
            "css": _asset("kit.css"),
            "js": _asset("kit.js"),
            "fonts": _fonts(kit.language),
            "orthographies": "".join(f"<option>{escape(o)}" for o in kit.language.orthography),
            "notes": _notes(kit.notes),
            "terms": _terms(kit.terms, kit.language),
            "sections": "\n".join(_sections(kit)),
        }
        escaped = {name: escape(text) for name, text in parts.items()}
        return Template(_asset("kit.html")).substitute(escaped | markup).encode()

    def read(self, name: str, data: bytes) -> Filled:
        """The cells of a saved page, or of the lines that its copy button gives."""
        return read_html_kit(name, data)


@cache
def _asset(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8")


def _prefilled(kit: Kit) -> str:
    """What a phone keeps of one kit must not come back in another, filled otherwise."""
    return digest(f"{unit.id} {unit.target}" for unit in kit.units)[:8]


def _ways(language: Language) -> str:
    known = language.orthography
    return f"({' / '.join(known)}) " if len(known) > 1 else ""


def _fonts(language: Language) -> str:
    names = "".join(f'"{"".join(filter(_is_plain, font))}",' for font in language.fonts)
    return f".target{{font-family:{names}sans-serif}}\n"


def _is_plain(char: str) -> bool:
    return char.isalnum() or char in " -"


def _notes(notes: Iterable[str]) -> str:
    rows = "".join(f"<li>{escape(note)}</li>" for note in notes)
    return f"<h2>Lời dặn người dịch</h2>\n<ul>{rows}</ul>\n" if rows else ""


def _terms(terms: Iterable[Term], language: Language) -> str:
    rows = "".join(_term(term, language) for term in terms)
    return f"<h2>Thuật ngữ trong bài</h2>\n<dl>{rows}</dl>\n" if rows else ""


def _term(term: Term, language: Language) -> str:
    agreed = _foreign(term.agreed, language) if term.agreed else "chưa thống nhất cách gọi"
    meaning = f". Nghĩa là: {escape(term.explanation)}" if term.explanation else ""
    return f"<dt>{escape(term.source)}</dt><dd>{agreed}{meaning}</dd>"


def _foreign(text: str, language: Language) -> str:
    return f'<span class="target" {_lang(language)}>{escape(text)}</span>'


def _lang(language: Language) -> str:
    return f'lang="{escape(language.full_tag)}" dir="{language.direction}"'


def _sections(kit: Kit) -> Iterator[str]:
    for section, units in groupby(kit.units, key=lambda unit: unit.section):
        heading = escape(kit.headings.get(section, section))
        rows = "\n".join(_unit(unit, kit.language) for unit in units)
        yield f'<section data-section="{escape(section)}">\n<h2>{heading}</h2>\n{rows}\n</section>'


def _unit(unit: Unit, language: Language) -> str:
    number, state = unit.number, unit.state.name.lower()
    return f"""\
<article class="unit" id="o-{number}" data-state="{state}">
<h3>Ô {number}: {escape(unit.kind)} <span class="state">({escape(unit.state)})</span></h3>
<div><p class="source" id="goc-{number}">{_source(unit)}</p>{_before(unit)}</div>
<div><label for="dich-{number}" class="screen">Bản dịch ô {number}</label>
<textarea class="target" id="dich-{number}" rows="2" autocomplete="off" spellcheck="false" \
aria-describedby="goc-{number} nhac-{number}" {_lang(language)} {_data(unit)}>
{escape(unit.target)}</textarea>
<div class="printed target" {_lang(language)}>{escape(unit.target)}</div>\
<div class="ruled" aria-hidden="true">{"<i></i>" * _lines(unit)}</div>{_confirm(unit)}</div>
<p class="hint" id="nhac-{number}" role="status" data-live></p>
</article>"""


def _data(unit: Unit) -> str:
    data = {
        "unit": unit.id,
        "number": str(unit.number),
        "kind": unit.kind.name,
        "state": unit.state.name,
        "source": unit.source,
        "given": unit.target,
        "facts": json.dumps(unit.facts, ensure_ascii=False),
    }
    return " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())


def _lines(unit: Unit) -> int:
    """Ruled lines for a pen; other languages take more room than Vietnamese."""
    return max(2, 1 + len(unit.source) * 5 // 4 // _CELL_LETTERS)


def _source(unit: Unit) -> str:
    """The source with what may not change marked, and its codes."""
    parts: list[str] = []
    at = 0
    for fact in unit.facts:
        found = unit.source.find(fact, at)
        if found >= 0:
            parts += [_coded(unit.source[at:found]), f"<mark>{escape(fact)}</mark>"]
            at = found + len(fact)
    return "".join([*parts, _coded(unit.source[at:])])


def _coded(text: str) -> str:
    return CODE.sub(r'<span class="code">\g<0></span>', escape(text))


_TAGS = {Mark.SAME: "{}", Mark.GONE: "<del>{}</del>", Mark.NEW: "<ins>{}</ins>"}


def _before(unit: Unit) -> str:
    if not unit.before:
        return ""
    pieces = word_diff(CODE.sub("", unit.before), CODE.sub("", unit.source))
    shown = "".join(_TAGS[piece.mark].format(escape(piece.text)) for piece in pieces)
    return f'<p class="before">Bài gốc đã đổi: {shown}</p>'


def _confirm(unit: Unit) -> str:
    if unit.state is not UnitState.CHANGED or not unit.target:
        return ""
    return (
        f'<label class="tick"><input type="checkbox" data-confirm="{escape(unit.id)}" '
        'autocomplete="off"> Đã xem lại, bản dịch này vẫn đúng</label>'
    )
