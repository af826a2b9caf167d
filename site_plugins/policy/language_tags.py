"""Tags of languages as RFC 5646 (BCP 47) writes them."""

import re
from dataclasses import dataclass

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3}(?:-[a-z]{3}){0,3})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
    r"(?P<extensions>(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*)"
    r"(?P<private>(?:-x(?:-[a-z0-9]{1,8})+)?)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class LanguageTag:
    """A well-formed tag in its parts, each in the case that RFC 5646 2.1.1 recommends.

    `rest` holds variants, extensions and private use, each with its hyphen.
    """

    language: str
    script: str = ""
    region: str = ""
    rest: str = ""

    def __str__(self) -> str:
        """The tag in canonical case."""
        return "-".join(filter(None, (self.language, self.script, self.region))) + self.rest


def parse_tag(text: str) -> LanguageTag | None:
    """The tag in its parts; None for what RFC 5646 2.2.9 does not call well-formed."""
    found = _TAG.fullmatch(text)
    if found is None or _repeats(found["variants"]) or _repeats(_singletons(found["extensions"])):
        return None
    rest = found["variants"] + found["extensions"] + found["private"]
    language, script, region = (found[part] or "" for part in ("language", "script", "region"))
    return LanguageTag(language.lower(), script.title(), region.upper(), rest.lower())


def _repeats(subtags: str) -> bool:
    given = subtags.lower().split("-")[1:]
    return len(given) != len(set(given))


def _singletons(extensions: str) -> str:
    return "".join(re.findall(r"-[a-z0-9](?=-)", extensions, re.IGNORECASE))
