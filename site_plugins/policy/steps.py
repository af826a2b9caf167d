"""Whether a translation has as many steps, list items and table rows as its source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_plugins.policy.approval import HEAD
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.model import Block, BlockKind
from site_plugins.policy.passages import up_to_date
from site_plugins.policy.station import Language
from site_plugins.problems import Problem, Severity


@dataclass
class Listing:
    """A list or a table: the line of its first item or row, the last one's number, how many."""

    what: str
    line: int
    last: int = 0
    count: int = 1

    def goes_on_with(self, block: Block) -> bool:
        """Whether a block of its level is its next item or row."""
        return _what(block) == self.what and block.ordinal in (0, self.last + 1)


_STEPS, _ITEMS, _ROWS = "bước", "ý", "dòng của bảng"


def step_disagreements(
    source: Explainer, translation: Translation, _language: Language
) -> list[Problem]:
    """An error for each list of steps that is longer or shorter, a warning for other lists.

    Steps may be told as bullets, and bullets or a table as plain text.
    """
    ours, theirs = _by_section(source), _by_section(translation)
    return [
        problem
        for section in up_to_date(source, translation)
        for problem in _section(translation, section, ours[section], theirs[section])
    ]


def _by_section(text: Explainer | Translation) -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = {HEAD: []}
    for block in text.body.blocks:
        found.setdefault(block.section or HEAD, []).append(block)
    return found


def listings(blocks: Iterable[Block]) -> list[Listing]:
    """The lists and tables among blocks, in order.

    A paragraph within an item ends no list: the number of the next item tells.
    """
    found: list[Listing] = []
    last: dict[int, Listing] = {}
    for block in blocks:
        last = {} if block.kind is BlockKind.HEADING else last
        if block.kind not in (BlockKind.ITEM, BlockKind.ROW):
            continue
        last = {level: listing for level, listing in last.items() if level <= block.level}
        listing = last.get(block.level)
        if listing and listing.goes_on_with(block):
            listing.count, listing.last = listing.count + 1, block.ordinal
        else:
            listing = Listing(_what(block), block.line, block.ordinal)
            found.append(listing)
        last[block.level] = listing
    return found


def _what(block: Block) -> str:
    if block.kind is BlockKind.ROW:
        return _ROWS
    return _STEPS if block.ordinal else _ITEMS


def _section(
    translation: Translation, section: str, ours: list[Block], theirs: list[Block]
) -> Iterator[Problem]:
    line = theirs[0].line if theirs else translation.yaml.place(("title",))[0]
    for want, given in _pairs(listings(ours), listings(theirs)):
        if want.count != (given.count if given else 0) and (given or want.what == _STEPS):
            is_fault = want.what == _STEPS and section not in translation.binding.missing
            severity = Severity.ERROR if is_fault else Severity.WARNING
            message = (
                f'mục "{section}": bản gốc có {want.count} {want.what}'
                f" (index.md dòng {want.line}), bản dịch có {given.count if given else 0}"
            )
            hint = "tách hoặc gộp cho đủ như bản gốc"
            place = (given.line if given else line, 0)
            yield Problem(translation.path, *place, severity, message, hint)


def _pairs(ours: list[Listing], theirs: list[Listing]) -> list[tuple[Listing, Listing | None]]:
    """Lists one by one where there are as many, else all of a kind together."""
    if [_kind(listing) for listing in ours] == [_kind(listing) for listing in theirs]:
        return list(zip(ours, theirs, strict=True))
    return [(whole, _whole(whole.what, theirs)) for whole in _wholes(ours)]


def _kind(listing: Listing) -> bool:
    return listing.what == _ROWS


def _wholes(listings: list[Listing]) -> Iterator[Listing]:
    for what in dict.fromkeys(listing.what for listing in listings):
        if whole := _whole(what, listings):
            yield whole


def _whole(what: str, listings: list[Listing]) -> Listing | None:
    """All lists of a kind as one; where there are no steps, the bullets stand for them."""
    alike = [listing for listing in listings if listing.what == what]
    if alike:
        return Listing(what, alike[0].line, count=sum(listing.count for listing in alike))
    return _whole(_ITEMS, listings) if what == _STEPS else None
