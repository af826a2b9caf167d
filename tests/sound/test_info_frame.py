"""The frame that tells players how long an MP3 is, read by somebody else's reader."""

import io
from typing import Any

import mutagen.mp3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_plugins.sound.encoding import decoded, mp3
from site_plugins.voice.pcm import frames_of


def _info(data: bytes) -> Any:
    return mutagen.mp3.MP3(io.BytesIO(data)).info


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 50_000), st.sampled_from([32, 40, 48, 56, 64, 96, 128, 192]))
def test_any_length_is_told_and_decoded_to_the_sample(samples: int, bitrate: int) -> None:
    """Nothing is added at either end, at any bit rate."""
    data = mp3(frames_of([bytes(2 * samples)], 44_100), bitrate)
    assert _info(data).length == pytest.approx(samples / 44_100, abs=1e-6)
    assert sum(frame.samples for frame in decoded(data)) == samples


def test_it_says_who_encoded_and_that_the_bit_rate_is_constant() -> None:
    """`Info`, not `Xing`; cheap players seek by it."""
    data = mp3(frames_of([bytes(88_200)], 44_100), 64)
    assert data[21:25] == b"Info"
    assert _info(data).encoder_info.startswith("LAME 4.0")
    assert _info(data).bitrate_mode is mutagen.mp3.BitrateMode.CBR


def test_its_checksum_is_that_of_lame() -> None:
    """CRC-16/ARC of all before it, whose check value is known."""
    from site_plugins.sound.info_frame import _crc_16  # noqa: PLC0415

    assert _crc_16(b"123456789") == 0xBB3D
    data = mp3(frames_of([bytes(88_200)], 44_100), 64)
    assert int.from_bytes(data[175:177], "big") == _crc_16(data[:175])
