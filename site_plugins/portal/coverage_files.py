"""The coverage table for those who count: CSV for spreadsheets, JSON for programs."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from site_plugins.policy.words import MEANINGS
from site_plugins.portal.coverage import Cell, Coverage, Row, Totals

_COLUMNS = (
    "Mã bài",
    "Tên bài",
    "Tình trạng",
    "Duyệt bài gốc",
    "Mã tiếng",
    "Thứ tiếng",
    "Bản dịch",
    "Tiếng nói",
    "Mục đã cũ",
    "Mục còn thiếu",
    "Trang",
    "Chỗ đổi",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a cell that begins so; an apostrophe before it makes it text (OWASP)."""


def as_csv(coverage: Coverage) -> str:
    """One line for each explainer and language, RFC 4180, with the BOM that Excel wants."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(_COLUMNS)
    names = {column.tag: column.name for column in coverage.columns}
    for row in coverage.rows:
        writer.writerows(
            map(_harmless, _line(row, cell, names[cell.language])) for cell in row.cells
        )
    return f"\ufeff{file.getvalue()}"


def as_json(coverage: Coverage) -> str:
    """The table with stable keys and order; addresses from the site's root, "" where none is.

    `languages`: tag, full_tag, name and totals. `total`: the same totals over all languages.
    Totals are `wanted`, `ready`, `percent_ready` (rounded down), `heard` and `states`, a number
    for each state; explainers whose `counted` is false (ended, recalled) are not in them.
    `explainers`: slug, title, url, status, approval, voice of the Vietnamese text, counted and
    `translations`, in the order of `languages`: language, text, voice, the ids of `stale` and
    `missing` sections, url, difference and kits (suffix → address).
    """
    data = {
        "languages": [
            {"tag": c.tag, "full_tag": c.full_tag, "name": c.name, **_totals(c.totals)}
            for c in coverage.columns
        ],
        "total": _totals(coverage.totals),
        "explainers": [_explainer(row) for row in coverage.rows],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _line(row: Row, cell: Cell, language: str) -> Iterator[str]:
    yield from (row.slug, row.title, MEANINGS[row.status], row.approval.value)
    yield from (cell.language, language, cell.text.value, cell.voice.value)
    yield from (" ".join(cell.stale), " ".join(cell.missing), cell.url, cell.difference)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _explainer(row: Row) -> dict[str, Any]:
    return {
        "slug": row.slug,
        "title": row.title,
        "url": row.url,
        "status": row.status.value,
        "approval": row.approval.name.lower(),
        "voice": row.voice.name.lower(),
        "counted": row.counted,
        "translations": [_translation(cell) for cell in row.cells],
    }


def _translation(cell: Cell) -> dict[str, Any]:
    return {
        "language": cell.language,
        "text": cell.text.name.lower(),
        "voice": cell.voice.name.lower(),
        "stale": cell.stale,
        "missing": cell.missing,
        "url": cell.url,
        "difference": cell.difference,
        "kits": dict(cell.kits),
    }


def _totals(totals: Totals) -> dict[str, Any]:
    return {
        "wanted": totals.wanted,
        "ready": totals.ready,
        "percent_ready": totals.percent_ready,
        "heard": totals.heard,
        "states": {state.name.lower(): number for state, number in totals.states.items()},
    }
