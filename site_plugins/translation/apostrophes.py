"""The apostrophe that is a letter (Cơ Tu chr’val, K’ho), written one way throughout a text."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from site_plugins.problems import Problem, Severity
from site_plugins.translation.model import Filled

DEFAULT = "\u2019"
_MARKS = "'\u2018\u2019\u02bc\u02bb\u00b4`\u2032\uff07"
_MARK = f"[{_MARKS}]"
_LETTER = r"[^\W\d_\u02bc\u02bb]"
_IN_WORD = rf"(?:(?<={_LETTER})|(?<=[\u0300-\u036f])){_MARK}(?={_LETTER})"
_OPENING = rf"(?<![\w{_MARKS}]){_MARK}(?={_LETTER})"
_QUOTED = rf"(?<!\w)['\u2018](?:(?!{_MARK}).|{_IN_WORD})+['\u2019](?!\w)"
_INSIDE = re.compile(_IN_WORD)
_ANY = re.compile(f"({_QUOTED})|{_IN_WORD}|{_OPENING}")


def one_apostrophe(path: str, filled: Filled, samples: Iterable[str]) -> Filled:
    """The same cells with every apostrophe inside a word, or before it, in one form.

    The form is the one that `samples` use most (the present translation, the language's own
    name), U+2019 where they use none. Quotes around words stay as they are, and so does a cell
    that is one of the samples: nobody touched it. Cells that mixed forms are told once, at no
    line; a text that only ever used another form is mended silently.
    """
    known = tuple(samples)
    form = preferred(known)
    cells = {
        id_: text if text in known else _unified(text, form) for id_, text in filled.cells.items()
    }
    mixed = sorted(_used(filled.cells.values()))
    told = (_told(path, form, mixed),) if cells != filled.cells and len(mixed) > 1 else ()
    return replace(filled, cells=cells, problems=(*filled.problems, *told))


def preferred(samples: Iterable[str]) -> str:
    """The form that stands inside the words of samples most often, the first one at a tie."""
    used = _used(samples)
    return used.most_common(1)[0][0] if used else DEFAULT


def _used(texts: Iterable[str]) -> Counter[str]:
    return Counter(mark for text in texts for mark in _INSIDE.findall(text))


def _unified(text: str, form: str) -> str:
    """A closing mark without its opening one is left: a quote or a letter, nobody can tell."""

    def one(found: re.Match[str]) -> str:
        quoted: str | None = found[1]
        return quoted[0] + _unified(quoted[1:-1], form) + quoted[-1] if quoted else form

    return _ANY.sub(one, text)


def _told(path: str, form: str, mixed: list[str]) -> Problem:
    kinds = " ".join(f"«{mark}»" for mark in mixed)
    message = f"dấu phẩy trên trong từ viết {len(mixed)} kiểu ({kinds}), đã viết cả là «{form}»"
    return Problem(path, 0, 0, Severity.WARNING, message)
