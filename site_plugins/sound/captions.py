"""WebVTT captions (W3C, https://www.w3.org/TR/webvtt1/)."""

from collections.abc import Iterable

from site_plugins.sound.model import Cue


def web_vtt(cues: Iterable[Cue]) -> str:
    """A WebVTT file."""
    blocks = [f"{_time(cue.start_s)} --> {_time(cue.end_s)}\n{_escape(cue.text)}\n" for cue in cues]
    return "\n".join(["WEBVTT\n", *blocks])


def _time(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def _escape(text: str) -> str:
    """Cue text: `&` and `<` begin markup, `-->` and an empty line would end the cue."""
    one_line = " ".join(text.split())
    return one_line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
