"""What is to be told of people's recordings: which are stale, unbound, missing lines or a page."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from site_plugins.broadcast.casting import Cast, Match, own_segments
from site_plugins.broadcast.items import Item
from site_plugins.problems import Problem, Severity
from site_plugins.voice.recording_file import sheet_lines
from site_plugins.voice.recordings import RECORDINGS, STATION_LINES, Recordings

_MOST_TOLD = 3


def sheet_path(slug: str, language: str) -> str:
    """Where the side file of a text's recording lies."""
    return f"{RECORDINGS}/{slug}/{language}.yml"


def sheet_to_paste(item: Item, on: date) -> str:
    """The side file for a reading of an item as it stands; "" without a script."""
    if item.script is None:
        return ""
    return sheet_lines([segment.text for segment in own_segments(item.script)], on)


def recording_problems(item: Item, cast: Cast) -> tuple[Problem, ...]:
    """What stands between an item and its recording; a stale one is work to do, not a fault."""
    slug, language = item.key
    told = tuple(_unsaid(item, line) for line in cast.unsaid)
    if cast.match is Match.UNBOUND:
        lines = sheet_to_paste(item, item.explainer.day).replace("\n", "\n    ")
        hint = f"tạo tệp {sheet_path(slug, language)}, ghi người đọc, gồm các dòng:\n    {lines}"
        message = "bản ghi âm chưa ghi ai đọc, đọc lời nào nên không dùng"
        return (*told, _problem(slug, language, Severity.ERROR, message, hint.rstrip()))
    if cast.match is Match.STALE:
        message = f"{Match.STALE} nên không dùng; câu đã đổi: {_some(cast.missing)}"
        hint = "ghi âm lại ở trang /ghi-am/, rồi thay tệp kèm"
        return (*told, _problem(slug, language, Severity.WARNING, message, hint))
    if cast.match is Match.INCOMPLETE:
        message = f"{Match.INCOMPLETE} nên không dùng: {_some(cast.missing)}"
        hint = "ghi tiếp các câu đó ở trang /ghi-am/"
        return (*told, _problem(slug, language, Severity.WARNING, message, hint))
    return told


def unused(
    recordings: Recordings, keys: Collection[tuple[str, str]], recorded: Collection[str]
) -> Iterator[Problem]:
    """A warning for each recording of a text that is not there, or whose language has no people."""
    for slug, language in recordings.by_key:
        if (slug, language) not in keys and slug != STATION_LINES:
            message = "không có bài hoặc bản dịch nào ứng với bản ghi âm này"
            hint = "tên thư mục phải là tên bài, tên tệp là mã thứ tiếng"
            yield _problem(slug, language, Severity.WARNING, message, hint)
        elif language not in recorded:
            message = f"audio/voices.yml chưa cho dùng bản ghi âm tiếng {language}"
            hint = f'viết "recording" ở đầu danh sách của dòng {language}:'
            yield _problem(slug, language, Severity.WARNING, message, hint)


def _some(lines: Iterable[str]) -> str:
    """The first of the lines, and how many more there are."""
    lines = tuple(lines)
    shown = ", ".join(f"«{line}»" for line in lines[:_MOST_TOLD]) or "cả bài"
    rest = len(lines) - _MOST_TOLD
    return f"{shown} và {rest} câu nữa" if rest > 0 else shown


def _unsaid(item: Item, line: str) -> Problem:
    message = f"lời của đài «{line}» chưa có ai đọc nên bị bỏ"
    hint = f"ghi âm câu đó vào audio/idents/{item.text.language}/"
    return Problem(item.text.path, 0, 0, Severity.WARNING, message, hint)


def _problem(slug: str, language: str, severity: Severity, message: str, hint: str) -> Problem:
    return Problem(f"{RECORDINGS}/{slug}/{language}", 0, 0, severity, message, hint)
