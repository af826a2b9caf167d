"""Front matter written so that no value can be taken for anything but its text."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*|\d{4}-\d{2}-\d{2}|[0-9a-f]{16}")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_UNREADABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")


def one_line(text: str) -> str:
    """Text as a field may hold it: one line in NFC, no control character, nothing like a tag.

    `policy.schema` refuses what looks like a tag, because feeds print such lines unescaped; a
    space after "<" is what it tells people to write.
    """
    return _MARKUP.sub("< ", readable(text))


def readable(text: str) -> str:
    """Text as `policy.source_file` reads it: no control, nothing that turns the reading round."""
    folded = " ".join(_UNREADABLE.sub(" ", text).split())
    return unicodedata.normalize("NFC", folded)


def front_matter(fields: Mapping[str, object]) -> str:
    """The fields between their two `---` lines; empty ones are left out."""
    rows = "".join(f"{row}\n" for row in _rows(fields, ""))
    return f"---\n{rows}---\n"


def _rows(fields: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in fields.items():
        written = key if _KEY.fullmatch(key) else _quoted(key)
        if isinstance(value, Mapping) and value:
            yield f"{indent}{written}:"
            yield from _rows(value, f"{indent}  ")
        elif isinstance(value, Sequence) and not isinstance(value, str) and value:
            yield f"{indent}{written}:"
            yield from (f"{indent}  - {_flow(item)}" for item in value)
        elif value:
            yield f"{indent}{written}: {_scalar(value)}"


def _flow(value: object) -> str:
    """A list's entry on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_quoted(str(k))}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(value: object) -> str:
    text = str(value)
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _YAML_WORDS
    return text if plain else _quoted(text)


_YAML_WORDS = {"null", "yes", "no", "true", "false", "on", "off", "y", "n"}


def _quoted(text: str) -> str:
    """A JSON string is a YAML string in double quotes."""
    return json.dumps(text, ensure_ascii=False)
