"""An engine of anybody's: however it fails, the build goes on."""

import threading
from collections.abc import Callable, Iterator, Sequence

import pytest

from site_plugins.voice.errors import EngineFailedError, OnlineVoiceError
from site_plugins.voice.model import Source, Speech, SpeechRequest, Voice
from site_plugins.voice.watched import WatchedEngine
from tests.voice.fake_engine import HUM, HummingEngine, hum

REQUEST = SpeechRequest("Người dân nộp đơn.", "vi", 160)


class _Odd(HummingEngine):
    """Does as it is told when asked for anything."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._act = act

    def voices(self, sources: Sequence[Source] = ()) -> Sequence[Voice]:
        self._act()
        return super().voices(sources)

    def speak(self, voice: Voice, request: SpeechRequest) -> Speech:
        self._act()
        return super().speak(voice, request)

    def close(self) -> None:
        super().close()
        self._act()


@pytest.fixture
def never() -> Iterator[threading.Event]:
    """Waited for by an engine that hangs; set when the test is over."""
    event = threading.Event()
    yield event
    event.set()


def _raises(error: BaseException) -> Callable[[], object]:
    def act() -> None:
        raise error

    return act


def test_an_engine_that_works_is_not_in_the_way() -> None:
    """The same voices, the same sound; closed when it is closed."""
    engine = HummingEngine()
    watched = WatchedEngine(engine)
    assert watched.voices(()) == (HUM,)
    assert watched.speak(HUM, REQUEST) == hum(1)
    watched.close()
    assert engine.closed


@pytest.mark.parametrize(
    "error", [KeyError("x"), TimeoutError("x"), SystemExit("x"), MemoryError("x")]
)
def test_an_engine_that_raises_anything_costs_one_clip(error: BaseException) -> None:
    """It is told with the voice's name; the next sentence is tried again."""
    watched = WatchedEngine(_Odd(_raises(error)))
    for _ in range(2):
        with pytest.raises(
            EngineFailedError, match=f'giọng "hum:vi" gặp lỗi {type(error).__name__}'
        ):
            watched.speak(HUM, REQUEST)


def test_what_an_engine_tells_staff_is_told_as_it_stands() -> None:
    """It knows better."""
    error = OnlineVoiceError("mất mạng")
    with pytest.raises(OnlineVoiceError) as told:
        WatchedEngine(_Odd(_raises(error))).speak(HUM, REQUEST)
    assert told.value is error


def test_a_voice_that_hangs_is_left_and_not_asked_again(never: threading.Event) -> None:
    """One wait, not one a sentence; the thread ends with the program."""
    asked: list[bool] = []

    def act() -> None:
        asked.append(True)
        never.wait()

    watched = WatchedEngine(_Odd(act), time_limit_s=0.1)
    with pytest.raises(EngineFailedError, match=r'giọng "hum:vi" bị treo: .* trong 0\.1 giây'):
        watched.speak(HUM, REQUEST)
    with pytest.raises(EngineFailedError, match='giọng "hum:vi" đã bị treo ở một câu khác'):
        watched.speak(HUM, REQUEST)
    assert asked == [True]
    assert [t for t in threading.enumerate() if not t.daemon] == [threading.main_thread()]


def test_another_voice_of_that_engine_still_speaks(never: threading.Event) -> None:
    """A model that hangs says nothing about its neighbour."""
    waits = [never]
    watched = WatchedEngine(_Odd(lambda: waits and waits.pop().wait()), time_limit_s=0.2)
    with pytest.raises(EngineFailedError):
        watched.speak(HUM, REQUEST)
    other = Voice("hum:hai", frozenset({"vi"}), 16_000, "1", "")
    assert watched.speak(other, REQUEST) == hum(1)


def test_an_engine_that_fails_while_it_lists_its_voices_is_told(never: threading.Event) -> None:
    """It may hang there too."""
    with pytest.raises(EngineFailedError, match="liệt kê giọng gặp lỗi KeyError"):
        WatchedEngine(_Odd(_raises(KeyError("x")))).voices(())
    with pytest.raises(EngineFailedError, match="liệt kê giọng bị treo"):
        WatchedEngine(_Odd(never.wait), time_limit_s=0.1).voices(())


def test_an_engine_that_does_not_close_stops_nobody(never: threading.Event) -> None:
    """The other engines are closed after it."""
    WatchedEngine(_Odd(_raises(OSError("x")))).close()
    WatchedEngine(_Odd(never.wait), time_limit_s=0.1).close()
