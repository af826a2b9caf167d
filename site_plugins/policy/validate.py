"""Holding a YAML document against a schema, with every fault told in Vietnamese at its place."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from site_plugins.policy.date_hints import bad_date
from site_plugins.policy.digest_hints import bad_digest
from site_plugins.policy.schema_paths import classes, model_at
from site_plugins.policy.strict_yaml import Path, YamlDocument
from site_plugins.policy.unknown_keys import settled_keys, unknown_key
from site_plugins.policy.words import MEANINGS, described, nearest
from site_plugins.policy.yaml_errors import line_slip
from site_plugins.problems import errors

ModelT = TypeVar("ModelT", bound=BaseModel)

_ONE_TEXT = (
    "phải là một dòng chữ",
    'nếu trong câu có dấu hai chấm, hoặc đầu câu có dấu [ hay {, thì đặt cả câu trong nháy "…"',
)
_LIST = ("phải là danh sách", 'mỗi mục viết ở một dòng riêng, bắt đầu bằng "- "')
_INTEGER = ("phải là một số nguyên", "ví dụ 160")
_NUMBER = ("phải là một số", "phần lẻ viết sau dấu chấm, ví dụ -16 hoặc -1.5")
_YES_NO = ("phải là yes hoặc no", "viết yes hoặc no")
_WEB = ("không phải địa chỉ web", "viết đầy đủ, bắt đầu bằng https://, không có dấu cách")

# pydantic's error type → what is wrong, what to write.
_SAYINGS: dict[str, tuple[str, str]] = {
    "tuple_type": _LIST,
    "string_type": _ONE_TEXT,
    "string_too_short": ("để trống", "hãy viết giá trị hoặc xóa dòng này"),
    "markup": ("có dấu của HTML", 'viết bằng chữ thường, dấu "<" thì để cách ra: < 5 triệu'),
    "web_address": _WEB,
    "bool_parsing": _YES_NO,
    "bool_type": _YES_NO,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "int_parsing": _INTEGER,
    "int_type": _INTEGER,
    "too_short": ("danh sách để trống", "hãy viết ít nhất một mục"),
}
_OTHERWISE = ("giá trị không hợp lệ", "xem sổ tay, mục viết bài")


def validate(document: YamlDocument, model: type[ModelT]) -> ModelT | None:
    """The document as a `model`, or None when anything is wrong; faults join its problems."""
    try:
        found = model.model_validate(document.value)
    except ValidationError as error:
        details = error.errors(include_url=False)
        settled = settled_keys(document, model, details)
        for detail in details:
            if tuple(detail["loc"]) not in settled:
                _tell(document, model, detail)
        return None
    return None if document.broken or errors(document.problems) else found


def _tell(document: YamlDocument, model: type[BaseModel], detail: ErrorDetails) -> None:
    at: Path = tuple(detail["loc"])
    if at in document.empty and detail["type"] == "missing":
        document.rehint(at, _missing(model, at, detail)[1].replace("thêm một dòng", "viết"))
    if at in document.empty or (document.broken and detail["type"] == "missing"):
        return
    name = ".".join(str(step + 1) if isinstance(step, int) else step for step in at)
    message, hint = _saying(model, at, detail)
    tell = document.key_error if detail["type"] == "extra_forbidden" else document.error
    tell(at, f"{name}: {message}", hint)


def _saying(model: type[BaseModel], at: Path, detail: ErrorDetails) -> tuple[str, str]:
    kind = detail["type"]
    if kind in ("enum", "literal_error") and not isinstance(detail["input"], str):
        return _ONE_TEXT
    if isinstance(detail["input"], str) and kind in ("model_type", "dict_type", "tuple_type"):
        slip = line_slip(detail["input"])
        if slip and kind == "tuple_type":
            return slip[0], _LIST[1]
        if slip and slip[0].startswith("thiếu dấu cách"):
            return slip[0], f"viết `{detail['input'].partition(':')[0]}: …`"
    if kind in _TELLERS:
        return _TELLERS[kind](model, at, detail)
    return _SAYINGS.get(kind, _OTHERWISE)


def _missing(model: type[BaseModel], at: Path, _detail: ErrorDetails) -> tuple[str, str]:
    under = [step for step in at[:-1] if isinstance(step, str)]
    where = f" dưới `{under[-1]}:`" if under else ""
    below = model_at(model, at)
    if below is not model_at(model, at[:-1]):
        first = next(iter(below.model_fields))
        hint = f"thêm dòng `{at[-1]}:`, dòng dưới thụt vào hai dấu cách rồi viết `{first}: …`"
        return "thiếu trường này", hint
    return "thiếu trường này", f"hãy thêm một dòng `{at[-1]}: …`{where}"


def _unknown_key(model: type[BaseModel], at: Path, detail: ErrorDetails) -> tuple[str, str]:
    return unknown_key(model, at, detail["input"])


def _unknown_value(model: type[BaseModel], at: Path, detail: ErrorDetails) -> tuple[str, str]:
    """Staff may well write the Vietnamese word: "hiệu lực" means in_force."""
    allowed = [value.value for value in _enum_at(model, at)]
    by_word = {word: value for value in allowed for word in (value, MEANINGS[value]) if word}
    meant = nearest(detail["input"], by_word)
    hint = "chọn một trong: " + ", ".join(described(value) for value in allowed)
    if meant:
        hint = f"có phải ý là {described(by_word[meant])}?"
    return f'giá trị "{detail["input"]}" không có trong danh sách', hint


def _unknown_literal(_model: type[BaseModel], _at: Path, detail: ErrorDetails) -> tuple[str, str]:
    expected = detail["ctx"]["expected"].replace(" or ", " hoặc ").replace("'", '"')
    return f'giá trị "{detail["input"]}" không có trong danh sách', f"chọn một trong: {expected}"


def _no_lines_below(model: type[BaseModel], at: Path, detail: ErrorDetails) -> tuple[str, str]:
    """How the first line of a mapping is written, in a list or under its key."""
    is_free = detail["type"] == "dict_type"
    line = f"`{'tên' if is_free else next(iter(model_at(model, at).model_fields))}: …`"
    hint = f"xuống dòng, thụt vào hai dấu cách rồi viết {line}"
    if isinstance(at[-1], int):
        hint = f"sau dấu gạch viết {line}"
    return "phải gồm các dòng con dạng `tên: giá trị`", hint


def _bad_date(_model: type[BaseModel], _at: Path, detail: ErrorDetails) -> tuple[str, str]:
    return bad_date(detail["input"])


def _too_small(_model: type[BaseModel], _at: Path, detail: ErrorDetails) -> tuple[str, str]:
    return "số quá nhỏ", f"nhỏ nhất là {detail['ctx']['ge']:g}"


def _too_large(_model: type[BaseModel], _at: Path, detail: ErrorDetails) -> tuple[str, str]:
    return "số quá lớn", f"lớn nhất là {detail['ctx']['le']:g}"


def _bad_digest(_model: type[BaseModel], _at: Path, detail: ErrorDetails) -> tuple[str, str]:
    return bad_digest(detail["input"], detail["ctx"]["pattern"])


def _told(_model: type[BaseModel], _at: Path, detail: ErrorDetails) -> tuple[str, str]:
    """What the schema's own validator says."""
    return detail["ctx"]["message"], detail["ctx"]["hint"]


_DATES = ("date", "date_from_datetime_parsing", "date_from_datetime_inexact", "date_parsing")
_TELLERS: dict[str, Callable[[type[BaseModel], Path, ErrorDetails], tuple[str, str]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_pattern_mismatch": _bad_digest,
    "told": _told,
    "enum": _unknown_value,
    "literal_error": _unknown_literal,
    "model_type": _no_lines_below,
    "dict_type": _no_lines_below,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    **dict.fromkeys(_DATES, _bad_date),
}


def _enum_at(model: type[BaseModel], at: Path) -> type[StrEnum]:
    field = model_at(model, at[:-1]).model_fields[str(at[-1])]
    return next(iter(classes(field.annotation, StrEnum)))
