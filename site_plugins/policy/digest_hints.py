"""Digests as people retype them, and where the right ones are to be had."""

import re

_OF = {32: "cả bài (digest, reading)", 16: "một mục (sources, changes)"}
_COPY = "đừng gõ tay, chép nguyên các dòng ở bàn biên tập /bien-tap/ của bản xem trước"


def bad_digest(given: str, pattern: str) -> tuple[str, str]:
    """What is wrong with a digest that does not match its pattern, such as `^[0-9a-f]{16}$`."""
    given = given.strip()
    strange = re.search("[^0-9a-f]", given)
    if strange and re.fullmatch("[0-9A-F]", strange[0]):
        return "dấu của văn bản phải viết chữ thường", f"viết {given.lower()}"
    if strange:
        message = f'dấu của văn bản có ký tự "{strange[0]}", chỉ được gồm 0 đến 9 và a đến f'
        return message, _COPY
    wanted = re.sub(r".*\{|\}.*", "", pattern)
    message = f"dấu của văn bản dài {len(given)} ký tự, phải đúng {wanted}"
    of_another = _OF.get(len(given))
    return message, f"đây là dấu của {of_another}; {_COPY}" if of_another else _COPY
