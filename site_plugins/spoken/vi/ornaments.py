"""What is there for the eye only: bullets, pictures, emoji, marks of trade. It is left out.

An arrow for a rise or a tick in a cell says something, and is said.
"""

import re
import unicodedata

from site_plugins.spoken.context import after, at_line_start, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import CAPITAL
from site_plugins.spoken.vi.numbers import cardinal

_BULLETS = "-+*•·●○■□▪◦‣∙⁃\uf000-\uf0ff"
# Geometric shapes, clocks, symbols, dingbats, flags, emoji; not the signs of sex.
_PICTURES = (
    "\u203c\u2049\u2300-\u23ff\u25a0-\u25ff\u2600-\u263f\u2641\u2643-\u2775\u2794-\u27bf"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001f0ff\U0001f1e6-\U0001f1ff"
    "\U0001f300-\U0001faff"
)
_NUMBERED = "\u2460-\u249b\u24ea\u24f5-\u24fe\u2776-\u2793"
_TICKS = {"✓": "có", "✔": "có", "☑": "có", "✅": "có", "✗": "không", "✘": "không", "❌": "không"}
_BOX = re.compile("[☐☑☒]")
_FORBIDDEN = re.compile(
    r"\s?(?:không|đừng|chớ|cấm|nghiêm cấm|tuyệt đối|chưa|sai|tránh|hủy|hết|dừng|ngừng|nói không)"
    r"(?!\w)",
    re.IGNORECASE,
)
# «thứ 2 → thứ 6»
_GOES_TO = re.compile(
    r"[0-9]|(?:thứ|ngày|tháng|quý|năm|lớp|cấp)\s[0-9]|(?:chủ nhật|CN)(?!\w)", re.IGNORECASE
)
_MOVES = {"↑": "tăng", "▲": "tăng", "⬆": "tăng", "↓": "giảm", "▼": "giảm", "⬇": "giảm"}


def _bullet(match: re.Match[str], _manner: Manner) -> str | None:
    return "" if at_line_start(match) else None


def _breath(_match: re.Match[str], _manner: Manner) -> str:
    return ","


def _left_out(_match: re.Match[str], _manner: Manner) -> str:
    return ""


def _tick(match: re.Match[str], _manner: Manner) -> str | None:
    """A tick that is all of a cell or an answer: «có»."""
    asked = before(match).rstrip(" ")[-1:] in {":", "|"}
    alone = after(match).lstrip(" ")[:1] in {"", "\n", "|", ",", ";", "."}
    return _TICKS[match[0]] if asked and alone else None


def _move(match: re.Match[str], _manner: Manner) -> str | None:
    return _MOVES[match[0]] if re.match(r"\s?[0-9]", after(match, 2)) else None


def _arrow(match: re.Match[str], _manner: Manner) -> str:
    """80 → 82 is a range; between steps an arrow is a breath."""
    left, right = before(match, 3).rstrip(" "), after(match, 12).lstrip(" ")
    return "đến" if left[-1:].isdecimal() and _GOES_TO.match(right) else ","


def _stars(match: re.Match[str], manner: Manner) -> str | None:
    """5⭐, «khách sạn ★★★★»; elsewhere they adorn."""
    if len(match[0]) == 1 and before(match).rstrip(" ")[-1:].isdecimal():
        return "sao"
    rated = follows(match, r"(?:khách sạn|hạng|chuẩn|đạt|ocop|đánh giá|sản phẩm|xếp loại)")
    return f"{cardinal(len(match[0]), manner.style)} sao" if rated else None


def _forbids(match: re.Match[str], _manner: Manner) -> str:
    """Before words that forbid it adorns; before others it would be lost, so it is told."""
    return "" if _FORBIDDEN.match(after(match)) else match[0]


def _box(match: re.Match[str], _manner: Manner) -> str:
    """A box at a line's start is a bullet; beside another one it is a choice, and is told."""
    one = at_line_start(match) and not _BOX.search(after(match).partition("\n")[0])
    return "" if one else match[0]


def _numbered(match: re.Match[str], manner: Manner) -> str:
    keys = match[0].replace("\u20e3", "")
    value = int(keys) if keys.isdecimal() else int(unicodedata.numeric(keys))
    return f", {cardinal(value, manner.style)} là,"


RULES = (
    rule("ornaments.bullet", "sign", rf"[{_BULLETS}]++(?=\s)", _bullet),
    # What Word's bullets become without their font.
    rule("ornaments.bullet", "sign", r"§(?=\s{1,9}[^\W\d_])", _bullet),
    rule("ornaments.bullet", "word", rf"[Øüo](?=\s{{1,9}}[{CAPITAL}])", _bullet),
    rule("ornaments.bullet", "sign", r"(?<=\s)[•·●▪∙](?=\s)", _breath),
    rule("ornaments.numbered", "sign figure", rf"[{_NUMBERED}]|(?:[0-9]\u20e3){{1,2}}", _numbered),
    rule("ornaments.tick", "sign", f"[{''.join(_TICKS)}]", _tick),
    rule("ornaments.box", "sign", _BOX.pattern, _box),
    rule("ornaments.move", "sign", f"[{''.join(_MOVES)}]", _move),
    rule("ornaments.stars", "sign", "[★⭐]{1,5}+(?![★⭐☆])", _stars),
    rule("ornaments.forbids", "sign", r"[❌✗✘🚫⛔](?=\s?[^\W\d_])", _forbids),
    rule("ornaments.arrow", "sign", r"[-=–]{1,3}+>|[→⇒⇨⟶➔➜➝➞➡►▶▸↔⇔]++", _arrow),
    rule("ornaments.trade", "sign", r"(?<=\w)[™®℠](?!\w)", _left_out),
    rule("ornaments.smile", "sign", r"\^_{0,3}\^|(?:=|(?<=[:;=]))\){1,20}+", _left_out),
    rule("ornaments.smile", "word", r"(?<=\s[:;=])[DPp](?=\s*(?:[.!?\n]|\Z))", _left_out),
    rule("ornaments.picture", "sign", f"[{_PICTURES}]++", _left_out),
)
