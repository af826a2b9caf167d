"""Which language each part of a page is in, where the theme and Markdown do not say it.

A translation's page is in its language; Material's header, search, menus and footer on it are in
Vietnamese, and so is what Markdown adds to a body of its own accord.
"""

import re

from site_plugins.policy.admonitions import DEFAULT_TITLE
from site_plugins.portal.wording import Wording, lang, marks

_HTML = re.compile(r'<html lang="[^"]*"')
_BODY = re.compile(r'<body dir="[^"]*"')
_OWN_TEXT = (
    '<div class="md-header__topic" data-md-component="header-topic"',
    '<ul class="md-nav__list" data-md-component="toc"',
)
_TABLE = re.compile(r"<table\b(.*?</table>)", re.DOTALL)
_BACK_REFERENCE = re.compile(r'(?<=<a class="footnote-backref")')
_DEFAULT_TITLE = re.compile(f'(?<=<p class="admonition-title">){DEFAULT_TITLE}(?=</p>)')


def with_languages(page: str, wording: Wording) -> str:
    """A built page: the document in its own language, all that the theme adds in Vietnamese.

    Of what the theme shows only the page's title and its headings are in the page's language.
    """
    page = _HTML.sub(f"<html {marks(wording.language)}", page, count=1)
    page = _BODY.sub(f"<body {marks(wording.vietnamese)}", page, count=1)
    for tag in _OWN_TEXT if wording.is_foreign else ():
        page = page.replace(tag, f"{tag} {marks(wording.language)}", 1)
    return page


def with_interface(body: str, wording: Wording) -> str:
    """A rendered body: tables scroll in a box of their own, and what Markdown added is marked."""
    label = wording.attribute("aria-label", "page.table")
    own = f" {marks(wording.language)}" if wording.is_foreign else ""
    box = f'<div class="pc-table" role="group" {label} tabindex="0"><table{own}'
    body = _TABLE.sub(lambda table: f"{box}{table[1]}</div>", body)
    if not wording.is_foreign:
        return body
    body = _BACK_REFERENCE.sub(f" {lang(wording.vietnamese)}", body)
    return _DEFAULT_TITLE.sub(wording.in_vietnamese(DEFAULT_TITLE), body)
