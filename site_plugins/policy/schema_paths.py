"""What a schema asks at a path below it."""

from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from site_plugins.policy.strict_yaml import Path


def model_at(model: type[BaseModel], at: Path) -> type[BaseModel]:
    """The schema of the mapping at a path below `model`."""
    for step in at:
        model = next(iter(classes(annotation_at(model, step), BaseModel)), model)
    return model


def annotation_at(model: type[BaseModel], step: str | int) -> Any:  # noqa: ANN401 (any annotation)
    """What a schema asks of the value of one of its keys, or of those that it does not name."""
    field = model.model_fields.get(step) if isinstance(step, str) else None
    return field.annotation if field else get_type_hints(model).get("__pydantic_extra__")


def has_free_keys(model: type[BaseModel], at: Path) -> bool:
    """Whether the mapping at a path takes any keys, such as the ids of sections."""
    return get_origin(annotation_at(model_at(model, at[:-1]), at[-1])) is dict


def classes(annotation: Any, base: type[Any]) -> list[type[Any]]:  # noqa: ANN401 (any annotation)
    """All classes below `base` inside an annotation such as `tuple[Change, ...] | None`."""
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation] if issubclass(annotation, base) else []
    return [cls for part in get_args(annotation) for cls in classes(part, base)]
