"""What a page says in its own language, and what in Vietnamese."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from site_plugins.policy.station import Language, read_settings
from site_plugins.portal.locale_files import Locale, Locales, vietnamese_strings
from site_plugins.portal.wording import Wording, Wordings, marks
from tests.site_project import REPOSITORY

SETTINGS, _ = read_settings(REPOSITORY)
LISTEN = {"player.listen": "ស្ដាប់"}


def _wordings(*khmer: Locale) -> Wordings:
    assert SETTINGS
    shipped = Locale(vietnamese_strings(), checked=False)
    return Wordings(Locales({"vi": (shipped,), "km": khmer}), SETTINGS.languages)


@pytest.fixture
def khmer() -> Wording:
    """The wording of a Khmer page, of which one string is translated."""
    return _wordings(Locale(LISTEN, checked=True)).of("km")


def test_what_nobody_translated_is_vietnamese_and_says_so(khmer: Wording) -> None:
    """Each string bears the language of the words that were found."""
    assert khmer.say("player.listen") == '<span lang="km-VN">ស្ដាប់</span>'
    assert khmer.say("downloads.text") == '<span lang="vi-VN">lời đọc</span>'
    assert khmer.attribute("aria-label", "player.listen") == 'aria-label="ស្ដាប់" lang="km-VN"'
    assert khmer.attribute("title", "page.table") == 'title="Bảng" lang="vi-VN"'


def test_a_vietnamese_page_is_plain() -> None:
    """Where all is Vietnamese nothing is marked."""
    assert _wordings().of().say("player.listen") == "Nghe bài này"
    assert list(_wordings().of().each) == [_wordings().of()]


def test_values_are_escaped_and_never_read_as_placeholders(khmer: Wording) -> None:
    """A hostile name is text, in an element and as bare text for an attribute alike."""
    said = khmer.say("facts.translator", name="<img src=x> {day}")
    assert said == '<span lang="vi-VN">Người dịch: &lt;img src=x&gt; {day}.</span>'
    assert khmer.plain("facts.translator", name='"<b>') == 'Người dịch: "<b>.'
    assert "<b>1</b>" in khmer.say("facts.translator", name=Markup("<b>1</b>"))


def test_unchecked_words_stand_only_on_pages_that_say_so() -> None:
    """A draft of the interface is covered by the page's own mark, or not shown."""
    wordings = _wordings(Locale(LISTEN, checked=False))
    assert wordings.of("km").plain("player.listen") == "Nghe bài này"
    assert wordings.of("km", unchecked=True).plain("player.listen") == "ស្ដាប់"


def test_an_unchecked_addition_does_not_hide_checked_words() -> None:
    """On a checked page the station's draft gives way to the words that somebody read."""
    wordings = _wordings(
        Locale(LISTEN, checked=True), Locale({"player.listen": "?"}, checked=False)
    )
    assert wordings.of("km").plain("player.listen") == "ស្ដាប់"
    assert wordings.of("km", unchecked=True).plain("player.listen") == "?"


def test_words_left_in_vietnamese_are_not_called_khmer() -> None:
    """A file that was copied and filled in part speaks Vietnamese where nothing was filled in."""
    copied = Locale({**vietnamese_strings(), **LISTEN}, checked=True)
    wording = _wordings(copied).of("km")
    assert wording.say("downloads.text") == '<span lang="vi-VN">lời đọc</span>'
    assert wording.say("player.listen") == '<span lang="km-VN">ស្ដាប់</span>'


def test_warnings_are_said_in_both_languages(khmer: Wording) -> None:
    """The page's language first, as far as it has the words, and then always Vietnamese."""
    own, vietnamese = khmer.each
    assert own.has("player.listen")
    assert not own.has("downloads.text")
    assert vietnamese.say("player.listen") == '<span lang="vi-VN">Nghe bài này</span>'
    assert len(list(_wordings().of("km").each)) == 1


def test_a_block_bears_its_language_and_the_way_it_runs() -> None:
    """Both come from the registry."""
    assert SETTINGS
    row: Language = SETTINGS.languages["km"]
    assert marks(row) == 'lang="km-VN" dir="ltr"'
    rtl = row.model_copy(update={"direction": "rtl"})
    assert replace(_wordings().of("km"), language=rtl).language.direction == "rtl"
    assert marks(rtl) == 'lang="km-VN" dir="rtl"'
