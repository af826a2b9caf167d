"""WebVTT captions and chapters (W3C, https://www.w3.org/TR/webvtt1/).

Lines are not broken here: players wrap a cue to the width of their screen and balance its lines.
"""

from collections.abc import Iterable, Iterator, Sequence

from site_plugins.sound.model import Chapter, Cue


def web_vtt(cues: Iterable[Cue]) -> str:
    """A WebVTT file, with the words' own times where they are known."""
    blocks = [f"{clock(cue.start_s)} --> {clock(cue.end_s)}\n{_said(cue)}\n" for cue in cues]
    return "\n".join(["WEBVTT\n", *blocks])


def chapters_vtt(chapters: Sequence[Chapter], duration_s: float) -> str:
    """A WebVTT file for a track of kind `chapters`; of those that begin together, the last."""
    cues = chapter_cues(chapters, duration_s)
    return web_vtt(cue for cue in cues if milliseconds(cue.start_s) < milliseconds(cue.end_s))


def chapter_cues(chapters: Sequence[Chapter], duration_s: float) -> Iterator[Cue]:
    """Each chapter up to where the next begins, the last one to `duration_s`."""
    ends = [*(chapter.start_s for chapter in chapters), duration_s][1:]
    return (
        Cue(chapter.start_s, end_s, chapter.title)
        for chapter, end_s in zip(chapters, ends, strict=True)
    )


def clock(seconds: float) -> str:
    """Hours, minutes, seconds and thousandths."""
    minutes, rest = divmod(milliseconds(seconds), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def milliseconds(seconds: float) -> int:
    """The nearest thousandth: finer than that, no player jumps."""
    return round(seconds * 1000)


def _said(cue: Cue) -> str:
    """The text with a time before each word; only rising times inside the cue are allowed."""
    text = _one_line(cue.text)
    said, kept, at, last = "", 0, 0, milliseconds(cue.start_s)
    for word in cue.words:
        start = text.find(_one_line(word.text), at)
        if start < 0:
            break
        at = start + len(_one_line(word.text))
        if last < milliseconds(word.at_s) < milliseconds(cue.end_s):
            said += f"{_escape(text[kept:start])}<{clock(word.at_s)}>"
            kept, last = start, milliseconds(word.at_s)
    return said + _escape(text[kept:])


def _one_line(text: str) -> str:
    """An empty line would end the cue."""
    return " ".join(text.split())


def _escape(text: str) -> str:
    """`&` and `<` begin markup, `-->` is for times only."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
