"""Binding a leader's approval to exactly the text that was read."""

import hashlib
import unicodedata
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from site_plugins.policy.model import Block, Body
from site_plugins.policy.schema import Approval, ExplainerMeta, Kind, Spoken

_SEPARATOR = "\x1f"


class ApprovalState(StrEnum):
    """Whether a text may be spoken for its leader; the value is what the desk shows."""

    NONE = "chưa duyệt"
    VOID = "đã sửa sau khi duyệt"
    APPROVED = "đã duyệt"


def approval_digest(meta: Spoken, body: Body) -> str:
    """The digest that an approval carries: 32 hexadecimal digits of SHA-256.

    It covers title, summary, body (footnotes too), board and loop, as rendered text in NFC with
    white space folded: reflowing the Markdown or saving it with CRLF voids nothing, changing a
    word, the kind of a block or the order of blocks does. It knows no rule of reading aloud.
    A draft's approval is for a draft: it does not outlive the draft's becoming law.
    """
    is_draft = isinstance(meta, ExplainerMeta) and meta.kind is Kind.DRAFT
    lines = [
        *(["draft"] if is_draft else []),
        meta.title,
        meta.summary,
        *_blocks(body.blocks),
        *_short_forms(meta),
        "notes",
        *body.notes,
    ]
    return digest(lines)[:32]


def section_lines(meta: Spoken, body: Body) -> dict[str, list[str]]:
    """Section id → the lines that its digest is taken of, in page order.

    `dau-trang` is the part above the first heading. It stands for the board and the loop too: a
    translation has its own of both, which must not outlive a change of the sum that they name.
    Footnotes go with it as well.
    """
    sections: dict[str, list[Block]] = {HEAD: []}
    for block in body.blocks:
        sections.setdefault(block.section or HEAD, []).append(block)
    head = [meta.title, meta.summary, *_short_forms(meta), "notes", *body.notes]
    return {
        name: [*(head if name == HEAD else ()), *_blocks(blocks)]
        for name, blocks in sections.items()
    }


def section_digest(lines: Iterable[str]) -> str:
    """16 hexadecimal digits for the lines of a section."""
    return digest(lines)[:16]


def section_digests(meta: Spoken, body: Body) -> dict[str, str]:
    """Section id → its digest, in page order."""
    return {name: section_digest(lines) for name, lines in section_lines(meta, body).items()}


APPROVER = "Chức vụ và họ tên người duyệt"
"""What stands where the approver's name belongs; nobody of that name approves anything."""

HEAD = "dau-trang"
"""The id of the title, the summary, board, loop and what stands above the first heading."""


def approval_state(approval: Approval | None, current: str) -> ApprovalState:
    """Compare an approval with the digest of the text as it stands."""
    if approval is None:
        return ApprovalState.NONE
    return ApprovalState.APPROVED if approval.digest == current else ApprovalState.VOID


def lines_to_paste(digest: str, on: date, reading: str = "") -> str:
    """The front matter lines that approve a text; the approver writes the name.

    `reading` is the digest of what will be said, "" for a text that nobody reads aloud.
    """
    lines = f'approval:\n  by: "{APPROVER}"\n  on: {on.isoformat()}\n  digest: {digest}\n'
    return f"{lines}  reading: {reading}\n" if reading else lines


def digest(lines: Iterable[str]) -> str:
    """SHA-256 of lines in NFC with white space folded, as hexadecimal digits."""
    folded = (" ".join(unicodedata.normalize("NFC", line).split()) for line in lines)
    return hashlib.sha256(_SEPARATOR.join(folded).encode()).hexdigest()


def _short_forms(meta: Spoken) -> list[str]:
    return ["board", *meta.board, "loop", meta.loop or ""]


def _blocks(blocks: Iterable[Block]) -> list[str]:
    return [f"{block.kind}{block.level}.{block.ordinal} {block.text}" for block in blocks]
