"""What is left of Markdown and HTML in a pasted text: the words are read, the markup is left out.

Struck text (`~~…~~`, `<s>`, `<del>`) has no rule: whether it is still meant, its editor has to say.
"""

import re

from site_plugins.spoken.context import after, at_line_start, before
from site_plugins.spoken.engine import Manner, rule

_LINE_START, _LINE_END = r"(?<![^\n])", r"(?![^\n])"
_ATTRIBUTES = (
    r"(?:\s{1,3}[\w-]{1,30}=(?:\"[^\"<>]{0,300}\"|'[^'<>]{0,300}'|[^\s\"'<>]{1,100})){0,10}\s?/?>"
)
_BREAKS = r"br|p|div|hr|li|ul|ol|tr|td|th|table|thead|tbody|h[1-6]"
_INLINE = r"b|i|u|a|em|strong|span|small|mark|ins|code|pre|font|center|img|sup|sub|kbd|q"
_TARGET = (
    r"\(<?(?:https?://|mailto:|tel:|#|\.{0,2}/|[\w./-]{1,100}\.(?:md|html?|pdf|docx?|xlsx?|png|jpe?g))"
    r"[^()\s<>]{0,500}>?(?:\s\"[^\"\n]{0,100}\")?\)"
)
# What a raised figure is a power of: «100 dam²», «(a + b)²».
_RAISED_BEFORE = re.compile(r"[0-9]\s?[a-z]{1,4}\Z|\([^()\n]{1,30}\s?[-+–−×*/]\s?[\w²³]{1,8}\)\Z")
_OPENED_ADDRESS = re.compile(r"<(?:https?://|mailto:|[\w.+-]{1,64}@)[^<>\s]{1,300}\Z")


def _left_out(_match: re.Match[str], _manner: Manner) -> str:
    return ""


def _breath(_match: re.Match[str], _manner: Manner) -> str:
    return ","


def _at_line_start(match: re.Match[str], _manner: Manner) -> str | None:
    return "" if at_line_start(match) else None


def _box(match: re.Match[str], _manner: Manner) -> str | None:
    """The box of a task, ticked or not."""
    return "" if re.search(r"(?:\A|\n)[-*+ ]{0,8}\Z", before(match)) else None


def _cell(match: re.Match[str], _manner: Manner) -> str:
    """Between two cells a breath."""
    ends_row = not after(match).split("\n", 1)[0].strip()
    return "" if at_line_start(match) or ends_row else ","


def _address_end(match: re.Match[str], _manner: Manner) -> str | None:
    return "" if _OPENED_ADDRESS.search(before(match, 320)) else None


def _star(match: re.Match[str], _manner: Manner) -> str | None:
    """3*4 is a product, a*b may be one; other stars emphasize, or point to a note."""
    left, right = before(match, 4).rstrip(" "), after(match, 2).lstrip(" ")
    if left[-1:].isdecimal() and right[:1].isdecimal():
        return "nhân"
    tight = before(match, 1).isalnum() and after(match, 1).isalnum()
    return None if tight and match[0] == "*" else ""


def _note_mark(match: re.Match[str], _manner: Manner) -> str | None:
    is_power = match[0] in "²³" and _RAISED_BEFORE.search(before(match))
    return None if is_power else ""


RULES = (
    rule("markup.comment", "sign", r"<!--(?:[^<>-]|-(?!->))*+-->", _left_out),
    rule("markup.break", "sign", rf"</?(?:{_BREAKS}){_ATTRIBUTES}", _breath),
    rule("markup.tag", "sign", rf"</?(?:{_INLINE}){_ATTRIBUTES}", _left_out),
    rule(
        "markup.address",
        "sign",
        r"<(?=(?:https?:|mailto:|[\w.+-]{1,64}@)[^<>\s]{1,300}>)",
        _left_out,
    ),
    rule("markup.address", "sign", r">", _address_end),
    rule("markup.note", "sign", rf"{_LINE_START}\[\^[^\[\]\s]{{1,20}}\]:[^\n]*+", _left_out),
    rule("markup.note_mark", "sign", r"\[\^[^\[\]\s]{1,20}\]", _left_out),
    rule("markup.note_mark", "sign", r"\((?:\*{1,3}|[†‡])\)|[†‡]", _left_out),
    # A raised figure after a word or a year; elsewhere it is a power.
    rule(
        "markup.note_mark",
        "sign",
        r"(?:(?<=[^\W\d_]{2})|(?<=[0-9]{4})|(?<=[.,;:!?)”\"»…]))[¹²³⁰⁴-⁹]{1,3}+"
        r"|(?<=[0-9])¹(?![¹²³⁰⁴-⁹])",
        _note_mark,
    ),
    rule("markup.picture", "sign", rf"!\[[^\[\]\n]{{0,300}}\]{_TARGET}", _left_out),
    rule("markup.link", "sign", rf"\[(?=[^\[\]\n]{{1,300}}\]{_TARGET})", _left_out),
    rule("markup.link", "sign", rf"\]{_TARGET}", _left_out),
    rule("markup.attributes", "sign", r"\{:?\s?[#.][A-Za-z][^{}\n]{0,100}\}", _left_out),
    rule("markup.box", "sign", r"\[[ xX]\](?=\s)", _box),
    rule("markup.heading", "sign", r"#{1,6}+(?=\s)", _at_line_start),
    rule("markup.quote", "sign", r">(?:\s?>){0,5}+(?!\s?[0-9=])", _at_line_start),
    rule("markup.ruler", "sign", rf"{_LINE_START}[-–*_=|:+ ]{{3,}}+{_LINE_END}", _left_out),
    rule("markup.cell", "sign", r"\|{1,3}+", _cell),
    rule("markup.fence", "sign", rf"{_LINE_START}`{{3}}\w{{0,20}}{_LINE_END}", _left_out),
    rule("markup.code", "sign", r"`{1,3}+", _left_out),
    rule("markup.escape", "sign", r"\\(?=[!-/:-@\[-`{-~]|\n|\Z)", _left_out),
    rule(
        "markup.emphasis",
        "sign",
        r"(?<![^\W_])_{1,3}(?=[^\W_])|(?<=[^\W_])_{1,3}(?!\w)|(?<=[.,;:!?)”\"…])_{1,3}(?=\s|\Z)",
        _left_out,
    ),
)
STARS = (rule("markup.emphasis", "sign", r"\*{1,3}+", _star),)
