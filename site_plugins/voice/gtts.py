"""The online voice, for stations that turned it on: Google Translate's, by gTTS.

gTTS itself sends with TLS unverified and without a time limit, and leaves half-written files; so
it only prepares the requests here. They are sent one at a time, unhurried, verified and bounded,
and nothing is written.
"""

import base64
import binascii
import re
import threading
import time
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

import requests
import urllib3
from gtts import gTTS

from site_plugins.voice.decoding import NotSoundError, TooLongError, decoded
from site_plugins.voice.errors import OnlineVoiceError
from site_plugins.voice.model import Source, Speech, SpeechRequest, Voice

_SAMPLE_RATE_HZ = 24_000
_AUDIO = re.compile(rb'jQ1olc","\[\\"([A-Za-z0-9+/=]*)\\"\]')
_LARGEST_ANSWER = 8_000_000
# One part of a text is a hundred characters at most.
_LONGEST_ANSWER_S = 120
_TOO_MANY = 429


@dataclass(frozen=True)
class Patience:
    """How long one request may take, how often it is tried, how far apart requests are.

    After `give_up_after` sentences in a row have failed, the rest fail at once.
    """

    time_limit_s: float = 20
    tries: int = 4
    first_wait_s: float = 2
    between_s: float = 0.5
    give_up_after: int = 3


class GttsEngine:
    """Vietnamese and Khmer. The service has one pace: the request's rate is not heard."""

    def __init__(
        self, base_url: str = "https://translate.google.com", patience: Patience | None = None
    ) -> None:
        self._base_url = base_url
        self._patience = patience or Patience()
        self._session = requests.Session()
        self._one_at_a_time = threading.Lock()
        self._failed_in_a_row = 0
        self._closed = threading.Event()

    def voices(self, sources: Sequence[Source] = ()) -> Sequence[Voice]:  # noqa: ARG002  the contract
        """gtts:vi and gtts:km."""
        made_by = f"gTTS {version('gTTS')}"
        terms = "Google Translate, điều khoản của Google"
        return tuple(
            Voice(f"gtts:{tag}", frozenset({tag}), _SAMPLE_RATE_HZ, made_by, terms, online=True)
            for tag in ("vi", "km")
        )

    def speak(self, voice: Voice, request: SpeechRequest) -> Speech:
        """Speak. Raises `OnlineVoiceError`."""
        text = unicodedata.normalize("NFC", request.text)
        language = voice.name.removeprefix("gtts:")
        with self._one_at_a_time:
            if self._failed_in_a_row >= self._patience.give_up_after:
                message = "giọng đọc trực tuyến đang không dùng được; hãy chạy lại sau"
                raise OnlineVoiceError(message)
            self._failed_in_a_row += 1
            prepared = gTTS(text, lang=language, lang_check=False)._prepare_requests()  # noqa: SLF001  its only way to prepare without sending
            pcm = b"".join(_decoded(self._answer(part)) for part in prepared)
            self._failed_in_a_row = 0
        return Speech(pcm, _SAMPLE_RATE_HZ)

    def close(self) -> None:
        """Close connections; waiting between tries ends."""
        self._closed.set()
        self._session.close()

    def _answer(self, prepared: requests.PreparedRequest) -> bytes:
        """MP3 for one part of the text, after as many tries as it takes."""
        prepared.url = self._base_url + prepared.path_url
        trouble = ""
        for attempt in range(self._patience.tries):
            if self._closed.wait(self._wait_s(attempt)):
                break
            try:
                status, body = self._send(prepared)
            except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
                trouble = type(error).__name__
                continue
            if status == requests.codes.ok:
                return _audio(body)
            trouble = f"mã {status}"
            if status != _TOO_MANY and status < requests.codes.server_error:
                break
        message = (
            f"không lấy được giọng đọc trực tuyến ({trouble}); hãy kiểm tra mạng, chạy lại sau"
        )
        raise OnlineVoiceError(message)

    def _wait_s(self, attempt: int) -> float:
        """Before the first try the usual gap, then twice as long each time."""
        return (
            self._patience.first_wait_s * 2 ** (attempt - 1)
            if attempt
            else self._patience.between_s
        )

    def _send(self, prepared: requests.PreparedRequest) -> tuple[int, bytes]:
        """Status and body; `requests`' own time limit starts again with every byte received."""
        limit_s = self._patience.time_limit_s
        deadline = time.monotonic() + limit_s
        around = self._session.merge_environment_settings(
            prepared.url or "", {}, stream=True, verify=True, cert=None
        )
        body = bytearray()
        with self._session.send(
            prepared, timeout=limit_s, allow_redirects=False, **around
        ) as response:
            while chunk := response.raw.read1(16_384, decode_content=True):
                body += chunk
                if time.monotonic() > deadline or len(body) > _LARGEST_ANSWER:
                    raise requests.Timeout
            return response.status_code, bytes(body)


def _audio(body: bytes) -> bytes:
    """The MP3 inside an answer."""
    found = _AUDIO.search(body)
    try:
        audio = base64.b64decode(found[1], validate=True) if found else b""
    except binascii.Error:
        audio = b""
    if not audio:
        message = "dịch vụ đọc trực tuyến trả lời nhưng không có âm thanh"
        raise OnlineVoiceError(message)
    return audio


def _decoded(mp3: bytes) -> bytes:
    try:
        return decoded(mp3, _SAMPLE_RATE_HZ, _LONGEST_ANSWER_S)
    except (NotSoundError, TooLongError) as error:
        message = "dịch vụ đọc trực tuyến trả về âm thanh hỏng"
        raise OnlineVoiceError(message) from error
