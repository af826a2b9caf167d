"""Vietnamese: the rules in the order in which a place is offered to them.

The special comes before the general: an address before a word, a document's number before a date,
a date before a fraction, anything before the plain number.
"""

from site_plugins.spoken.engine import Engine
from site_plugins.spoken.vi import (
    abbreviations,
    citations,
    codes,
    dates,
    documents,
    forms,
    legal,
    letters,
    ordinals,
    phones,
    quantities,
    signs,
    times,
    verdicts,
    web,
)

ENGINE = Engine(
    (
        *web.RULES,
        *verdicts.RULES,
        *documents.RULES,
        *citations.RULES,
        *forms.RULES,
        *legal.SHORT,
        *codes.RULES,
        *abbreviations.RULES,
        *phones.RULES,
        *legal.RULES,
        *times.RULES,
        *dates.RULES,
        *ordinals.RULES,
        *quantities.RULES,
        *letters.RULES,
        *signs.RULES,
    )
)
