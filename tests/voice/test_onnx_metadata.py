"""What a model says about itself is read without loading it, and garbage is told."""

from pathlib import Path

import onnx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_plugins.voice.onnx_metadata import onnx_metadata
from tests.voice.tiny_models import mms_folder, piper_folder


@pytest.mark.parametrize("make", [mms_folder, piper_folder])
def test_it_says_what_onnx_itself_reads(make: type[Path], tmp_path: Path) -> None:
    """The library that defines the format is the judge."""
    path = next(make(tmp_path / "m").glob("*.onnx"))
    expected = {prop.key: prop.value for prop in onnx.load(path).metadata_props}
    assert expected
    assert onnx_metadata(path) == expected


def test_a_model_that_was_cut_anywhere_is_refused(tmp_path: Path) -> None:
    """A download that broke off: what is left must not pass for a model without metadata."""
    path = mms_folder(tmp_path / "m") / "model.onnx"
    data = path.read_bytes()
    end_of_graph = data.rindex(b"model_type") - 4
    for length in range(300, end_of_graph, 97):
        path.write_bytes(data[:length])
        with pytest.raises(ValueError, match=r"."):
            onnx_metadata(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    """Nothing else is raised, and nothing runs for ever."""
    path = tmp_path / "m.onnx"
    path.write_bytes(data)
    try:
        onnx_metadata(path)
    except ValueError:
        return


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.integers(1, 400), st.integers(0, 255))
def test_a_damaged_model_is_read_or_refused(tmp_path: Path, back: int, byte: int) -> None:
    """One byte changed near the end, where the metadata stand."""
    path = tmp_path / "mms" / "model.onnx"
    if not path.exists():
        mms_folder(tmp_path / "mms")
    data = bytearray(path.read_bytes())
    data[-back] = byte
    damaged = tmp_path / "damaged.onnx"
    damaged.write_bytes(data)
    try:
        onnx_metadata(damaged)
    except ValueError:
        return
