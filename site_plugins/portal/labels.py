"""How values appear on a page, for Vietnamese readers."""

from markupsafe import Markup

from site_plugins.portal.locale_files import filled, vietnamese_strings
from site_plugins.portal.wording import Wording


def duration(seconds: float) -> str:
    """A length for staff: "3 phút 20 giây"."""
    key, values = _duration(seconds)
    return filled(vietnamese_strings()[key], {name: str(value) for name, value in values.items()})


def said_duration(seconds: float, wording: Wording) -> Markup:
    """A length in the words of a page."""
    key, values = _duration(seconds)
    return wording.say(key, **values)


def _duration(seconds: float) -> tuple[str, dict[str, int]]:
    minutes, rest = divmod(round(seconds), 60)
    values = {"minutes": minutes, "seconds": rest}
    return ("duration.minutes" if minutes else "duration.seconds"), values


def dial(phone: str) -> str:
    """The digits of a written number, for a `tel:` link: "0200 000 0000 (số ví dụ)" too."""
    return "".join(c for c in phone if c in "+0123456789")
