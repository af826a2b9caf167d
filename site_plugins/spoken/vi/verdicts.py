"""Numbers of the courts: `12/2024/HS-ST` is «số mười hai, năm …, hình sự sơ thẩm»."""

import re

from site_plugins.spoken.context import before
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.documents import YEAR, breath, label, year

_FIELDS = {
    "HS": "hình sự",
    "DS": "dân sự",
    "HC": "hành chính",
    "LĐ": "lao động",
    "HNGĐ": "hôn nhân và gia đình",
    "KDTM": "kinh doanh thương mại",
}
_INSTANCES = {
    "ST": "sơ thẩm",
    "PT": "phúc thẩm",
    "GĐT": "giám đốc thẩm",
    "TT": "tái thẩm",
    "TLST": "thụ lý sơ thẩm",
    "TLPT": "thụ lý phúc thẩm",
    "QĐST": "quyết định sơ thẩm",
    "QĐPT": "quyết định phúc thẩm",
    "XXST": "xét xử sơ thẩm",
    "QĐXXST": "quyết định xét xử sơ thẩm",
}
_NAMES = {**_FIELDS, **_INSTANCES}
_FIELD, _INSTANCE = "|".join(_FIELDS), "|".join(_INSTANCES)


def _verdict(match: re.Match[str], manner: Manner) -> str:
    said = label(match["number"], None, manner) + year(match["year"], manner)
    if manner.style.document == "short":
        return said
    about = f"{_NAMES[match['first']]} {_NAMES[match['second']]}"
    named = "quyết định" in before(match).lower()
    said += ", " + (about.removeprefix("quyết định ") if named else about)
    return said + breath(match, match.end(), said)


RULES = (
    rule(
        "documents.verdict",
        "figure",
        rf"(?P<number>[0-9]{{1,5}})/(?P<year>{YEAR})/"
        rf"(?P<first>{_FIELD}|{_INSTANCE})-(?P<second>{_FIELD}|{_INSTANCE})(?!\w)",
        _verdict,
    ),
)
