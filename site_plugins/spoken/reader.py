"""Written Vietnamese → spoken Vietnamese, audited."""

from dataclasses import replace

from site_plugins.problems import Severity
from site_plugins.spoken.audit import audit
from site_plugins.spoken.clean import clean
from site_plugins.spoken.definitions import defined
from site_plugins.spoken.engine import Manner
from site_plugins.spoken.lexicon import GENERAL, Lexicon
from site_plugins.spoken.model import Finding, Reading, Style
from site_plugins.spoken.old_fonts import find_old_encoding
from site_plugins.spoken.tidy import join
from site_plugins.spoken.vi import ENGINE

_DEFAULT = Style()
_SHOWN = 40
_CONVERT = "chuyển sang Unicode (ví dụ bằng mục Chuyển mã của UniKey) rồi dán lại"


def read_aloud(text: str, *, station: Style = _DEFAULT, lexicon: Lexicon = GENERAL) -> Reading:
    """Read a Vietnamese text aloud: `str()` of the result is what is said.

    `lexicon` holds the station's additions; what they do not settle is read by the general one,
    and what neither knows as the text itself defines it («Ban Quản lý dự án (BQLDA)»).
    Line ends are kept as line ends. Never raises for any text: what cannot be read is in
    `problems`, and a reading with an error among them must not be voiced.
    Time is linear in the length of the text.
    """
    written = clean(text)
    words = with_definitions(lexicon, written)
    spans = ENGINE.spans(written, Manner(station, words))
    reading = Reading(join(spans), spans, audit(spans, written), written, text)
    old = find_old_encoding(text)
    return replace(reading, problems=(_of_old_font(reading, *old),)) if old else reading


def with_definitions(lexicon: Lexicon, text: str) -> Lexicon:
    """The station's words over the general ones, and below both what `text` defines itself."""
    words = lexicon.whole
    own = defined(text, words)
    return words.plus(own) if own.entries else words


def _of_old_font(reading: Reading, start: int, end: int) -> Finding:
    """One finding for the whole passage: each of its letters would be one more."""
    passage = reading.source[start:end]
    message = f"văn bản gõ bằng bảng mã cũ (TCVN3 hoặc VNI): “{passage[:_SHOWN]}”"
    first, last = reading.in_written(start), reading.in_written(end)
    return Finding(first, last, passage, Severity.ERROR, message, _CONVERT)
