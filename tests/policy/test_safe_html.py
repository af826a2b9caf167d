"""What may not stand on a page is refused by name and line; ordinary Markdown passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.policy.documents import read_body
from tests.policy.test_body import PAGE
from tests.policy.written import told

_TAG = "lỗi: HTML không được dùng trong bài: {}; hãy viết bằng Markdown thường, hoặc xóa đi"
_LINK = (
    'lỗi: liên kết không được dùng: "{}"; liên kết phải bắt đầu bằng https://, mailto: hoặc tel:'
)
_PICTURE = (
    'lỗi: ảnh lấy từ nơi khác không được dùng: "{}";'
    " chép tệp ảnh vào cùng thư mục với bài rồi ghi tên tệp"
)

REFUSED = [
    ("<script>alert(1)</script>", ["<script>"]),
    ("<style>p{}</style>", ["<style>"]),
    ('<iframe src="https://x.vn"></iframe>', ["<iframe>"]),
    ("<svg onload=x></svg>", ["<svg>"]),
    ("<object data=x></object>", ["<object>"]),
    ('<math><mi xlink:href="x">', ["<math>", "<mi>"]),
    ('<base href="https://x.vn">', ["<base>"]),
    ("<meta http-equiv=refresh>", ["<meta>"]),
    ('<form action="/x"><input></form>', ["<form>", "<input>"]),
    ("<textarea>a", ["<textarea>"]),
    ("<plaintext>a", ["<plaintext>"]),
    ("<?php x ?>", ["<?"]),
    ("<!DOCTYPE html>", ["<!"]),
    ("<!--><script>x</script>-->", ["<!--"]),
    ('Chào <b onclick="x()">a</b>', ["thuộc tính onclick"]),
    ('<b OnMouseOver="x()">a</b>', ["thuộc tính onmouseover"]),
    ("Chữ\n{: onclick=x }", ["thuộc tính onclick"]),
    ("## A {: onclick=x }", ["thuộc tính onclick"]),
    ('<p style="position:fixed">a</p>', ["thuộc tính style"]),
    ('<a href="https://x.vn" target="_blank">a</a>', ["thuộc tính target"]),
    ("<div>\nmở\n", ["<div>"]),
    ("đóng\n\n</div>", ["</div>"]),
    ("<b><i>a</b></i>", ["</b>"]),
    ("<p>a <p>b", ["<p>"]),
    ("<table><p>a</p></table>", ["<table>"]),
    ("<javascript:alert(1)>", ["<javascript:alert(1)>"]),
    ("<td>a</td>", ["<td>"]),
]


def _line_of(markdown: str, wanted: str) -> int:
    name = wanted.removeprefix("thuộc tính ").rstrip(">")
    return next(i for i, line in enumerate(markdown.split("\n"), 9) if name in line.lower())


@pytest.mark.parametrize(("markdown", "names"), REFUSED, ids=[m for m, _ in REFUSED])
def test_refused_by_name_and_line(markdown: str, names: list[str]) -> None:
    """A tag or attribute that runs, hides or breaks the page is named on its own line."""
    body, problems = read_body("p", f"Đoạn đầu.\n\n{markdown}\n", 7)
    assert body is None
    assert told(problems) == [f"{_line_of(markdown, name)}: {_TAG.format(name)}" for name in names]


LINKS = [
    ("[a](javascript:alert(1))", "javascript:alert(1)"),
    ("[a](JavaScript:alert(1))", "JavaScript:alert(1)"),
    ("[a](data:text/html,x)", "data:text/html,x"),
    ("[a](vbscript:x)", "vbscript:x"),
    ("[a](file:///etc/passwd)", "file:///etc/passwd"),
    ("[a](java&#115;cript:alert(1))", "javascript:alert(1)"),
    ("[a](&#x6A;avascript:alert(1))", "javascript:alert(1)"),
    ('<a href=" javascript:alert(1)">a</a>', "javascript:alert(1)"),
    ('<a href="java&#10;script:alert(1)">a</a>', "java script:alert(1)"),
    ('<a href="java&Tab;script:alert(1)">a</a>', "java script:alert(1)"),
    ('<a href="https://x.vn" href="javascript:x">a</a>', "javascript:x"),
]


@pytest.mark.parametrize(("markdown", "target"), LINKS, ids=[m for m, _ in LINKS])
def test_links_that_run(markdown: str, target: str) -> None:
    """A link may lead somewhere and may not run, however its address is spelt."""
    body, problems = read_body("p", f"Đoạn đầu.\n\n{markdown}\n", 7)
    assert body is None
    assert told(problems) == [f"9: {_LINK.format(target)}"]


def test_reference_links() -> None:
    """A link by reference is named where its address stands."""
    _, problems = read_body("p", "[a][r]\n\nĐoạn.\n\n[r]: javascript:alert(1)\n", 1)
    assert told(problems) == [f"5: {_LINK.format('javascript:alert(1)')}"]


@pytest.mark.parametrize(
    "source", ["https://x.vn/a.png", "//x.vn/a.png", "data:image/png;base64,AA", "HTTP://x.vn/a"]
)
def test_pictures_from_elsewhere(source: str) -> None:
    """A picture from another site would tell that site who reads: it is refused."""
    _, problems = read_body("p", f"![a]({source})\n", 1)
    assert told(problems) == [f"1: {_PICTURE.format(source)}"]


def test_every_line_is_named() -> None:
    """The same tag on three lines is three problems."""
    _, problems = read_body("p", "<u onclick=x>a</u>\n\nb\n\n<u onclick=x>c</u>\n", 1)
    assert [p.line for p in problems] == [1, 5]


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("Chữ\n\nNhận *500.000 đồng*{.md-overlay} ba đồng.", "md-overlay"),
        ("Chữ\n\n!!! md-skip\n\n    Khung", "admonition md-skip"),
        ("Chữ\n\n<b class='note pc-status--in_force'>Luật</b>", "note pc-status--in"),
        ("Chữ\n\n<pre class=mermaid>graph</pre>", "mermaid"),
    ],
)
def test_classes_of_the_theme_stand_in_no_text(markdown: str, shown: str) -> None:
    """A class that hides text, seals it, or has the theme fetch a script is refused by name."""
    body, problems = read_body("p", markdown, 1)
    assert body is None
    told = [p for p in problems if f'kiểu (class) không được dùng trong bài: "{shown}' in p.message]
    assert told


PASSING = [
    "a<br/>b<br>c  \nd",
    "<hr/>",
    '<p class="footnote">Chữ</p>',
    "<!-- ghi chú của người viết -->",
    "`<script>` trong mã",
    "    <script>\n    khối mã",
    "&lt;script&gt; &amp; &nbsp; &copy; &#8617;",
    "5 < 7 && 8 > 3",
    "\"ngoặc\" & 'nháy' “cong” <https://x.vn/?a=1&b=2> <a@b.vn>",
    "[a](../b/index.md#c) [d](tel:113) [e](mailto:a@b.vn) [f](#g) [g](a(b).pdf)",
    "![Ảnh](anh%20to.png){: width=300 }",
    "a^2^ H<sub>2</sub>O <abbr title='Ủy ban'>UBND</abbr>",
    "Chữ\n{: #ma .note lang=km }",
    "| a | b |\n|--:|:-:|\n| 1 | 2 |",
    "1. a\n\n    > b\n\n2. c",
    "<img src=x onerror=alert(1)",
    "<div onclick=x",
    "<![CDATA[x",
    "javascript:alert(1)",
]


@pytest.mark.parametrize("markdown", [*PASSING, PAGE], ids=[*PASSING, "a page of everything"])
def test_ordinary_markdown_passes(markdown: str) -> None:
    """What Markdown makes, and harmless spellings of HTML, are nobody's fault."""
    body, problems = read_body("p", markdown, 1)
    assert problems == []
    assert body is not None


_PIECES = [
    "<b>", "</b>", "<script>", "<!--", "-->", "<img src=x ", "onerror=x", ">", "<a href='", "'",
    "javascript:x", "`", "\n", "\n\n", "    ", "[a](", ")", "&#", "x", '"', "<p ", "/>",
    "<div>", "</div>", "{: onclick=x }", "<![CDATA[", "]]>", "<?", "<svg>", "\\", "*", "!",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_what_passes_cannot_run(markdown: str) -> None:
    """Whatever is thrown together, a page that passes has no live script in it."""
    body, problems = read_body("p", markdown, 1)
    assert (body is None) == bool([p for p in problems if p.severity == "lỗi"])
    if body is not None:
        assert not _runs(body.html)


def _runs(html: str) -> bool:
    """An independent reading: tags by html.parser, which counts more as tags than browsers do."""
    from html.parser import HTMLParser  # noqa: PLC0415 (the judge, apart from the judged)

    class Judge(HTMLParser):
        live = False

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            targets = ["".join((v or "").split()).lower() for k, v in attrs if k in ("href", "src")]
            self.live |= tag in ("script", "svg", "iframe") or any(
                k.startswith("on") for k, _ in attrs
            )
            self.live |= any(t.startswith("javascript:") for t in targets)

    judge = Judge()
    judge.feed(html)
    judge.close()
    return judge.live
