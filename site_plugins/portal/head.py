"""What a page's head tells search engines, social networks and feed readers, as plain values."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_plugins.policy.documents import Explainer
from site_plugins.policy.station import VIETNAMESE, Language
from site_plugins.portal.urls import language_index_uri, news_feed_uri, page_uri

X_DEFAULT = "x-default"
"""For readers of a language that no page has: the Vietnamese page, which the law is written in."""
_TERRITORY = "VN"
_SUBTAG_OF_TERRITORY = re.compile("[A-Za-z]{2}|[0-9]{3}")


@dataclass(frozen=True)
class Site:
    """What the site is called, and its address with a slash at its end, "" where nobody knows."""

    name: str
    url: str

    def canonical(self, uri: str) -> str:
        """The absolute address of a page, which ends at its folder; "" without a site's address."""
        return self.url and self.url + uri.removesuffix("index.html")


@dataclass(frozen=True)
class Version:
    """A page in one language, `tag` of the registry; `uri` from the site's root."""

    tag: str
    language: Language
    uri: str


@dataclass(frozen=True)
class Alternate:
    """A link to a version for search engines; `url` is absolute, in the form of `canonical`."""

    hreflang: str
    url: str


@dataclass(frozen=True)
class Head:
    """A page's head, nothing escaped: `versions[own]` is the page, `versions[0]` the Vietnamese.

    `kind` is Open Graph's: article or website.
    """

    site: Site
    title: str
    description: str
    kind: str
    versions: tuple[Version, ...]
    own: int

    @property
    def url(self) -> str:
        """The page's canonical address."""
        return self.site.canonical(self.versions[self.own].uri)

    @property
    def alternates(self) -> tuple[Alternate, ...]:
        """Links among all versions, each to itself too, the Vietnamese for everyone else.

        None where there is nothing to choose, or no address: search engines take no relative one.
        """
        if not self.site.url or len(self.versions) < 2:
            return ()
        links = [Alternate(v.language.full_tag, self.site.canonical(v.uri)) for v in self.versions]
        return (*links, Alternate(X_DEFAULT, links[0].url))

    @property
    def locale(self) -> str:
        """The page's locale for Open Graph."""
        return locale(self.versions[self.own].language.full_tag)

    @property
    def other_locales(self) -> tuple[str, ...]:
        """Those of the other versions, each once: two scripts of a language share theirs."""
        locales = dict.fromkeys(locale(v.language.full_tag) for v in self.versions)
        return tuple(other for other in locales if other != self.locale)

    @property
    def feed(self) -> str:
        """The feed of the page's language, from the site's root."""
        return news_feed_uri(self.versions[self.own].tag)

    @property
    def feed_title(self) -> str:
        """How that feed is called."""
        return feed_title(self.site.name, self.versions[self.own].language)


def text_versions(explainer: Explainer, languages: Mapping[str, Language]) -> tuple[Version, ...]:
    """All pages of one explainer, the Vietnamese first."""
    tags = (text.language for text in explainer.texts)
    return tuple(Version(tag, languages[tag], page_uri(explainer.slug, tag)) for tag in tags)


def index_versions(tags: Iterable[str], languages: Mapping[str, Language]) -> tuple[Version, ...]:
    """The section's index, then those of the other languages that have one."""
    every = (VIETNAMESE, *tags)
    return tuple(Version(tag, languages[tag], language_index_uri(tag)) for tag in every)


def locale(full_tag: str) -> str:
    """Open Graph's `language_TERRITORY` of a BCP 47 tag, which need not name its territory."""
    language, *rest = full_tag.split("-")
    extension = next((place for place, subtag in enumerate(rest) if len(subtag) == 1), len(rest))
    territories = filter(_SUBTAG_OF_TERRITORY.fullmatch, rest[:extension])
    return f"{language.lower()}_{next(territories, _TERRITORY).upper()}"


def feed_title(site_name: str, language: Language) -> str:
    """How the feed of a language is called among a reader's other feeds."""
    return f"{site_name} – {language.endonym}"
