"""How long work shows itself: a bar on a terminal, a line a clip elsewhere, a table at the end."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from site_plugins.broadcast.production import Result
from site_plugins.broadcast.summary import Summary, one_decimal
from site_plugins.portal.labels import duration
from site_plugins.voice.cache_pruning import Pruned

_WIDTH = 100
"""Columns where there is no terminal to ask, as in CI."""


@contextmanager
def shown(total: int, console: Console) -> Iterator[Callable[[Result], None]]:
    """Give what is to be called with each finished clip of `total`."""
    if not console.is_terminal:
        yield lambda result: console.out(_line(result), highlight=False)
        return
    columns = (
        TextColumn("Làm tệp âm thanh"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("", total=total)
        yield lambda _: progress.advance(task)


def console() -> Console:
    """Standard error, where MkDocs logs too."""
    found = Console(stderr=True)
    return found if found.is_terminal else Console(stderr=True, width=_WIDTH)


def closing_table(summary: Summary) -> Table:
    """The build's last words."""
    table = Table(title="Âm thanh của lần dựng này", title_justify="left")
    for heading in ("Việc", "Số"):
        table.add_column(heading, justify="right" if heading == "Số" else "left")
    for row in summary.rows:
        table.add_row(*row)
    return table


def pruned_line(pruned: Pruned) -> str:
    """What went from the store."""
    size = one_decimal(pruned.size_bytes / 1e6)
    return f"Đã dọn khỏi kho âm thanh {pruned.files} tệp lâu không dùng ({size} MB)."


def _line(result: Result) -> str:
    title = result.job.script.title
    if result.episode is None:
        return f"lỗi: {title}: {result.error}"
    made = "có sẵn" if result.episode.cached else "làm mới"
    return f"{made}: {title} ({duration(result.episode.duration_s)})"
