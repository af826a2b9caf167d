"""Kits made by hand, from sentences of the sample commune."""

from dataclasses import replace

from site_plugins.policy.station import Language
from site_plugins.translation.kit_code import trace
from site_plugins.translation.model import Filled, Kit, Term, Unit, UnitKind, UnitState

COTU = Language(
    full_tag="ktv-Latn-VN", name="Cơ Tu", endonym="Cơ Tu", script="Latn", fonts=("Noto Sans",)
)
KHMER = Language(
    full_tag="km-VN", name="Khmer", endonym="ខ្មែរ", script="Khmr", fonts=("Noto Sans Khmer",)
)
TAI_VIET = Language(
    full_tag="blt-Tavt", name="Thái, chữ Thái", endonym="ꪼꪕꪒꪾ", script="Tavt",
    fonts=("Noto Sans Tai Viet",),
)  # fmt: skip
CHAM = Language(
    full_tag="cjm-Cham", name="Chăm", endonym="ꨌꩌ", script="Cham", fonts=("Noto Sans Cham",)
)

UNITS = (
    Unit(1, "title", "dau-trang", UnitKind.TITLE, UnitState.NEW, "Trợ cấp hưu trí xã hội"),
    Unit(
        2,
        "bao-nhieu.1",
        "bao-nhieu",
        UnitKind.PARAGRAPH,
        UnitState.CHANGED,
        "Mỗi người được 500.000 đồng một tháng, theo {1}nghị định{/1} của Chính phủ.",
        before="Mỗi người được 360.000 đồng một tháng, theo {1}nghị định{/1} của Chính phủ.",
        target="Chr’val 360.000 đồng {1}nghị định{/1}",
        facts=("500.000 đồng",),
    ),
    Unit(
        3,
        "bao-nhieu.2",
        "bao-nhieu",
        UnitKind.ITEM,
        UnitState.KEPT,
        "Tỉnh có thể hỗ trợ thêm 5 % số tiền, không quá 1/2 mức chung.",
        target="Tỉnh chr’val 5 % 1/2",
        facts=("5 %", "1/2"),
    ),
    Unit(4, "o-dau.1", "o-dau", UnitKind.QUOTE, UnitState.NEW, 'Hỏi tại "một cửa" \\ tầng 1.'),
)

KIT = Kit(
    slug="tro-cap-huu-tri",
    tag="ktv",
    language=COTU,
    title="Trợ cấp hưu trí xã hội",
    version="7F3A",
    units=UNITS,
    sections={
        "dau-trang": "0123456789abcdef",
        "bao-nhieu": "fedcba9876543210",
        "o-dau": "00112233445566ff",
    },
    headings={"dau-trang": "Đầu trang", "bao-nhieu": "Được bao nhiêu?", "o-dau": "Hỏi ở đâu?"},
    terms=(Term("nghị định", "", "văn bản của Chính phủ"), Term("hộ nghèo", "đong đha rựt")),
    notes=("Tên gọi cũ của trợ cấp này đã bỏ.",),
    translator="Nguyễn Thị Mẫu",
    orthography="Quyết định 1052",
)

GIVEN_BACK = Filled(
    slug=KIT.slug,
    tag=KIT.tag,
    sections=KIT.sections,
    cells={unit.id: unit.target for unit in UNITS if unit.target},
    translator=KIT.translator,
    orthography=KIT.orthography,
    confirmed=frozenset({"bao-nhieu.2"}),
    given={unit.id: trace(unit.target) for unit in UNITS if unit.target},
)
"""What comes back of a kit that nobody has written into."""


def kit_of(*targets: str, language: Language = COTU, kind: UnitKind = UnitKind.PARAGRAPH) -> Kit:
    """A kit whose units have these translations."""
    units = tuple(
        Unit(n, f"muc.{n}", "muc", kind, UnitState.KEPT, f"Câu số {n} của mục.", target=target)
        for n, target in enumerate(targets, 1)
    )
    sections = {"dau-trang": "0" * 16, "muc": "1" * 16}
    return replace(KIT, language=language, units=units, sections=sections, headings={"muc": "Mục"})
