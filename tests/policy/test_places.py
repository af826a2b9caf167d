"""What may lie under `content/`, and where."""

import os
import sys

import pytest

from tests.policy.written import INDEX, TRANSLATED, Content, page, told

SECTION = "content/truyen-thong-chinh-sach"
_RULE = "chỉ dùng chữ thường không dấu, chữ số và gạch nối, tối đa 41 ký tự"


def _problems(content: Content) -> list[str]:
    return [str(p).removeprefix(f"{SECTION}/") for p in content.library().problems]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("kmm.md", 'tên tệp "kmm.md" không phải mã của một thứ tiếng; có phải ý là "km.md"?'),
        ("ede.md", 'tên tệp "ede.md" không phải mã của một thứ tiếng; có phải ý là "rad.md"?'),
        (
            "README.md",
            (
                'tên tệp "README.md" không phải mã của một thứ tiếng;'
                " mã các thứ tiếng ghi trong audio/languages.yml"
            ),
        ),
        ("KM.md", 'tên tệp "KM.md" không phải mã của một thứ tiếng; có phải ý là "km.md"?'),
        (
            "ghi-chu-rieng.md",
            (
                'tên tệp "ghi-chu-rieng.md" không phải mã của một thứ tiếng;'
                " mã các thứ tiếng ghi trong audio/languages.yml"
            ),
        ),
        (
            "dich/index.md",
            (
                "tệp nằm quá sâu; bản dịch đặt cạnh index.md, ví dụ"
                " truyen-thong-chinh-sach/ten-bai/km.md"
            ),
        ),
        ("vi.md", 'tên tệp "vi.md" không dùng được; bài gốc tiếng Việt phải là index.md'),
        ("km.txt", "bài viết phải có đuôi .md; hãy đổi đuôi tệp thành .md"),
        ("km.MD", "bài viết phải có đuôi .md; hãy đổi đuôi tệp thành .md"),
        ("km.markdown", "bài viết phải có đuôi .md; hãy đổi đuôi tệp thành .md"),
        (
            "bai.docx",
            "loại tệp này không được đăng; chỉ đăng .md và .gif, .jpeg, .jpg, .pdf, .png, .webp",
        ),
        (
            "hinh.svg",
            "loại tệp này không được đăng; chỉ đăng .md và .gif, .jpeg, .jpg, .pdf, .png, .webp",
        ),
        (
            "dich/km.md",
            (
                "tệp nằm quá sâu; bản dịch đặt cạnh index.md, ví dụ"
                " truyen-thong-chinh-sach/ten-bai/km.md"
            ),
        ),
    ],
)
def test_files_beside_the_source(content: Content, name: str, says: str) -> None:
    """A file beside `index.md` is a translation named by its language, or an asset."""
    content.write(page())
    content.write(page(TRANSLATED), f"{SECTION}/bai/{name}")
    assert _problems(content) == [f"bai/{name}: lỗi: {says}"]


@pytest.mark.parametrize(
    ("slug", "meant"),
    [
        ("Hoc-Phi", "hoc-phi"),
        ("học phí", "hoc-phi"),
        ("hoc_phi", "hoc-phi"),
        ("a" * 42, "a" * 41),
        ("ខ្មែរ", "ten-bai"),
    ],
)
def test_slugs(content: Content, slug: str, meant: str) -> None:
    """A folder that cannot be an address is refused, and one that can be is proposed."""
    content.write(page(), f"{SECTION}/{slug}/index.md")
    library = content.library()
    assert library.explainers == ()
    assert told(library.problems) == [
        f'lỗi: tên thư mục "{slug}" không dùng được; {_RULE}, ví dụ "{meant}"'
    ]
    content.write(page(), f"{SECTION}/{meant}/index.md")
    assert [e.slug for e in content.library().explainers] == [meant]


@pytest.mark.parametrize(("slug", "name"), [("km", "Khmer"), ("cjm-cham", "Chăm, chữ Akhar Thrah")])
def test_a_slug_is_no_language(content: Content, slug: str, name: str) -> None:
    """The address of a language's index is free: no explainer may lie there."""
    content.write(page(), f"{SECTION}/{slug}/index.md")
    assert told(content.library().problems) == [
        (
            f'lỗi: tên thư mục "{slug}" trùng với mã tiếng {name};'
            f" địa chỉ ấy là danh sách bài tiếng đó; đổi tên thư mục, ví dụ bai-{slug}"
        )
    ]


def test_folder_without_a_source(content: Content) -> None:
    """A translation without its Vietnamese source is an error and stands nowhere."""
    content.write(page(TRANSLATED), f"{SECTION}/bai/km.md")
    assert content.library().explainers == ()
    assert _problems(content) == [
        (
            "bai/index.md: lỗi: thư mục này chưa có index.md (bài gốc tiếng Việt);"
            " thêm bài gốc, tên tệp đúng là index.md viết thường"
        ),
        (
            "bai/km.md: lỗi: bản dịch này không có bài gốc: cạnh nó không có index.md;"
            " thêm bài gốc, tên tệp đúng là index.md viết thường"
        ),
    ]


def test_translation_in_a_folder_of_another_name(content: Content) -> None:
    """A translation without a source is told the folder that it was probably meant for."""
    content.write(page(), f"{SECTION}/tro-cap-huu-tri/index.md")
    content.write(page(TRANSLATED), f"{SECTION}/tro-cap-huu-trí/km.md")
    assert (
        "tro-cap-huu-trí/km.md: lỗi: bản dịch này không có bài gốc: cạnh nó không có index.md;"
        ' có phải là bản dịch của "tro-cap-huu-tri"? chuyển tệp sang thư mục đó'
    ) in _problems(content)


@pytest.mark.parametrize(
    ("names", "tag", "name"),
    [
        (["khmer.md", "km.md"], "km", "Khmer"),
        (["km-KH.md", "km.md"], "km", "Khmer"),
        (["E-De.md", "ede.md", "rad.md"], "rad", "Ê Đê"),
        (["blt_Tavt.md", "blt-tavt.md"], "blt-tavt", "Thái (Tây Bắc), chữ Thái"),
        (["Hmong.md", "mong.md"], "hmn", "Mông"),
    ],
    ids=lambda value: value if isinstance(value, str) else "+".join(value),
)
def test_two_files_for_one_language(
    content: Content, names: list[str], tag: str, name: str
) -> None:
    """Each of the files is told, all of them named, with the one name that is right."""
    content.write(page())
    for file in names:
        content.write(page(TRANSLATED), f"{SECTION}/bai/{file}")
    listed = ", ".join(sorted(names))
    said = f"{len(names)} tệp cho một thứ tiếng ({name}): {listed}"
    hint = f"giữ lại một tệp, tên đúng là {tag}.md"
    assert _problems(content) == [f"bai/{file}: lỗi: {said}; {hint}" for file in sorted(names)]


def test_the_source_has_one_name(content: Content) -> None:
    """Vietnamese beside Vietnamese: each file is told that the source is index.md."""
    content.write(page())
    for file in ("vi.md", "vn.md"):
        content.write(page(), f"{SECTION}/bai/{file}")
    assert _problems(content) == [
        f'bai/{file}: lỗi: tên tệp "{file}" không dùng được; bài gốc tiếng Việt phải là index.md'
        for file in ("vi.md", "vn.md")
    ]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there KM.md is km.md")
def test_two_files_that_differ_in_capitals(content: Content) -> None:
    """KM.md and km.md are two files on Linux and one on Windows."""
    content.write(page())
    for file in ("KM.md", "km.md"):
        content.write(page(TRANSLATED), f"{SECTION}/bai/{file}")
    assert [said.partition(";")[0] for said in _problems(content)] == [
        f"bai/{file}: lỗi: 2 tệp cho một thứ tiếng (Khmer): KM.md, km.md"
        for file in ("KM.md", "km.md")
    ]


def test_explainer_outside_a_folder(content: Content) -> None:
    """An explainer saved beside the section's index is told its folder, not forty wrong keys."""
    content.write(page(), f"{SECTION}/Học phí.md")
    assert _problems(content) == [
        (
            "Học phí.md: lỗi: bài viết phải nằm trong thư mục riêng;"
            f" chuyển thành {SECTION}/hoc-phi/index.md"
        )
    ]


@pytest.mark.parametrize(
    ("file", "moved"), [("km.md", "ten-bai/km.md"), ("hoc-phi.km.md", "hoc-phi/km.md")]
)
def test_translation_outside_a_folder(content: Content, file: str, moved: str) -> None:
    """A translation saved beside the section's index is sent to its source, not made a source."""
    content.write(page(TRANSLATED), f"{SECTION}/{file}")
    assert _problems(content) == [
        (
            f"{file}: lỗi: bản dịch tiếng Khmer phải nằm cạnh bài gốc của nó;"
            f" chuyển vào thư mục của bài ấy, ví dụ {SECTION}/{moved}"
        )
    ]


def test_no_content_at_all(content: Content) -> None:
    """A project without `content/` is a problem, not an exception."""
    (content.root / "content").rmdir()
    assert told(content.library().problems) == ["lỗi: không mở được; kiểm tra tên và quyền đọc"]


def test_hidden_and_system_files_are_passed_over(content: Content) -> None:
    """Files that systems leave behind are nobody's fault."""
    content.write(page())
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", ".git/config"):
        content.write(b"\xff", f"{SECTION}/bai/{name}")
    assert _problems(content) == []


def test_assets_are_listed(content: Content) -> None:
    """Pictures and documents beside a page are published with it."""
    content.write(page())
    content.write(b"", f"{SECTION}/bai/anh.PNG")
    assert content.library().assets == (f"{SECTION}/bai/anh.PNG",)


_LINK = "lỗi: là liên kết hoặc tệp đặc biệt; hãy chép tệp thật vào đây"
_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@_POSIX
@pytest.mark.parametrize("path", [INDEX, f"{SECTION}/bai", SECTION, "content"])
def test_links_are_not_followed(content: Content, path: str) -> None:
    """A link to a file or folder, be it `content/` itself, is refused, wherever it leads."""
    content.write(page())
    link = content.root / path
    away = content.root / "away"
    link.rename(away)
    link.symlink_to(away)
    library = content.library()
    assert library.explainers == ()
    assert f"{path}: {_LINK}" in [str(p) for p in library.problems]


@_POSIX
def test_pipes_are_not_waited_for(content: Content) -> None:
    """Reading a FIFO would wait for ever."""
    content.write(page())
    os.mkfifo(content.root / SECTION / "bai" / "km.md")
    assert _problems(content) == [f"bai/km.md: {_LINK}"]


@_POSIX
def test_names_that_are_no_text(content: Content) -> None:
    """A file name that is not UTF-8 can be told and printed."""
    content.write(page())
    (content.root / SECTION / "bai" / os.fsdecode(b"k\xffm.md")).write_bytes(b"")
    (said,) = _problems(content)
    assert (
        said.encode()
        == (
            "bai/k\\udcffm.md: lỗi: tên tệp có ký tự lạ;"
            " đổi tên, chỉ dùng chữ không dấu và gạch nối"
        ).encode()
    )


def test_bottomless_folders(content: Content) -> None:
    """Folders within folders end at a bound."""
    content.write(page(), "content/" + "a/" * 9 + "index.md")
    assert told(content.library().problems) == ["lỗi: thư mục lồng quá 8 tầng; chuyển ra ngoài"]
