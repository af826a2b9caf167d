"""Written Vietnamese → spoken Vietnamese, audited."""

from site_plugins.spoken.audit import audit
from site_plugins.spoken.clean import clean
from site_plugins.spoken.definitions import defined
from site_plugins.spoken.engine import Manner
from site_plugins.spoken.lexicon import GENERAL, Lexicon
from site_plugins.spoken.model import Reading, Style
from site_plugins.spoken.tidy import join
from site_plugins.spoken.vi import ENGINE

_DEFAULT = Style()


def read_aloud(text: str, *, station: Style = _DEFAULT, lexicon: Lexicon = GENERAL) -> Reading:
    """Read a Vietnamese text aloud: `str()` of the result is what is said.

    `lexicon` holds the station's additions; what they do not settle is read by the general one,
    and what neither knows as the text itself defines it («Ban Quản lý dự án (BQLDA)»).
    Line ends are kept as line ends. Never raises for any text: what cannot be read is in
    `problems`, and a reading with an error among them must not be voiced.
    Time is linear in the length of the text.
    """
    written = clean(text)
    words = lexicon.whole
    own = defined(written, words)
    spans = ENGINE.spans(written, Manner(station, words.plus(own) if own.entries else words))
    return Reading(join(spans), spans, audit(spans), written, text)
