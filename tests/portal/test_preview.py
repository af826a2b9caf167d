"""The preview of what will be read: every word of the script, every change with its rule."""

from site_plugins.broadcast.lexicons import Lexicons
from site_plugins.broadcast.plan import Planner
from site_plugins.policy.station import read_settings
from site_plugins.portal.preview import Change, Row, preview_view
from site_plugins.spoken.rule_names import rule_name
from site_plugins.spoken.vi import ENGINE
from tests.site_project import Project

PAGE = """\
---
title: Trợ cấp 500.000 đồng
summary: Từ 1/7/2025 (mẫu).
kind: explainer
status: in_force
contact: {office: Văn phòng, phone: "0912 345 678"}
---
## Ai được hưởng

1. Hộ nghèo có 2 con.
2. UBND xã.
"""


def _rows(project: Project) -> tuple[Row, ...]:
    project.write("content/truyen-thong-chinh-sach/bai/index.md", PAGE)
    settings, _ = read_settings(project.root)
    assert settings is not None
    (item,) = Planner(settings, Lexicons(), preview=True).plan(project.library())
    assert item.script is not None
    view = preview_view(item, item.script, settings.station)
    for row, segment in zip(view.rows, item.script.segments, strict=True):
        assert "".join(s.text for s in row.spoken) == segment.text
        assert " ".join("".join(s.text for s in row.written).split()) == segment.written
    (twice,) = view.advice
    assert twice.startswith("«0912 345 678» chưa đọc lần nào")
    return view.rows


def test_each_sentence_stands_beside_what_is_said(project: Project) -> None:
    """Both sides are whole, and what a rule changed is marked on both."""
    rows = {" ".join("".join(s.text for s in row.written).split()): row for row in _rows(project)}
    title = rows["Trợ cấp 500.000 đồng"]
    assert [s.text for s in title.written if s.mark] == ["500.000 đồng"]
    assert [s.text for s in title.spoken if s.mark] == ["năm trăm nghìn đồng"]
    assert title.changes == (Change("500.000 đồng", "năm trăm nghìn đồng", "số"),)


def test_what_is_added_and_left_out_is_told(project: Project) -> None:
    """«Một là,» stands nowhere on the page, brackets are heard nowhere: the editor sees both."""
    changes = [change for row in _rows(project) for change in row.changes]
    assert Change("", "Một là,", "số thứ tự đầu mục") in changes
    assert any(change.written == ")" and not change.spoken for change in changes)
    assert Change("UBND", "Ủy ban nhân dân", "từ điển đọc") in changes


def test_advice_stands_with_its_sentence(project: Project) -> None:
    """Brackets are told at the sentence that has them."""
    (told,) = [row for row in _rows(project) if any("ngoặc đơn" in a for a in row.advice)]
    assert "mẫu" in "".join(s.text for s in told.written)


def test_every_rule_has_a_name_for_editors() -> None:
    """Nobody on the desk reads an English key."""
    assert all(rule_name(rule.name) for rule in ENGINE.rules)


def test_what_is_read_is_shown_as_text(project: Project) -> None:
    """Code that a page shows is shown on the preview of its reading too, and does not run there."""
    project.write(
        "content/truyen-thong-chinh-sach/bai/index.md",
        PAGE.replace("UBND xã.", "Thẻ `<img src=x onerror=alert(1)>` trong câu."),
    )
    project.build(STATION_PREVIEW="1")
    page = project.page("bien-tap/bai/vi/index.html", folder="preview")
    assert "&lt;img src=x onerror=alert(1)" in page
    assert "<img src=x" not in page
