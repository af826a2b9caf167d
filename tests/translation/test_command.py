"""`bo-dich`: what staff run to hand out kits and to take them back."""

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from site_plugins.translation.__main__ import main
from site_plugins.translation.formats import FORMATS
from site_plugins.translation.html_kit import HtmlKit
from site_plugins.translation.workplace import RefusedError, Workplace
from tests.site_project import Project
from tests.translation.kits import KIT

SLUG = "tro-cap"
FOLDER = f"content/truyen-thong-chinh-sach/{SLUG}"


@pytest.fixture
def root(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one explainer, seen from within."""
    project.explainer(SLUG, approved=True)
    monkeypatch.chdir(project.root)
    monkeypatch.setenv("STATION_TODAY", "2026-11-21")
    return project.root


def _filled_page(file: Path) -> None:
    """Write something into every cell of a kit."""
    text = file.read_text(encoding="utf-8")
    for source in text.split('data-source="')[1:]:
        line = source.partition('"')[0]
        at = text.index(f'data-source="{line}"')
        end = text.index("</textarea>", at)
        start = text.index(">", at) + 1
        if not text[start:end].strip():
            text = f"{text[:start]}Chr’val {line}{text[end:]}"
    file.write_text(text, encoding="utf-8")


def test_out_and_back(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A kit is handed out, filled and becomes a translation of its explainer."""
    assert main(["xuat", SLUG, "ktv", "-o", "bo.html"]) == 0
    _filled_page(root / "bo.html")
    assert main(["nhap", "bo.html"]) == 0
    written = (root / FOLDER / "ktv.md").read_text(encoding="utf-8")
    assert "Chr’val Người từ 75 tuổi trở lên." in written
    assert f"Đã ghi {FOLDER}/ktv.md" in capsys.readouterr().err
    assert not list((root / FOLDER).glob(".bo-dich-*"))


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_goes_out_and_is_known_again(root: Path, suffix: str) -> None:
    """An empty kit of any format comes back as nothing new."""
    assert main(["xuat", SLUG, "km", "--dang", suffix]) == 0
    assert main(["nhap", f"{SLUG}.km.{suffix}"]) == 0
    assert not (root / FOLDER / "km.md").exists()


def test_a_trial_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--thu` prints the translation and leaves the folder alone."""
    main(["xuat", SLUG, "ktv", "-o", "bo.html"])
    _filled_page(root / "bo.html")
    assert main(["nhap", "--thu", "bo.html"]) == 0
    assert capsys.readouterr().out.startswith("---\ntitle: ")
    assert not (root / FOLDER / "ktv.md").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["xuat", "../audio", "km"], "không có bài"),
        (["xuat", SLUG, "vi"], "không có thứ tiếng"),
        (["xuat", SLUG, "../../x"], "không có thứ tiếng"),
        (["nhap", "khong-co.html"], "không có tệp này"),
        (["nhap", "."], ".: là thư mục"),
        (["nhap", "mkdocs.yml"], "không phải tệp của bộ dịch"),
    ],
)
def test_what_cannot_be_done_is_told(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """Unknown names and files are refused in Vietnamese, with exit code 1."""
    assert root
    assert main(arguments) == 1
    assert said in capsys.readouterr().err


def test_a_kit_names_no_path(root: Path) -> None:
    """A slug or tag from a kit is looked up, never used as a path."""
    main(["xuat", SLUG, "ktv", "-o", "bo.po", "--dang", "po"])

    for slug, tag in (("../../audio", "ktv"), (SLUG, "../index"), (SLUG, "vi"), ("x", "ktv")):
        (root / "bo.html").write_bytes(HtmlKit().write(replace(KIT, slug=slug, tag=tag)))
        assert main(["nhap", "bo.html"]) == 1


def test_a_translation_that_cannot_be_read_is_not_written_over(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody's work in a file with a fault stays where it is."""
    main(["xuat", SLUG, "ktv", "-o", "bo.html"])
    _filled_page(root / "bo.html")
    broken = root / FOLDER / "ktv.md"
    broken.write_text("---\ntitle: [\n---\nChr’val\n", encoding="utf-8")
    assert main(["nhap", "bo.html"]) == 1
    assert "đang có lỗi" in capsys.readouterr().err
    assert "Chr’val" in broken.read_text(encoding="utf-8")


def test_misuse_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    """A command that is not understood ends with code 2 and the help, in Vietnamese."""
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert "Cách dùng: bo-dich" in told
    assert "usage" not in told


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("bai.odt", "lưu lại thành .docx"),
        ("BAI.DOC", "lưu lại thành .docx"),
        ("bai.pdf", "gửi tệp .docx hoặc .html"),
        ("zalo.zip", "giải nén"),
        ("anh.jpg", "gõ lại"),
        ("bai", "html, docx, po"),
    ],
)
def test_other_files_are_told_what_to_do(
    root: Path, capsys: pytest.CaptureFixture[str], name: str, advice: str
) -> None:
    """A file that translators send instead of a kit, and what the officer does with it."""
    (root / name).write_bytes(b"PK")
    assert main(["nhap", name]) == 1
    told = capsys.readouterr().err
    assert name in told
    assert advice in told


def test_two_translators_bring_one_kit(root: Path) -> None:
    """Each filled half of the cells of a section: together they are whole."""
    assert main(["xuat", SLUG, "ktv", "-o", "a.html"]) == 0
    _filled_page(root / "a.html")
    page = (root / "a.html").read_text("utf-8")
    cells = re.findall(r"Chr’val [^<]+(?=</textarea>)", page)
    for name, rest in (("a.html", 0), ("b.html", 1)):
        half = page
        for number, cell in enumerate(cells):
            half = half.replace(f"{cell}</textarea>", "</textarea>") if number % 2 == rest else half
        (root / name).write_text(half, "utf-8")
    assert main(["nhap", "a.html", "b.html"]) == 0
    written = (root / FOLDER / "ktv.md").read_text(encoding="utf-8")
    assert "Chr’val Người từ 75 tuổi trở lên." in written


def test_two_imports_at_once_lose_nothing(root: Path) -> None:
    """Who wrote a translation while another import was under way keeps it; that one is refused."""
    slow = Workplace(root)
    slow.workshop(SLUG, "ktv")
    time.sleep(0.05)  # the clock of files ticks every few milliseconds
    main(["xuat", SLUG, "ktv", "-o", "bo.html"])
    _filled_page(root / "bo.html")
    main(["nhap", "bo.html"])
    path = slow.path(SLUG, "ktv")
    written = (root / path).read_text(encoding="utf-8")
    with pytest.raises(RefusedError, match="vừa được ghi"):
        slow.write(path, "khác")
    assert (root / path).read_text(encoding="utf-8") == written


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", ["bo dich", "bo.docx.zip", "bo.html.docx", "bo (1).po.html"])
def test_a_kit_under_another_name_is_known_by_what_it_holds(
    root: Path, suffix: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Phones and messengers drop suffixes and add their own."""
    assert main(["xuat", SLUG, "km", "--dang", suffix, "-o", name]) == 0
    assert (root / name).is_file()
    assert main(["nhap", name]) == 0
    assert "chưa có gì mới" in capsys.readouterr().err
