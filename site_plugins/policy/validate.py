"""Holding a YAML document against a schema, with every fault told in Vietnamese at its place."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from site_plugins.policy.anchors import fold
from site_plugins.policy.date_hints import bad_date
from site_plugins.policy.digest_hints import bad_digest
from site_plugins.policy.strict_yaml import Path, YamlDocument
from site_plugins.policy.words import MEANINGS, described, key_for
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
        settled = _outdented(document, model, details) | _meant(model, details)
        for detail in details:
            if tuple(detail["loc"]) not in settled:
                _tell(document, model, detail)
        return None
    return None if document.broken or errors(document.problems) else found


def _outdented(
    document: YamlDocument, model: type[BaseModel], details: list[ErrorDetails]
) -> set[Path]:
    """Keys that belong under an empty one above them and were not indented: told there, once."""
    unknown = [d["loc"] for d in details if d["type"] == "extra_forbidden" and len(d["loc"]) == 1]
    settled: set[Path] = set()
    for owner in [at for at in document.empty if len(at) == 1 and at[0] in model.model_fields]:
        fields = _model_at(model, owner).model_fields
        below = [at for at in unknown if at[0] in fields and _model_at(model, owner) is not model]
        if below:
            names = ", ".join(f"`{at[0]}:`" for at in below)
            hint = f"thêm hai dấu cách ở đầu dòng {names}"
            document.rehint(owner, hint, f"các dòng con của `{owner[0]}:` chưa thụt vào")
            settled |= {owner, *below}
    return settled


def _meant(model: type[BaseModel], details: list[ErrorDetails]) -> set[Path]:
    """The paths of fields that an unknown key meant: they are misnamed, not missing."""
    unknown = [tuple(d["loc"]) for d in details if d["type"] == "extra_forbidden"]
    return {(*at[:-1], key) for at in unknown if (key := _key_meant(model, at))} & {
        tuple(d["loc"]) for d in details if d["type"] == "missing"
    }


def _key_meant(model: type[BaseModel], at: Path) -> str | None:
    keys = _model_at(model, at[:-1]).model_fields
    return key_for(str(at[-1]), keys) or nearest(str(at[-1]), keys)


def nearest(given: str, allowed: Iterable[str]) -> str | None:
    """The allowed value that was probably meant, without regard to case and diacritics."""
    by_folded = {_folded(value): value for value in allowed}
    found = get_close_matches(_folded(given), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def _folded(value: str) -> str:
    return fold(value).strip().replace("-", "_").replace(" ", "_")


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
    below = _model_at(model, at)
    if below is not _model_at(model, at[:-1]):
        first = next(iter(below.model_fields))
        hint = f"thêm dòng `{at[-1]}:`, dòng dưới thụt vào hai dấu cách rồi viết `{first}: …`"
        return "thiếu trường này", hint
    return "thiếu trường này", f"hãy thêm một dòng `{at[-1]}: …`{where}"


def _unknown_key(model: type[BaseModel], at: Path, _detail: ErrorDetails) -> tuple[str, str]:
    if len(at) == 1 and at[0] in getattr(model, "inherited", ()):
        hint = "xóa dòng này cùng các dòng con của nó, chỉ sửa ở index.md"
        return "bản dịch dùng chung trường này với index.md", hint
    keys = _model_at(model, at[:-1]).model_fields
    meant = _key_meant(model, at)
    hint = f'có phải ý là "{meant}"?' if meant else f"các trường được dùng: {', '.join(keys)}"
    return "không có trường này", hint


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
    line = f"`{'tên' if is_free else next(iter(_model_at(model, at).model_fields))}: …`"
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


def _model_at(model: type[BaseModel], at: Path) -> type[BaseModel]:
    """The schema of the mapping at a path below `model`."""
    for step in at:
        field = model.model_fields.get(step) if isinstance(step, str) else None
        annotation = field.annotation if field else _of_other_keys(model)
        model = next(iter(_classes(annotation, BaseModel)), model)
    return model


def _of_other_keys(model: type[BaseModel]) -> Any:  # noqa: ANN401 (any annotation)
    """What a schema asks of the values of keys that it does not name."""
    return get_type_hints(model).get("__pydantic_extra__")


def _enum_at(model: type[BaseModel], at: Path) -> type[StrEnum]:
    field = _model_at(model, at[:-1]).model_fields[str(at[-1])]
    return next(iter(_classes(field.annotation, StrEnum)))


def _classes(annotation: Any, base: type[Any]) -> list[type[Any]]:  # noqa: ANN401 (any annotation)
    """All classes below `base` inside an annotation such as `tuple[Change, ...] | None`."""
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation] if issubclass(annotation, base) else []
    return [cls for part in get_args(annotation) for cls in _classes(part, base)]
