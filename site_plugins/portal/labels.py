"""How values appear on a page, for Vietnamese readers."""

from site_plugins.policy.words import MEANINGS

RECALLED = "Bài này đã được rút. Không dùng, không phát lại nội dung cũ."
"""All that is said of a withdrawn text, on its page, its card and to search engines."""


def label(value: str) -> str:
    """A status, a kind or a sort of change as it stands on a page: "Có hiệu lực"."""
    return MEANINGS[value].capitalize()


def duration(seconds: float) -> str:
    """A length for readers: "3 phút 20 giây"."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} phút {rest} giây" if minutes else f"{rest} giây"


def dial(phone: str) -> str:
    """The digits of a written number, for a `tel:` link: "0200 000 0000 (số ví dụ)" too."""
    return "".join(c for c in phone if c in "+0123456789")
