"""Links of a translation lead where those of its source lead."""

import pytest

from site_plugins.policy.addresses import strange_addresses
from site_plugins.problems import Severity
from tests.policy.pairs import source_of, translation_of
from tests.policy.written import station

GIVEN = (
    "Gọi 0203 123 4567 hoặc [113](tel:113), thư a@vidu.vn, "
    "xem [quyết định](https://vidu.vn/1) và [bài khác](../b/index.md)."
)


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("tel:0900999999", [Severity.ERROR]),
        ("TEL:+84900999999", [Severity.ERROR]),
        ("tel:11", [Severity.ERROR]),
        ("tel:", [Severity.ERROR]),
        ("mailto:b@vidu.vn", [Severity.ERROR]),
        ("https://khac.vn/", [Severity.WARNING]),
        ("tel:+842031234567", []),
        ("tel:113", []),
        ("mailto:a@vidu.vn?subject=x", []),
        ("https://vidu.vn/1", []),
        ("../c/index.md", []),
        ("#muc", []),
    ],
)
def test_addresses(target: str, told: list[Severity]) -> None:
    """The words may show the right number while the link calls another one."""
    translation = translation_of(f"Hu [0203 123 4567]({target}).")
    language = station().languages["tyz"]
    problems = strange_addresses(source_of(GIVEN), translation, language)
    assert [problem.severity for problem in problems] == told
    assert [problem.line for problem in problems] == [10] * len(told)
