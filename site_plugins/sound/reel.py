"""PCM that is written once and heard often, without an hour of it in memory."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Self

from av.audio.frame import AudioFrame

from site_plugins.voice.errors import SoundError
from site_plugins.voice.pcm import Chunk, Step, filtered, frames_of, pcm_of

# Some six minutes of the embedded voice; what is longer goes to a temporary file without a name.
_IN_MEMORY_BYTES = 16 * 1024 * 1024


class Reel:
    """Mono signed 16-bit PCM of one rate. Raises `SoundError` when the disk takes no more."""

    def __init__(self, rate_hz: int) -> None:
        self.rate_hz = rate_hz
        self.samples = 0
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY_BYTES)  # noqa: SIM115  closed below

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the sound."""
        with suppress(OSError):  # what a full disk did not take is not wanted any more
            self._file.close()

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.samples / self.rate_hz

    def append(self, chunk: Chunk) -> None:
        """Add PCM at the end."""
        self.write(self.samples, chunk)

    def write(self, at: int, chunk: Chunk) -> None:
        """Put PCM in place of what is at a sample, or beyond the end."""
        with _told():
            self._file.seek(2 * at)
            self._file.write(chunk)
        self.samples = max(self.samples, at + len(chunk) // 2)

    def frames(self, start: int = 0, end: int | None = None) -> Iterator[AudioFrame]:
        """From one sample to another, in frames of one second at most; others may read too."""
        return frames_of(self._chunks(start, self.samples if end is None else end), self.rate_hz)

    def _chunks(self, start: int, end: int) -> Iterator[bytes]:
        for at in range(start, end, self.rate_hz):
            with _told():
                self._file.seek(2 * at)
                chunk = self._file.read(2 * min(self.rate_hz, end - at))
            yield chunk


def reel_of(frames: Iterable[AudioFrame], rate_hz: int) -> Reel:
    """A reel of mono 16-bit frames."""
    reel = Reel(rate_hz)
    try:
        for frame in frames:
            reel.append(pcm_of([frame]))
    except BaseException:
        reel.close()
        raise
    return reel


def resampled(reel: Reel, rate_hz: int) -> Reel:
    """The same sound at another rate, on a reel of its own."""
    steps: tuple[Step, ...] = (("aresample", str(rate_hz)), ("aformat", "sample_fmts=s16"))
    return reel_of(filtered(reel.frames(), reel.rate_hz, steps), rate_hz)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = (
            f"không ghi được âm thanh vào thư mục tạm {tempfile.gettempdir()}: {error.strerror}; "
            "hãy dọn bớt đĩa rồi dựng lại"
        )
        raise SoundError(message) from error
