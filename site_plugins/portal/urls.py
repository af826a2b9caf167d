"""Where things come out, relative to the site's root."""

from site_plugins.policy.library import SECTION
from site_plugins.policy.station import VIETNAMESE

DESK = "bien-tap/index.html"
MANIFEST = "phat-thanh/manifest.json"
RECORDER = "ghi-am/index.html"
COVERAGE = "tien-do-dich/index.html"
GLOSSARY = "thuat-ngu/index.html"


def page_uri(slug: str, language: str) -> str:
    """The page of a text: every link names its file, so that the site works from a USB stick."""
    folder = f"{SECTION}/{slug}"
    return f"{folder}/index.html" if language == VIETNAMESE else f"{folder}/{language}/index.html"


def download_uri(slug: str, language: str, suffix: str) -> str:
    """A download of a text: its clip (mp3, opus), captions (vtt) or spoken text (txt)."""
    return f"{SECTION}/{slug}/{slug}.{language}.{suffix}"


def reading_src(slug: str, language: str) -> str:
    """The page, in previews only, that shows how a text will be read."""
    return f"bien-tap/{slug}/{language}/index.md"


def reading_uri(slug: str, language: str) -> str:
    """The address of that page."""
    return reading_src(slug, language).removesuffix("md") + "html"


def unapproved_script_uri(slug: str, language: str) -> str:
    """The spoken text, in previews only, of a text that may not be downloaded yet."""
    return f"bien-tap/{slug}/{language}/{slug}.{language}.txt"


def recorder_uri(slug: str, language: str) -> str:
    """The recording page, opened at one script."""
    return f"{RECORDER}#{slug}.{language}"


def language_index_uri(language: str) -> str:
    """The list of all explainers in one language."""
    folder = SECTION if language == VIETNAMESE else f"{SECTION}/{language}"
    return f"{folder}/index.html"


def news_feed_uri(language: str) -> str:
    """The feed of explainers in one language, for readers and for the provincial portal."""
    return f"{SECTION}/{language}.xml"


def diff_uri(slug: str, language: str) -> str:
    """What changed in the source since a translation was made."""
    return f"tien-do-dich/{slug}/{language}/index.html"


def kit_uri(slug: str, language: str, suffix: str) -> str:
    """The translator's kit for an explainer and a language: html, docx or po."""
    return f"tien-do-dich/{slug}/{slug}.{language}.{suffix}"


def glossary_uri(language: str) -> str:
    """The terms of a language and what they mean in plain words."""
    return GLOSSARY if language == VIETNAMESE else f"thuat-ngu/{language}/index.html"


def top_anchor(body: str) -> str:
    """The anchor of a page's own heading: one that nothing in its body has."""
    anchor = "noi-dung"
    while f'id="{anchor}"' in body:
        anchor += "-"
    return anchor
