"""A glossary as staff write it → its entries, every fault of it told at once.

A Vietnamese term and the agreed one, a line each, or a mapping where there is more to say:

    hộ nghèo: tsev neeg txom nyem
    Bộ phận một cửa:
      use: [Bộ phận một cửa, chav muab ntawv]
      avoid: qhov rooj ib lub
      explanation: …
      note: …

`audio/glossary/vi.yml` explains each term in plain Vietnamese: a line, or `explanation:`.
`checked_by` and `checked_on` above the terms say that somebody vouches for the file.
"""

from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from site_plugins.policy.schema import Day, Declared, Line
from site_plugins.policy.scripts import script_name, script_of
from site_plugins.policy.strict_yaml import Path, YamlDocument
from site_plugins.policy.validate import ModelT, validate
from site_plugins.policy.words import key_for, nearest
from site_plugins.translation.glossary_entries import Entry, Glossary
from site_plugins.translation.phrases import one_phrase, vietnamese_spelling

_HEADER = ("checked_by", "checked_on")
_LATIN = "Latn"
_MOST_GUESSES = 20
"""Whoever has not explained more terms than that has not misspelt them; guessing is slow."""


def _listed(given: Any) -> Any:  # noqa: ANN401 (any YAML value)
    return [given] if isinstance(given, str) else given


Forms = Annotated[tuple[Line, ...], BeforeValidator(_listed), Field(min_length=1)]


class _Agreed(Declared):
    """A term in a language: in short, its forms alone."""

    use: Forms
    explanation: Line | None = None
    note: Line | None = None
    avoid: Forms = ()

    @model_validator(mode="before")
    @classmethod
    def _forms_alone(cls, given: Any) -> Any:  # noqa: ANN401 (any YAML value)
        return {"use": given} if isinstance(given, str | list) else given


class _Explained(Declared):
    """A term in `vi.yml`: in short, its explanation alone."""

    explanation: Line
    note: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _explanation_alone(cls, given: Any) -> Any:  # noqa: ANN401 (any YAML value)
        return {"explanation": given} if isinstance(given, str) else given


class _File(BaseModel):
    """What both kinds of file say of themselves."""

    model_config = ConfigDict(extra="allow", frozen=True)
    checked_by: Line | None = None
    checked_on: Day | None = None


class _AgreedFile(_File):
    __pydantic_extra__: dict[str, _Agreed]


class _ExplainedFile(_File):
    __pydantic_extra__: dict[str, _Explained]


def explained_terms(document: YamlDocument) -> Glossary:
    """The glossary of Vietnamese; what is wrong joins the document's problems."""
    file = validate(document, _ExplainedFile) or _ExplainedFile()
    entries = {
        written: Entry(_one_line(written), (), given.explanation, given.note or "")
        for written, given in _parsed(document, _Explained).items()
    }
    return Glossary(_sound(document, entries), file.checked_by or "", file.checked_on)


def agreed_terms(document: YamlDocument, script: str, explained: Glossary) -> Glossary:
    """The glossary of a language in an ISO 15924 script; faults join the document's problems.

    A term that is not `explained` in Vietnamese is a warning.
    """
    file = validate(document, _AgreedFile) or _AgreedFile()
    entries = {
        written: Entry(_one_line(written), e.use, e.explanation or "", e.note or "", e.avoid)
        for written, e in _parsed(document, _Agreed).items()
    }
    known = {entry.key: entry.term for entry in explained.entries}
    for written, entry in entries.items():
        _check_forms(document, (written,), entry, script)
    unexplained = [written for written, entry in entries.items() if entry.key not in known]
    for number, written in enumerate(unexplained):
        likely = known.values() if number < _MOST_GUESSES else ()
        _tell_unexplained(document, (written,), entries[written].term, likely)
    return Glossary(_sound(document, entries), file.checked_by or "", file.checked_on)


def _parsed(document: YamlDocument, model: type[ModelT]) -> dict[str, ModelT]:
    """The terms that are in order by themselves, so that one slip does not hide the next."""
    found = {}
    for written, given in document.value.items():
        if written not in _HEADER:
            with suppress(ValidationError):
                found[written] = model.model_validate(given)
    return found


def _sound(document: YamlDocument, entries: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """The entries but those that stand twice or are no Vietnamese."""
    sound: dict[str, Entry] = {}
    lines: dict[str, int] = {}
    for written, entry in entries.items():
        at = (written,)
        if not _is_sound_term(document, at, entry.term):
            continue
        if entry.key in sound:
            message = f"“{entry.term}” đã có ở dòng {lines[entry.key]}"
            document.key_error(at, message, "giữ lại một; nhiều cách dùng thì viết `use: […, …]`")
            continue
        sound[entry.key] = entry
        lines[entry.key] = document.place(at)[0]
    return tuple(sound.values())


def _is_sound_term(document: YamlDocument, at: Path, term: str) -> bool:
    if "<" in term or ">" in term:
        document.key_error(at, f"“{term}” có dấu của HTML", "viết bằng chữ thường")
    elif not any(c.isalpha() for c in term):
        document.key_error(at, f"“{term}” không có chữ nào", "viết thuật ngữ tiếng Việt")
    elif strange := _other_scripts(term, {_LATIN}):
        message = f"“{term}” không phải tiếng Việt (có chữ “{strange}”)"
        hint = "thuật ngữ tiếng Việt viết trước dấu hai chấm, từ đã thống nhất viết sau"
        document.key_error(at, message, hint)
    else:
        return True
    return False


def _check_forms(document: YamlDocument, at: Path, entry: Entry, script: str) -> None:
    for field, forms in (("use", entry.forms), ("avoid", entry.avoid)):
        for number, form in enumerate(forms):
            alone = (*at, number)
            place = alone if alone in document.places else (*at, field, number)
            _check_form(document, place, form, entry, script)
    wanted = {one_phrase(form) for form in entry.forms}
    for number, form in enumerate(entry.avoid):
        if one_phrase(form) in wanted:
            message = f"“{entry.term}”: “{form}” vừa phải dùng vừa không được dùng"
            document.error((*at, "avoid", number), message, "bỏ khỏi một trong hai chỗ")


def _check_form(document: YamlDocument, at: Path, form: str, entry: Entry, script: str) -> None:
    """Letters of the language; a Vietnamese loan is normal where it is the term itself."""
    if not any(c.isalpha() for c in form):
        message = f"“{entry.term}”: “{form}” không có chữ nào"
        document.error(at, message, "viết từ đã thống nhất, hoặc bỏ dòng này")
    elif strange := _other_scripts(form, {script, _LATIN}):
        message = f"“{entry.term}”: “{form}” có chữ “{strange}” không phải {script_name(script)}"
        document.error(at, message, "gõ lại bằng bộ chữ của thứ tiếng ấy")
    elif not _in_script(form, script) and one_phrase(form, vietnamese_spelling) != entry.key:
        message = f"“{entry.term}”: “{form}” không viết bằng {script_name(script)}"
        document.warn(at, message, "nếu bà con vẫn gọi bằng tiếng Việt thì ghi đúng từ tiếng Việt")


def _tell_unexplained(document: YamlDocument, at: Path, term: str, known: Collection[str]) -> None:
    header = key_for(term, _HEADER) or nearest(term, _HEADER)
    meant = header or nearest(term, known)
    hint = f'có phải ý là "{meant}"?' if meant else f"thêm dòng `{term}: …` vào tệp đó"
    document.key_warn(at, f"“{term}” chưa được giải nghĩa trong audio/glossary/vi.yml", hint)


def _one_line(term: str) -> str:
    return " ".join(term.split())


def _in_script(form: str, script: str) -> bool:
    return any(script_of(c) == script for c in form)


def _other_scripts(form: str, scripts: set[str]) -> str:
    """The first letter of a script that is none of these, or ""."""
    return next((c for c in form if script_of(c) and script_of(c) not in scripts), "")
