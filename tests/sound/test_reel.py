"""PCM out of memory."""

import errno
import tempfile
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.sound import reel as room
from site_plugins.sound.reel import Reel
from site_plugins.voice.errors import SoundError
from site_plugins.voice.pcm import pcm_of


@given(st.lists(st.binary(max_size=40).map(lambda b: b[: len(b) // 2 * 2]), max_size=8))
def test_what_is_written_is_heard_as_often_as_one_likes(chunks: list[bytes]) -> None:
    """By two listeners at once, in memory or from a file."""
    with Reel(8) as reel:
        for chunk in chunks:
            reel.append(chunk)
        first, second = reel.frames(), reel.frames()
        heard = [(pcm_of([a]), pcm_of([b])) for a, b in zip(first, second, strict=True)]
        assert b"".join(a for a, _ in heard) == b"".join(b for _, b in heard) == b"".join(chunks)


def test_a_long_reel_is_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """And sounds the same; a part of it may be heard and written over."""
    monkeypatch.setattr(room, "_IN_MEMORY_BYTES", 100)
    samples = array("h", range(1000))
    with Reel(16) as reel:
        reel.append(samples.tobytes())
        reel.write(10, bytes(20))
        assert pcm_of(reel.frames(5, 30)) == bytes(
            samples[5:10].tobytes() + bytes(20) + samples[20:30].tobytes()
        )
        assert reel.samples == 1000


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the folder that is full; the clip is lost and the build goes on."""

    class Full:
        def seek(self, _: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        def close(self) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", lambda _: Full())
    with pytest.raises(SoundError, match=r"thư mục tạm .*hãy dọn bớt đĩa"), Reel(8) as reel:
        reel.append(bytes(2))
