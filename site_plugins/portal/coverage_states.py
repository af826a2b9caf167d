"""The states of a text and of its voice, as the coverage table tells them."""

from collections.abc import Collection
from enum import StrEnum

from site_plugins.broadcast.casting import Match
from site_plugins.broadcast.items import Item, Outcome
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.translations import TranslationState


class TextState(StrEnum):
    """How far a text has come; the value is what the table shows, the name what the data say."""

    READY = "đã kiểm tra"
    UNCHECKED = "chưa kiểm tra"
    PARTIAL = "chưa đủ"
    STALE = "đã cũ"
    FAULTY = "có lỗi, chưa đăng"
    MISSING = "chưa có"


class VoiceState(StrEnum):
    """How far a voice has come; the value is what the table shows, the name what the data say."""

    PERSON = "người đọc"
    MACHINE = "máy đọc"
    WAITING_RECORDING = "chờ ghi âm"
    WAITING_READER = "chờ ghi âm lại"
    NO_VOICE = "chưa có giọng đọc"
    WAITING_TRANSLATION = "chờ dịch tiếp"
    WAITING_CHECK = "chờ kiểm tra"
    WAITING_APPROVAL = "chờ duyệt"
    NOT_MADE = "chưa làm tệp"
    FAILED = "lỗi âm thanh"
    NOT_AIRED = "không phát"
    NO_TEXT = "chưa có lời"


HEARD = (VoiceState.PERSON, VoiceState.MACHINE)
_OUTCOMES = {
    Outcome.NOT_CACHED: VoiceState.NOT_MADE,
    Outcome.WAITING_CHECK: VoiceState.WAITING_CHECK,
    Outcome.WAITING_APPROVAL: VoiceState.WAITING_APPROVAL,
    Outcome.WAITING_READER: VoiceState.WAITING_READER,
    Outcome.NOT_AIRED: VoiceState.NOT_AIRED,
    Outcome.FAILED: VoiceState.FAILED,
}


def voice_state(item: Item | None, recorded: Collection[str]) -> VoiceState:
    """What became of a text's voice; `recorded` are the languages that people record."""
    if item is None:
        return VoiceState.NOT_AIRED
    if item.episode:
        return VoiceState.PERSON if _read_by_a_person(item) else VoiceState.MACHINE
    if item.outcome is Outcome.WAITING_VOICE:
        is_recorded = item.text.language in recorded
        return VoiceState.WAITING_RECORDING if is_recorded else VoiceState.NO_VOICE
    if item.outcome is Outcome.WAITING_CHECK and _is_unfinished(item.text):
        return VoiceState.WAITING_TRANSLATION
    return _OUTCOMES[item.outcome]


def _is_unfinished(text: Explainer | Translation) -> bool:
    """Whether a translator has to go on before anybody can check the text."""
    unfinished = (TranslationState.PARTIAL, TranslationState.STALE)
    return isinstance(text, Translation) and text.binding.state in unfinished


def _read_by_a_person(item: Item) -> bool:
    """Whether a person says the text itself, not the station's lines alone."""
    voices = item.episode.voices if item.episode else ()
    return item.cast.match is Match.READY and any(voice.reader for voice in voices)
