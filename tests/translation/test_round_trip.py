"""Every shipped explainer through every format and back: what was typed is on the page."""

from dataclasses import replace

import pytest

from site_plugins.policy.documents import Explainer
from site_plugins.policy.library import read_library
from site_plugins.policy.station import Language
from site_plugins.problems import errors
from site_plugins.translation.codes import CODE
from site_plugins.translation.formats import FORMATS
from site_plugins.translation.importing import imported
from site_plugins.translation.kit import NoPastTexts, Workshop
from site_plugins.translation.model import KitFormat, Unit
from site_plugins.translation.reading_back import read_back
from site_plugins.translation.returned import Returned
from site_plugins.translation.units import cut
from tests.policy.written import DAY, REPOSITORY, station

TAG = "ktv"
LANGUAGE: Language = station().languages[TAG]
EXPLAINERS = read_library(REPOSITORY, station(), DAY).explainers


def _typed(unit: Unit) -> str:
    return f"Chr’val ô̆ {unit.source}"


@pytest.mark.parametrize("kind", FORMATS.values(), ids=list(FORMATS))
@pytest.mark.parametrize("source", EXPLAINERS, ids=lambda source: source.slug)
def test_what_was_typed_is_on_the_page(source: Explainer, kind: KitFormat) -> None:
    """Filled whole, a kit becomes a translation without a fault, bound to its source's digests."""
    workshop = Workshop(source, NoPastTexts())
    kit = workshop.kit(TAG, LANGUAGE)
    typed = tuple(replace(unit, target=_typed(unit)) for unit in kit.units)
    filled = kind.read("bo", kind.write(replace(kit, units=typed, translator="Y Mẫu")))
    assert not filled.problems
    result = imported(Returned(filled, workshop, "bo"), LANGUAGE)
    assert result.text is not None
    assert not result.problems
    translation, faults = read_back("ktv.md", result.text, source)
    assert translation is not None
    assert not errors(faults)
    assert translation.meta.translation.sources == source.sections
    assert not translation.binding.missing
    said = cut(translation.meta, translation.body.html).leaves
    assert [leaf.plain for leaf in said] == [CODE.sub("", _typed(unit)) for unit in kit.units]


@pytest.mark.parametrize("source", EXPLAINERS, ids=lambda source: source.slug)
def test_shipped_translations_fill_their_kits(source: Explainer) -> None:
    """Nothing that a shipped translation says is missing in the kit that comes of it."""
    for text in source.translations:
        kit = Workshop(source, NoPastTexts()).kit(text.language, LANGUAGE)
        given = "".join(CODE.sub("", unit.target) for unit in kit.units)
        words = "".join(leaf.plain for leaf in cut(text.meta, text.body.html).leaves)
        assert sorted(filter(str.isalnum, given)) == sorted(filter(str.isalnum, words))
