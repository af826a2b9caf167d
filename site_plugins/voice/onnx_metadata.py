"""What an ONNX model says about itself, without loading it: models are a hundred megabytes."""

from pathlib import Path
from typing import BinaryIO

# `ModelProto.metadata_props` and the fields of its entries, from onnx.proto.
_METADATA_PROPS, _KEY, _VALUE = 14, 1, 2
_VARINT, _EIGHT_BYTES, _LENGTH, _FOUR_BYTES = 0, 1, 2, 5
_LARGEST_ENTRY = 1_000_000


def onnx_metadata(path: Path) -> dict[str, str]:
    """Key → value. Raises `ValueError` for what is no ONNX model, `OSError` for no file.

    The file is a protobuf message, of which all but the wanted entries are passed over:
    https://protobuf.dev/programming-guides/encoding/
    """
    size = path.stat().st_size
    found: dict[str, str] = {}
    with path.open("rb") as file:
        while file.tell() < size:
            field, length = _field(file)
            if file.tell() + length > size:
                raise ValueError(path)
            if field == _METADATA_PROPS and length <= _LARGEST_ENTRY:
                key, value = _entry(file, file.tell() + length)
                found[key] = value
            else:
                file.seek(length, 1)
    return found


def _entry(file: BinaryIO, end: int) -> tuple[str, str]:
    texts = {_KEY: "", _VALUE: ""}
    while file.tell() < end:
        field, length = _field(file)
        texts[field] = file.read(min(length, _LARGEST_ENTRY)).decode()
    return texts[_KEY], texts[_VALUE]


def _field(file: BinaryIO) -> tuple[int, int]:
    """A field's number, and how many bytes of it follow."""
    tag = _varint(file)
    kind = tag & 7
    if kind == _VARINT:
        _varint(file)
        return tag >> 3, 0
    if kind == _LENGTH:
        return tag >> 3, _varint(file)
    if kind in (_EIGHT_BYTES, _FOUR_BYTES):
        return tag >> 3, 8 if kind == _EIGHT_BYTES else 4
    raise ValueError(kind)


def _varint(file: BinaryIO) -> int:
    value = 0
    for shift in range(0, 70, 7):
        byte = file.read(1)
        if not byte:
            break
        value |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return value
    raise ValueError(value)
