"""A project with one explainer, its kit handed out, filled and brought back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_plugins.policy.documents import Explainer
from site_plugins.policy.library import SECTION
from site_plugins.translation.importing import Imported, imported
from site_plugins.translation.kit import NoPastTexts, Workshop
from site_plugins.translation.kit_code import code_of, read_code
from site_plugins.translation.model import Filled, Kit, PastTexts, Unit
from site_plugins.translation.returned import Returned
from tests.policy.written import Content, station

TAG = "ktv"
PATH = f"content/{SECTION}/bai/{TAG}.md"
BODY = """\
Từ ngày 1/7/2025, xem [nghị định](https://vbpl.vn/) này[^1].

## Bao nhiêu {#bao-nhieu}

Được 500.000 đồng một tháng.

| Ai | Mức |
|:--|--:|
| Từ 75 tuổi | 500.000 đồng |

## Ở đâu

1. Đến **một cửa**
2. Gọi 0200 000 0000

[^1]: Nghị định số 176/2025/NĐ-CP.
"""
FRONT = """\
title: Trợ cấp
summary: Tóm tắt.
kind: explainer
status: in_force
published: 2026-01-15
legal_basis: [{number: 176/2025/NĐ-CP}]
checked_on: 2026-11-01
contact: {office: Một cửa}
board: [Dòng một, Dòng hai]
loop: Lời đọc ngắn.
"""


@dataclass(frozen=True)
class Kept:
    """Old wordings that somebody kept."""

    by_digest: Mapping[str, Sequence[str]]

    def lines(self, digest: str) -> Sequence[str] | None:
        """As they were."""
        return self.by_digest.get(digest)


@dataclass
class Desk:
    """A translator's and an importer's table."""

    content: Content
    past: PastTexts = field(default_factory=NoPastTexts)

    def write(self, body: str = BODY, front: str = FRONT) -> None:
        """The source."""
        self.content.write(f"---\n{front}---\n\n{body}")

    def source(self) -> Explainer:
        """The source as the build reads it, with the translations that it shows."""
        (explainer,) = self.content.library().explainers
        return explainer

    def workshop(self) -> Workshop:
        """The bench."""
        return Workshop(self.source(), self.past)

    def kit(self) -> Kit:
        """A kit as it would be handed out now."""
        return self.workshop().kit(TAG, station().languages[TAG])

    def bring_back(self, filled: Filled) -> Imported:
        """Import a filled kit and write what came of it."""
        result = imported(
            Returned(filled, self.workshop(), "bai.ktv.html"), station().languages[TAG]
        )
        if result.text is not None:
            self.content.write(result.text, PATH)
        return result

    def sources(self) -> Mapping[str, str]:
        """The digests that the written translation carries."""
        (translation,) = self.source().translations
        return translation.meta.translation.sources


def words(unit: Unit) -> str:
    """What a translator of these tests writes: everything kept, something added."""
    return f"Chr’val {unit.source}"


def fill(kit: Kit, cells: Mapping[str, str] | None = None, **more: str) -> Filled:
    """A kit whose cells all hold `words`, but for `cells`; "" leaves a cell empty."""
    typed = {unit.id: words(unit) for unit in kit.units} | dict(cells or {})
    kept = {unit: text for unit, text in typed.items() if text}
    return replace(
        Filled(kit.slug, kit.tag, kit.sections, kept, "Y Mẫu", given=given_in(kit)),
        **more,  # type: ignore[arg-type]
    )


def as_prefilled(kit: Kit, cells: Mapping[str, str] | None = None) -> Filled:
    """A kit as it was handed out, but for `cells`."""
    given = {unit.id: unit.target for unit in kit.units} | dict(cells or {})
    kept = {unit: text for unit, text in given.items() if text}
    return Filled(kit.slug, kit.tag, kit.sections, kept, kit.translator, given=given_in(kit))


def given_in(kit: Kit) -> Mapping[str, str]:
    """What the code of a kit says of its cells."""
    return read_code(code_of(kit)).given
