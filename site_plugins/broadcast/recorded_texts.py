"""What is to be told of people's recordings: which are stale, unbound, missing lines or a page."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from site_plugins.broadcast.casting import Cast, Match, own_segments, station_segments
from site_plugins.broadcast.items import Item
from site_plugins.problems import Problem, Severity
from site_plugins.voice.recording_file import sheet_lines
from site_plugins.voice.recordings import IDENTS, RECORDINGS, STATION_LINES, Recordings

_MOST_TOLD = 3


@dataclass(frozen=True)
class StationLines:
    """The station's own lines in one language, all in order, and those that nobody says."""

    language: str
    lines: tuple[str, ...]
    unsaid: tuple[str, ...]
    on: date


def sheet_path(slug: str, language: str) -> str:
    """Where the side file of a text's recording lies, or that of the station's own lines."""
    folder = IDENTS if slug == STATION_LINES else f"{RECORDINGS}/{slug}"
    return f"{folder}/{language}.yml"


def sheet_to_paste(item: Item, on: date) -> str:
    """The side file for a reading of an item as it stands; "" without a script."""
    if item.script is None:
        return ""
    return sheet_lines(lines_to_read(item), on)


def lines_to_read(item: Item) -> tuple[str, ...]:
    """What a person reads for an item, in order: the station's own lines are not among it."""
    return tuple(segment.text for segment in own_segments(item.script)) if item.script else ()


def unsaid_lines(items: Iterable[Item]) -> list[StationLines]:
    """The station's own lines that aired texts lack; they are the same around every text."""
    found: dict[str, StationLines] = {}
    for item in items:
        if item.downloadable and item.script and item.cast.unsaid:
            language = item.text.language
            before = found[language].unsaid if language in found else ()
            lines = tuple(segment.text for segment in station_segments(item.script))
            unsaid = tuple(line for line in lines if line in (*before, *item.cast.unsaid))
            found[language] = StationLines(language, lines, unsaid, item.explainer.day)
    return list(found.values())


def station_problems(items: Iterable[Item]) -> Iterator[Problem]:
    """A warning for each language, not for each text: the lines, and the side file to write."""
    for station in unsaid_lines(items):
        path = sheet_path(STATION_LINES, station.language)
        files = ", ".join(f"{n:02}.m4a «{line}»" for n, line in enumerate(station.lines, 1))
        message = f"lời của đài chưa có ai đọc nên bị bỏ: {_some(station.unsaid)}"
        hint = (
            f"ghi mỗi câu một tệp trong {IDENTS}/{station.language}/: {files}; "
            f"rồi tạo tệp {path}, {_with_lines(sheet_lines(station.lines, station.on))}"
        )
        yield Problem(path, 0, 0, Severity.WARNING, message, hint)


def recording_problems(item: Item, cast: Cast) -> tuple[Problem, ...]:
    """What stands between an item and its recording; a stale one is work to do, not a fault."""
    slug, language = item.key
    if cast.match is Match.UNBOUND:
        lines = _with_lines(sheet_to_paste(item, item.explainer.day))
        hint = f"đúng là lời hiện nay thì tạo tệp {sheet_path(slug, language)}, {lines}"
        message = "bản ghi âm chưa ghi ai đọc, đọc lời nào nên không dùng"
        return (_problem(slug, language, Severity.ERROR, message, hint),)
    if cast.match is Match.STALE:
        message = f"{Match.STALE} nên không dùng; câu đã đổi: {_some(cast.missing)}"
        hint = "ghi lại ở trang /ghi-am/ rồi thay tệp kèm; bản đọc liền thì ghi lại cả bài"
        return (_problem(slug, language, Severity.WARNING, message, hint),)
    if cast.match is Match.INCOMPLETE:
        message = f"{Match.INCOMPLETE} nên không dùng: {_some(cast.missing)}"
        hint = "ghi tiếp các câu đó ở trang /ghi-am/"
        return (_problem(slug, language, Severity.WARNING, message, hint),)
    return ()


def unused(
    recordings: Recordings, keys: Collection[tuple[str, str]], recorded: Collection[str]
) -> Iterator[Problem]:
    """A warning for each recording of a text that is not there, or whose language has no people."""
    for slug, language in recordings.by_key:
        if (slug, language) not in keys and slug != STATION_LINES:
            message = "không có bài hoặc bản dịch nào ứng với bản ghi âm này"
            hint = _meant(slug, keys)
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


def _meant(slug: str, keys: Collection[tuple[str, str]]) -> str:
    """How the folder or the files should be named."""
    tags = [tag for name, tag in keys if name == slug]
    if tags:
        return f"bài này có các thứ tiếng: {', '.join(tags)}; tên tệp phải là một mã đó"
    near = get_close_matches(slug, {name for name, _ in keys}, 1)
    meant = f'; có phải ý là "{near[0]}"?' if near else ""
    return f"tên thư mục phải là tên bài, tên tệp là mã thứ tiếng{meant}"


def _with_lines(sheet: str) -> str:
    """Not indented: whoever copies from the first word would leave out the first indent."""
    return f"ghi người đọc và số giấy đồng ý, gồm các dòng:\n{sheet.rstrip()}"


def _problem(slug: str, language: str, severity: Severity, message: str, hint: str) -> Problem:
    path = sheet_path(slug, language).removesuffix(".yml")
    return Problem(path, 0, 0, severity, message, hint)
