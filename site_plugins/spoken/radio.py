"""What the eye follows and the ear does not: advice to an editor, never an obstacle to a clip.

Rules of radio style in the project's domain: at most 25 syllables a sentence; no tables, no
brackets, no «dưới đây», no links; what it gives people before its legal basis; contact and
deadline said twice.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from site_plugins.policy.model import Block, BlockKind
from site_plugins.spoken.model import Role, Script, Segment
from site_plugins.spoken.pace import syllables

LONGEST_SENTENCE = 25
_BRACKETS = re.compile(r"[(\[]")
_POINTERS = re.compile(
    r"(?<!\w)(?:dưới đây|bên dưới|ở dưới|phía dưới|trên đây|nêu trên|nói trên|ở trên|bên trên|"
    r"phía trên|bảng sau|bảng trên|hình bên|trang này|tại đây|ở đây|xem thêm|bấm vào|nhấn vào|"
    r"nhấp vào|đường dẫn|đường link|liên kết|đính kèm|kèm theo)(?!\w)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|\w\.(?:vn|com|org|net)(?!\w)|\S@\S")
_BASIS = re.compile(
    r"(?:căn cứ|theo|thực hiện|triển khai) (?:pháp lý|bộ luật|luật|pháp lệnh|nghị \w+|thông tư|"
    r"quyết định|chỉ thị|điều|hiến pháp|kế hoạch|công văn|công điện|hướng dẫn|chương trình|"
    r"đề án|nđ|nq|tt|qđ|kh|ct)(?!\w)|căn cứ(?!\w)"
)


@dataclass(frozen=True)
class Advice:
    """What to write otherwise, in the sentence of a line; both empty for the text as a whole."""

    line: int
    sentence: str
    message: str


def advise(
    script: Script, blocks: Sequence[Block], twice: Mapping[str, str] = MappingProxyType({})
) -> tuple[Advice, ...]:
    """All advice on a script and the blocks of the body that it was made of.

    `twice` is what a listener needs twice (the telephone number, the deadline): as it is said,
    and as editors write it.
    """
    return (*_whole(script, blocks, twice), *_of_sentences(script), *_of_tables(blocks))


def _of_sentences(script: Script) -> Iterator[Advice]:
    for sentence in _sentences(script):
        written = " ".join(segment.written for segment in sentence)
        for message in _on_sentence(written, " ".join(segment.text for segment in sentence)):
            yield Advice(sentence[0].line, written, message)


def _sentences(script: Script) -> Iterator[list[Segment]]:
    """The page's own sentences whole: a long one is several segments, each but the last open."""
    sentence: list[Segment] = []
    for segment in script.segments:
        if segment.role not in (Role.TITLE, Role.HEADING, Role.SENTENCE):
            continue
        sentence.append(segment)
        if not segment.text.endswith(","):
            yield sentence
            sentence = []


def _on_sentence(written: str, spoken: str) -> Iterator[str]:
    length = syllables(spoken)
    if length > LONGEST_SENTENCE:
        yield f"câu dài {length} tiếng, nên cắt còn {LONGEST_SENTENCE} tiếng trở xuống"
    if _BRACKETS.search(written):
        yield "có ngoặc đơn: người nghe không thấy ngoặc, nên viết thành câu riêng"
    if _ADDRESS.search(written):
        yield "có địa chỉ mạng: khó nghe, nên chỉ nói tên trang hoặc nơi hỏi"
    yield from (
        f"có «{pointer[0]}»: người nghe không thấy trang, nên nói thẳng nội dung"
        for pointer in _POINTERS.finditer(written)
    )


def _of_tables(blocks: Sequence[Block]) -> Iterator[Advice]:
    rows = [block for block in blocks if block.kind is BlockKind.ROW]
    if rows:
        message = f"có bảng {len(rows)} dòng: nên kể lại bằng lời những dòng cần nhất"
        yield Advice(rows[0].line, rows[0].text, message)


def _plain(text: str) -> str:
    return text.lower().replace(",", "")


def _whole(script: Script, blocks: Sequence[Block], twice: Mapping[str, str]) -> Iterator[Advice]:
    said = _plain(" ".join(segment.text for segment in script.segments))
    for spoken, form in twice.items():
        times = said.count(_plain(spoken))
        if times < 2:
            count = "chưa đọc lần nào" if not times else "mới đọc một lần"
            yield Advice(0, "", f"«{form}» {count}: số gọi và hạn chót nên đọc hai lần")
    first = next((b for b in blocks if b.kind is not BlockKind.HEADING), None)
    if first and _BASIS.match(first.text.lower()):
        message = "mở đầu bằng căn cứ pháp lý: nên nói trước người dân được gì, phải làm gì"
        yield Advice(first.line, first.text, message)
