"""The names of letters, and words spelt with them."""

# The broadcast names: điểm d is «dê», điểm đ is «đê»; a northern «giê» for g would sound like «dê».
NAMES = {
    "a": "a",
    "ă": "á",
    "â": "ớ",
    "b": "bê",
    "c": "xê",
    "d": "dê",
    "đ": "đê",
    "e": "e",
    "ê": "ê",
    "f": "ép",
    "g": "gờ",
    "h": "hát",
    "i": "i",
    "j": "gi",
    "k": "ca",
    "l": "e lờ",
    "m": "em mờ",
    "n": "en nờ",
    "o": "o",
    "ô": "ô",
    "ơ": "ơ",
    "p": "pê",
    "q": "quy",
    "r": "e rờ",
    "s": "ét",
    "t": "tê",
    "u": "u",
    "ư": "ư",
    "v": "vê",
    "w": "vê kép",
    "x": "ích xì",
    "y": "i dài",
    "z": "dét",
}


# A point of law is «o»; in what is spelt (CO2, VOV, gov) everybody says «ô».
IN_CODES = NAMES | {"o": "ô"}


def spelled(letters: str) -> str:
    """Letter by letter: "QL" → "quy e lờ"."""
    return " ".join(IN_CODES[letter] for letter in letters.lower() if letter in IN_CODES)
