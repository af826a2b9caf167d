"""WebVTT captions."""

import pytest

from site_plugins.sound.captions import web_vtt
from site_plugins.sound.model import Cue


def test_a_cue_has_its_times_and_its_words() -> None:
    """Hours, minutes, seconds, thousandths."""
    cues = [Cue(0.25, 1.5, "Một."), Cue(3599.9996, 3661.001, "Hai.")]
    assert web_vtt(cues) == (
        "WEBVTT\n\n00:00:00.250 --> 00:00:01.500\nMột.\n\n01:00:00.000 --> 01:01:01.001\nHai.\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("một --> hai", "một --&gt; hai"),
        ("một\n\nhai", "một hai"),
        ("<b>đậm</b>", "&lt;b&gt;đậm&lt;/b&gt;"),
    ],
)
def test_no_text_can_end_a_cue_or_begin_markup(text: str, written: str) -> None:
    """What is said is shown, letter for letter."""
    assert web_vtt([Cue(0, 1, text)]).splitlines()[-1] == written


def test_without_cues_it_is_still_a_file() -> None:
    """Players refuse one without its first line."""
    assert web_vtt([]) == "WEBVTT\n"
