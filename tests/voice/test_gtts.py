"""The online voice, against a server on loopback that answers as the real one does on bad days."""

import base64
import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
import requests

from site_plugins.sound.encoding import mp3
from site_plugins.voice.errors import OnlineVoiceError
from site_plugins.voice.gtts import GttsEngine, Patience
from site_plugins.voice.model import SpeechRequest
from site_plugins.voice.pcm import filtered, frames_of
from tests.voice.fake_engine import hum

HURRIED = Patience(time_limit_s=2, tries=3, first_wait_s=0.01, between_s=0, give_up_after=2)
SENTENCE = "Bà con nộp đơn tại Ủy ban nhân dân xã."
LONG = " ".join([SENTENCE] * 5)

Answer = Callable[[BaseHTTPRequestHandler], None]


class Service:
    """Answers each request with the next of `answers`, the last one again and again."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.asked: list[list[object]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:  # the name that http.server calls
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                [[[_, parameters, _, _]]] = json.loads(parse_qs(body)["f.req"][0])
                service.asked.append(json.loads(parameters))
                answers = service.answers
                (answers.pop(0) if len(answers) > 1 else answers[0])(self)

            def log_message(self, *_: object) -> None:
                """Tests are quiet."""

        return Handler

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A server on loopback, reached without a proxy."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    service = Service()
    yield service
    service.close()


@pytest.fixture
def engine(service: Service) -> Iterator[GttsEngine]:
    """The engine, pointed at the server on loopback."""
    engine = GttsEngine(service.url, HURRIED)
    yield engine
    engine.close()


def _body(audio: bytes) -> bytes:
    """The service's own shape: RPC lines, one of which holds the audio."""
    inner = json.dumps([base64.b64encode(audio).decode()])
    line = json.dumps([["wrb.fr", "jQ1olc", inner, None]], separators=(",", ":"))
    return b")]}'\n\n" + line.encode() + b"\n25\n[]\n"


def _says(body: bytes, status: int = 200) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def _drips(handler: BaseHTTPRequestHandler) -> None:
    """One byte at a time: `requests`' own time limit would never strike."""
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(2000):
            handler.wfile.write(b" ")
            time.sleep(0.01)
    except OSError:
        return


def _hangs_up(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.close()


@pytest.fixture(scope="module")
def well() -> Answer:
    """An answer with two seconds of sound."""
    tone = hum(2, rate_hz=44_100)
    frames = filtered(frames_of([tone.pcm], tone.sample_rate_hz), tone.sample_rate_hz, [])
    return _says(_body(mp3(frames, 64)))


def _say(engine: GttsEngine, text: str = SENTENCE, language: str = "vi") -> float:
    [voice] = [v for v in engine.voices() if language in v.languages]
    return engine.speak(voice, SpeechRequest(text, language, 160)).duration_s


def test_the_voices_are_online_and_speak_one_language_each() -> None:
    """Nothing is asked of the network to know this."""
    voices = GttsEngine("http://127.0.0.1:9").voices()
    assert {v.name: set(v.languages) for v in voices} == {"gtts:vi": {"vi"}, "gtts:km": {"km"}}
    assert all(v.online for v in voices)


def test_a_sentence_comes_back_as_sound(service: Service, engine: GttsEngine, well: Answer) -> None:
    """The text and the language are sent as they are."""
    service.answers = [well]
    assert _say(engine) == pytest.approx(2, abs=0.1)
    assert [asked[:2] for asked in service.asked] == [[SENTENCE, "vi"]]
    _say(engine, "សួស្តី", "km")
    assert service.asked[-1][:2] == ["សួស្តី", "km"]


def test_a_long_sentence_goes_in_parts_and_comes_back_whole(
    service: Service, engine: GttsEngine, well: Answer
) -> None:
    """The service takes a hundred characters at a time."""
    service.answers = [well]
    duration = _say(engine, LONG)
    assert len(service.asked) > 1
    assert duration == pytest.approx(2 * len(service.asked), abs=0.1 * len(service.asked))
    said = " ".join(str(asked[0]) for asked in service.asked)
    assert [w.strip(".") for w in said.split()] == [w.strip(".") for w in LONG.split()]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_service_is_asked_again(
    service: Service, engine: GttsEngine, well: Answer, status: int
) -> None:
    """After a wait; it refuses those who hurry."""
    service.answers = [_says(b"busy", status), _hangs_up, well]
    assert _say(engine) > 1
    assert len(service.asked) == 3


def test_a_service_that_stays_busy_is_given_up(service: Service, engine: GttsEngine) -> None:
    """After the tries that were granted, with the reason."""
    service.answers = [_says(b"busy", 429)]
    with pytest.raises(OnlineVoiceError, match=r"mã 429.*chạy lại sau"):
        _say(engine)
    assert len(service.asked) == HURRIED.tries


def test_a_refusal_is_not_repeated(service: Service, engine: GttsEngine) -> None:
    """403 says the same the next time."""
    service.answers = [_says(b"", 403)]
    with pytest.raises(OnlineVoiceError, match="mã 403"):
        _say(engine)
    assert len(service.asked) == 1


def test_a_redirect_is_not_followed(service: Service, engine: GttsEngine) -> None:
    """The text goes to the service that the station agreed to and to nobody else."""

    def redirect(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(307)
        handler.send_header("Location", f"{service.url}/elsewhere")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    service.answers = [redirect]
    with pytest.raises(OnlineVoiceError, match="mã 307"):
        _say(engine)
    assert len(service.asked) == 1


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "không có âm thanh"),
        (b"<html>sorry</html>", "không có âm thanh"),
        (b'[["wrb.fr","jQ1olc",null]]', "không có âm thanh"),
        (_body(b""), "không có âm thanh"),
        (b'["jQ1olc","[\\"AAA\\"]"]', "không có âm thanh"),
        (_body(b"not an mp3 at all" * 30), "âm thanh hỏng"),
    ],
)
def test_garbage_is_an_error_and_never_a_clip(
    service: Service, engine: GttsEngine, body: bytes, told: str
) -> None:
    """An error page, an empty answer, broken base64, bytes that are no sound."""
    service.answers = [_says(body)]
    with pytest.raises(OnlineVoiceError, match=told):
        _say(engine)


def test_a_service_that_drips_is_cut_off(service: Service) -> None:
    """The time limit is for the whole answer."""
    service.answers = [_drips]
    engine = GttsEngine(service.url, Patience(0.3, 1, 0, 0, 2))
    with pytest.raises(OnlineVoiceError, match="Timeout"):
        _say(engine)
    engine.close()


def test_without_a_network_the_rest_fails_at_once(service: Service, engine: GttsEngine) -> None:
    """Two sentences in a row are enough to know; a thousand would take hours."""
    service.answers = [_says(b"", 403)]
    for _ in range(2):
        with pytest.raises(OnlineVoiceError):
            _say(engine)
    with pytest.raises(OnlineVoiceError, match="đang không dùng được"):
        _say(engine)
    assert len(service.asked) == 2


def test_one_good_answer_starts_the_count_again(
    service: Service, engine: GttsEngine, well: Answer
) -> None:
    """Only failures in a row count."""
    for _ in range(3):
        service.answers = [_says(b"", 403)]
        with pytest.raises(OnlineVoiceError):
            _say(engine)
        service.answers = [well]
        assert _say(engine) > 1


def test_certificates_are_verified(
    service: Service, engine: GttsEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Gtts itself sends with verification off."""
    seen: list[object] = []

    def send(_: requests.Session, __: requests.PreparedRequest, **how: object) -> None:
        seen.extend([how["verify"], how["timeout"]])
        raise requests.ConnectionError

    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    monkeypatch.delenv("CURL_CA_BUNDLE", raising=False)
    monkeypatch.setattr(requests.Session, "send", send)
    with pytest.raises(OnlineVoiceError, match="ConnectionError"):
        _say(engine)
    assert seen[:2] == [True, HURRIED.time_limit_s]
    assert service.asked == []


def test_closing_ends_the_waiting(service: Service) -> None:
    """Ctrl-C does not sit out the back-off."""
    service.answers = [_says(b"", 429)]
    engine = GttsEngine(service.url, Patience(2, 5, first_wait_s=3600, between_s=0))
    threading.Timer(0.2, engine.close).start()
    with pytest.raises(OnlineVoiceError, match="mã 429"):
        _say(engine)
    assert len(service.asked) == 1
