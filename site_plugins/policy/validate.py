"""Holding a YAML document against a schema, with every fault told in Vietnamese at its place."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from site_plugins.policy.anchors import fold
from site_plugins.policy.strict_yaml import Path, YamlDocument

ModelT = TypeVar("ModelT", bound=BaseModel)

_DATE_HINT = "viết năm-tháng-ngày, ví dụ 2026-01-15"
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")

# pydantic's error type → what is wrong, what to write.
_SAYINGS: dict[str, tuple[str, str]] = {
    "missing": ("thiếu trường này", "hãy thêm một dòng `{key}: …`"),
    "tuple_type": ("phải là danh sách", 'mỗi mục một dòng, bắt đầu bằng "- "'),
    "model_type": (
        "phải gồm các dòng con dạng `tên: giá trị`",
        "thụt vào hai dấu cách dưới `{key}:`",
    ),
    "dict_type": (
        "phải gồm các dòng con dạng `tên: giá trị`",
        "thụt vào hai dấu cách dưới `{key}:`",
    ),
    "string_type": ("phải là một dòng chữ", 'nếu có dấu hai chấm thì đặt trong dấu nháy "…"'),
    "string_too_short": ("để trống", "hãy viết giá trị hoặc xóa dòng này"),
    "string_pattern_mismatch": ("mã băm không đúng dạng", "chép nguyên dòng do bàn biên tập in ra"),
    "web_address": ("không phải địa chỉ web", "viết đầy đủ, bắt đầu bằng https://"),
    "bool_parsing": ("phải là yes hoặc no", "viết yes hoặc no"),
    "float_parsing": ("phải là một số", "ví dụ -16 hoặc -1.5"),
    "literal_error": ("giá trị không có trong danh sách", "chọn một trong: {expected}"),
    "greater_than_equal": ("số quá nhỏ", "nhỏ nhất là {ge}"),
    "less_than_equal": ("số quá lớn", "lớn nhất là {le}"),
    "too_short": ("danh sách để trống", "hãy viết ít nhất một mục"),
    "int_parsing": ("phải là một số nguyên", "ví dụ 160"),
}


def validate(document: YamlDocument, model: type[ModelT]) -> ModelT | None:
    """The document as a `model`, or None; its faults join `document.problems`."""
    try:
        found = model.model_validate(document.value)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _tell(document, model, detail)
        return None
    return None if document.broken or document.empty else found


def nearest(given: str, allowed: Iterable[str]) -> str | None:
    """The allowed value that was probably meant, without regard to case and diacritics."""
    by_folded = {fold(value).replace("-", "_"): value for value in allowed}
    wanted = fold(given).strip().replace("-", "_").replace(" ", "_")
    spaced = {key.replace(" ", "_"): value for key, value in by_folded.items()}
    found = get_close_matches(wanted, spaced, n=1, cutoff=0.6)
    return spaced[found[0]] if found else None


def _tell(document: YamlDocument, model: type[BaseModel], detail: ErrorDetails) -> None:
    at: Path = tuple(detail["loc"])
    if at in document.empty or (document.broken and detail["type"] == "missing"):
        return
    name = ".".join(str(step + 1) if isinstance(step, int) else step for step in at)
    message, hint = _saying(model, at, detail)
    tell = document.key_error if detail["type"] == "extra_forbidden" else document.error
    tell(at, f"{name}: {message}", hint)


def _saying(model: type[BaseModel], at: Path, detail: ErrorDetails) -> tuple[str, str]:
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_key(model, at)
    if kind == "enum":
        return _unknown_value(model, at, str(detail["input"]))
    if kind.startswith("date"):
        return _bad_date(detail["input"])
    message, hint = _SAYINGS.get(kind, ("giá trị không hợp lệ", "xem sổ tay, mục viết bài"))
    return message, hint.format(key=at[-1], **detail.get("ctx", {})).replace(" or ", " hoặc ")


def _unknown_key(model: type[BaseModel], at: Path) -> tuple[str, str]:
    keys = _model_at(model, at[:-1]).model_fields
    meant = nearest(str(at[-1]), keys)
    hint = f'có phải ý là "{meant}"?' if meant else f"các trường được dùng: {', '.join(keys)}"
    return "không có trường này", hint


def _unknown_value(model: type[BaseModel], at: Path, given: str) -> tuple[str, str]:
    allowed = [value.value for value in _enum_at(model, at)]
    meant = nearest(given, allowed)
    hint = f'có phải ý là "{meant}"?' if meant else f"chọn một trong: {', '.join(allowed)}"
    return f'giá trị "{given}" không có trong danh sách', hint


def _bad_date(given: object) -> tuple[str, str]:
    """A date as people write it, 15/1/2026, is turned round for them."""
    found = _DAY_FIRST.fullmatch(str(given).strip())
    if found is None:
        return f'"{given}" không phải ngày đúng dạng', _DATE_HINT
    day, month, year = (int(part) for part in found.groups())
    return f'"{given}" không phải ngày đúng dạng', f"viết {year}-{month:02}-{day:02}"


def _model_at(model: type[BaseModel], at: Path) -> type[BaseModel]:
    """The schema of the mapping at a path below `model`."""
    for step in at:
        if isinstance(step, str) and step in model.model_fields:
            model = next(iter(_classes(model.model_fields[step].annotation, BaseModel)), model)
    return model


def _enum_at(model: type[BaseModel], at: Path) -> type[StrEnum]:
    field = _model_at(model, at[:-1]).model_fields[str(at[-1])]
    return next(iter(_classes(field.annotation, StrEnum)))


def _classes(annotation: Any, base: type[Any]) -> list[type[Any]]:  # noqa: ANN401 (any annotation)
    """All classes below `base` inside an annotation such as `tuple[Change, ...] | None`."""
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation] if issubclass(annotation, base) else []
    return [cls for part in get_args(annotation) for cls in _classes(part, base)]
