"""What the portal says on a page, in the page's language as far as somebody wrote it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from site_plugins.policy.station import VIETNAMESE, Language
from site_plugins.portal.locale_files import Locales, Strings, filled


@dataclass(frozen=True)
class Wording:
    """The strings of a page in `language`: its `own`, and the Vietnamese ones where it has none.

    On a page in another language each string bears the `lang` of the words that were found.
    """

    language: Language
    vietnamese: Language
    own: Strings
    base: Strings

    @property
    def is_foreign(self) -> bool:
        """Whether the page is in another language than Vietnamese."""
        return self.language is not self.vietnamese

    def say(self, key: str, **values: object) -> Markup:
        """The words of a key as HTML; values are escaped unless they are `Markup`."""
        given = {name: str(escape(value)) for name, value in values.items()}
        return self.marked(Markup(filled(str(escape(self._words(key))), given)), self._of(key))  # noqa: S704 (escaped here)

    def plain(self, key: str, **values: object) -> str:
        """The words of a key as bare text, for where no element can stand."""
        return filled(self._words(key), {name: str(value) for name, value in values.items()})

    def attribute(self, name: str, key: str) -> Markup:
        """An attribute, and the `lang` that its element needs for it."""
        given = Markup('{}="{}"').format(name, self._words(key))
        return Markup("{} {}").format(given, _lang(self._of(key))) if self.is_foreign else given

    def in_vietnamese(self, text: str) -> Markup:
        """Vietnamese text that is no string of the interface: a name, a credit."""
        return self.marked(escape(text), self.vietnamese)

    def marked(self, html: Markup, language: Language) -> Markup:
        """A stretch in a language, marked unless the whole page is Vietnamese, as it is."""
        if not self.is_foreign:
            return html
        return Markup("<span {}>{}</span>").format(self.stretch(language), html)

    def stretch(self, language: Language) -> Markup:
        """What a stretch in a language bears within the page's text, which may run otherwise."""
        runs_alike = language.direction == self.language.direction
        return lang(language) if runs_alike else marks(language)

    def has(self, key: str) -> bool:
        """Whether there are words for a key."""
        return key in self.own or key in self.base

    @property
    def each(self) -> "Iterator[Wording]":
        """What must be understood by all is said in the page's language and in Vietnamese."""
        if self.own:
            yield replace(self, base={})
        yield replace(self, own={})

    def _words(self, key: str) -> str:
        return self.own.get(key) or self.base[key]

    def _of(self, key: str) -> Language:
        return self.language if key in self.own else self.vietnamese


@dataclass(frozen=True)
class Wordings:
    """The wordings of all pages of a site."""

    locales: Locales
    languages: Mapping[str, Language]

    def of(self, tag: str = VIETNAMESE, *, unchecked: bool = False) -> Wording:
        """The wording of a page in a language; `unchecked` where it says so of itself.

        Words that were copied from the Vietnamese and left so are no words of that language.
        """
        base = self.locales.strings(VIETNAMESE, unchecked=True)  # staff write in it themselves
        given = self.locales.strings(tag, unchecked=unchecked)
        own = {key: words for key, words in given.items() if words != base[key]}
        return Wording(self.languages[tag], self.languages[VIETNAMESE], own, base)


def lang(language: Language) -> Markup:
    """What a stretch of text bears; the way it runs, too, where that is not the interface's own."""
    return marks(language) if language.direction == "rtl" else _lang(language)


def marks(language: Language) -> Markup:
    """The attributes that a block of text bears: its language and the way it runs."""
    return Markup('{} dir="{}"').format(_lang(language), language.direction)


def _lang(language: Language) -> Markup:
    return Markup('lang="{}"').format(language.full_tag)
