"""Keys that a schema does not name where they stand: misspelt, misplaced, or not indented."""

from typing import get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from site_plugins.policy.schema_paths import annotation_at, classes, has_free_keys, model_at
from site_plugins.policy.strict_yaml import Path, YamlDocument
from site_plugins.policy.words import key_for, nearest

_INHERITED = "xóa dòng này cùng các dòng con của nó, chỉ sửa ở index.md"


def settled_keys(
    document: YamlDocument, model: type[BaseModel], details: list[ErrorDetails]
) -> set[Path]:
    """The paths of which nothing more need be told: those not indented, and fields misnamed."""
    unknown = [tuple(d["loc"]) for d in details if d["type"] == "extra_forbidden"]
    missing = {tuple(d["loc"]) for d in details if d["type"] == "missing"}
    meant = {(*at[:-1], key) for at in unknown if (key := _key_meant(model, at))}
    return _outdented(document, model, unknown) | (meant & missing)


def unknown_key(model: type[BaseModel], at: Path, value: object) -> tuple[str, str]:
    """What to say of a key that stands where the schema does not name it."""
    inherited = len(at) == 1 and at[0] in getattr(model, "inherited", ())
    if owner := _owner_below(model, at, value):
        message = f"trường này phải nằm dưới `{owner}:`"
        hint = f"chuyển xuống dưới dòng `{owner}:`, thụt vào thêm hai dấu cách"
        return message, f"{hint}; nếu chép từ index.md thì xóa" if inherited else hint
    if inherited:
        return "bản dịch dùng chung trường này với index.md", _INHERITED
    if owner := _owner_around(model, at):
        hint = f"chuyển ra ngoài, cho thẳng cột với dòng `{owner}:`"
        return f"trường này không nằm dưới `{owner}:`", hint
    meant = _key_meant(model, at)
    keys = ", ".join(model_at(model, at[:-1]).model_fields)
    hint = f'có phải ý là "{meant}"?' if meant else f"các trường được dùng: {keys}"
    return "không có trường này", hint


def _outdented(document: YamlDocument, model: type[BaseModel], unknown: list[Path]) -> set[Path]:
    """Keys that belong under an empty one beside them and were not indented: told there, once."""
    settled: set[Path] = set()
    for owner in document.empty:
        below = [at for at in unknown if at[:-1] == owner[:-1] and _is_below(model, at, owner)]
        if below:
            names = ", ".join(f"`{at[-1]}:`" for at in below)
            hint = f"thêm hai dấu cách ở đầu dòng {names}"
            document.rehint(owner, hint, f"các dòng con của `{owner[-1]}:` chưa thụt vào")
            settled |= {owner, *below}
    return settled


def _is_below(model: type[BaseModel], at: Path, owner: Path) -> bool:
    if not isinstance(owner[-1], str):
        return False
    if has_free_keys(model, owner):
        return _key_meant(model, at) is None
    below = model_at(model, owner)
    return below is not model_at(model, owner[:-1]) and at[-1] in below.model_fields


def _key_meant(model: type[BaseModel], at: Path) -> str | None:
    if _owner_below(model, at) or _owner_around(model, at):
        return None
    keys = model_at(model, at[:-1]).model_fields
    return key_for(str(at[-1]), keys) or nearest(str(at[-1]), keys)


def _owner_below(model: type[BaseModel], at: Path, value: object = None) -> str | None:
    """The key beside it under which a key of this name, with such a value, belongs."""
    holder, name = model_at(model, at[:-1]), str(at[-1])
    for owner, field in holder.model_fields.items():
        is_list = get_origin(field.annotation) is tuple
        for inner in [] if is_list else classes(field.annotation, BaseModel):
            if name in inner.model_fields and (value is None or _fits(inner, name, value)):
                return owner
    return None


def _fits(model: type[BaseModel], key: str, value: object) -> bool:
    try:
        TypeAdapter(annotation_at(model, key)).validate_python(value)
    except ValidationError:
        return False
    return True


def _owner_around(model: type[BaseModel], at: Path) -> str | None:
    """The key that holds one which belongs beside it."""
    around = at[:-1]
    if not around or not isinstance(around[-1], str):
        return None
    return around[-1] if at[-1] in model_at(model, around[:-1]).model_fields else None
