"""The general lexicon: words written in a way that does not say how they are read."""

from collections.abc import Mapping
from types import MappingProxyType

from site_plugins.spoken.senses import Sense
from site_plugins.spoken.words.acronyms import ACRONYMS
from site_plugins.spoken.words.administration import ADMINISTRATION
from site_plugins.spoken.words.authorities import AUTHORITIES
from site_plugins.spoken.words.brands import BRANDS
from site_plugins.spoken.words.contextual import CONTEXTUAL
from site_plugins.spoken.words.contextual_fields import CONTEXTUAL_FIELDS
from site_plugins.spoken.words.contextual_persons import CONTEXTUAL_PERSONS
from site_plugins.spoken.words.contextual_places import CONTEXTUAL_PLACES
from site_plugins.spoken.words.contextual_things import CONTEXTUAL_THINGS
from site_plugins.spoken.words.economy import ECONOMY
from site_plugins.spoken.words.fields import FIELDS
from site_plugins.spoken.words.foreign import FOREIGN
from site_plugins.spoken.words.foreign_science import FOREIGN_SCIENCE
from site_plugins.spoken.words.highlanders import HIGHLANDERS
from site_plugins.spoken.words.names import NAMES
from site_plugins.spoken.words.people import PEOPLE
from site_plugins.spoken.words.places import PLACES
from site_plugins.spoken.words.society import SOCIETY
from site_plugins.spoken.words.titles import TITLES
from site_plugins.spoken.words.world import WORLD

_LONG_NAME = 5


def _in_capitals(table: Mapping[str, str]) -> dict[str, str]:
    """Names in a heading; a short one in capitals may be an abbreviation (SAR, MIL)."""
    return {form.upper(): spoken for form, spoken in table.items() if len(form) >= _LONG_NAME}


# Of a form that two tables have, the later is taken: only what is derived is in two.
TABLES: tuple[Mapping[str, str | tuple[Sense, ...]], ...] = (
    FIELDS,
    _in_capitals({**NAMES, **HIGHLANDERS, **WORLD}),
    AUTHORITIES,
    ADMINISTRATION,
    SOCIETY,
    ECONOMY,
    ACRONYMS,
    TITLES,
    PLACES,
    FOREIGN,
    FOREIGN_SCIENCE,
    BRANDS,
    NAMES,
    HIGHLANDERS,
    WORLD,
    PEOPLE,
    CONTEXTUAL,
    CONTEXTUAL_FIELDS,
    CONTEXTUAL_THINGS,
    CONTEXTUAL_PERSONS,
    CONTEXTUAL_PLACES,
)
WORDS: Mapping[str, str | tuple[Sense, ...]] = MappingProxyType(
    {form: entry for table in TABLES for form, entry in table.items()}
)
