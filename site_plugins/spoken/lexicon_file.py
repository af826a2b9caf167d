"""A lexicon as staff write it → a `Lexicon`, every fault of it told at once.

One mapping of written form to spoken form, a line each; a form that means several things has a
list, read from the top, of which each but the last says where it holds:

    VHXX: Văn hóa Xã hội
    CT:
      - say: Chủ tịch
        before: [UBND, HĐND]
      - say: chỉ thị
        after: [theo]

It stands in `audio/lexicon/vi.yml` for the station, under `lexicon:` in a page's front matter
for that page alone. A lexicon of another language gives its own spelling, without figures.
"""

import re
from dataclasses import dataclass

from site_plugins.policy.station import VIETNAMESE
from site_plugins.policy.strict_yaml import Path, Value, YamlDocument, compose
from site_plugins.problems import Problem
from site_plugins.spoken.audit import audit, quoted
from site_plugins.spoken.clean import clean
from site_plugins.spoken.lexicon import GENERAL, Entry, Lexicon
from site_plugins.spoken.model import Span
from site_plugins.spoken.reader import read_aloud
from site_plugins.spoken.rule_names import rule_name
from site_plugins.spoken.senses import STAND_INS, Sense
from site_plugins.spoken.syllables import is_word

_FORM = 'mỗi mục một dòng: "chữ viết": cách đọc'
_SENSE = "mỗi cách đọc viết `- say: …`, thêm `after: […]` hoặc `before: […]` nếu tùy chữ bên cạnh"
_NO_FIGURE = "viết số bằng chữ của tiếng ấy"
_SPOKEN = "viết cách đọc bằng âm tiết tiếng Việt, không số, không ký hiệu, không viết tắt"


def read_lexicon(text: str, path: str, language: str = VIETNAMESE) -> tuple[Lexicon, list[Problem]]:
    """The entries of a lexicon file that are sound, and the problems of the others.

    `path` is only how the file is called in the problems.
    """
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.split("\n")):
        return Lexicon(), []
    document = compose(path, text)
    return lexicon_from(document, (), language), document.problems


def lexicon_from(document: YamlDocument, at: Path, language: str = VIETNAMESE) -> Lexicon:
    """The lexicon at a path of a YAML document; what is wrong joins the document's problems."""
    value: Value = document.value
    for step in at:
        value = value[step] if isinstance(value, dict) else {}  # type: ignore[index]
    if not isinstance(value, dict):
        document.error(at, "từ điển không phải là danh sách mục", _FORM)
        return Lexicon()
    reader = _Reader(document, vietnamese=language == VIETNAMESE)
    entries = {}
    for key, given in value.items():
        form, place = clean(key), (*at, key)
        entry = reader.entry(form, given, place) if reader.sound_form(form, place) else None
        if entry:
            entries[form] = entry
    lexicon = Lexicon(entries)
    for key in value:
        reader.tell_idle(clean(key), lexicon, (*at, key))
    return lexicon


@dataclass(frozen=True)
class _Reader:
    """Takes the entries of one document and tells what is wrong with them there."""

    document: YamlDocument
    vietnamese: bool

    def entry(self, written: str, given: Value, at: Path) -> Entry | None:
        """The entry, or None when any of it is at fault."""
        if isinstance(given, str):
            return self._spoken(written, given, at)
        if not isinstance(given, list):
            self.document.error(at, f"“{written}”: thiếu dấu gạch trước `say:`", _SENSE)
            return None
        senses = [self._sense(written, one, (*at, n)) for n, one in enumerate(given)]
        sound = tuple(sense for sense in senses if sense)
        idle = next((n for n in range(len(sound)) if _shadowed(sound[n], sound[:n])), None)
        if idle is not None:
            message = f"“{written}”: cách đọc “{sound[idle].spoken}” không bao giờ được dùng"
            hint = "các mục trên đã nhận hết chỗ của nó; xếp lại, hoặc ghi rõ after, before"
            self.document.error((*at, idle), message, hint)
        return sound if len(sound) == len(senses) and idle is None else None

    def sound_form(self, written: str, at: Path) -> bool:
        """Is there something in it besides what rules must be free to read?"""
        if self.vietnamese and not any(c.isalpha() for c in written):
            message = f"“{written}” không có chữ cái nào: con số, dấu đã có quy tắc đọc"
            self.document.key_error(at, message, "bỏ dòng này, hoặc thêm chữ đứng cạnh con số")
            return False
        if self.vietnamese and is_word(written) and not written.isupper():
            message = f"“{written}” là một tiếng Việt: mọi bài có tiếng ấy sẽ bị đọc sai"
            self.document.key_error(at, message, "bỏ dòng này, hoặc ghi cả cụm chữ")
            return False
        return True

    def _spoken(self, written: str, given: str, at: Path) -> str | None:
        """A spoken form is held to what a spoken text is held to, and stricter: no foreign word."""
        spoken = clean(given).strip()
        if not any(c.isalnum() for c in spoken):
            hint = f'viết cách đọc: {quoted(written)}: "…", hoặc bỏ dòng này'
            self.document.error(at, f"“{written}” chưa có cách đọc", hint)
            return None
        unread = _unread(spoken) if self.vietnamese else re.findall(r"\d+", spoken)
        for token in unread:
            message = f"cách đọc của “{written}” có “{token}” không đọc được"
            self.document.error(at, message, _SPOKEN if self.vietnamese else _NO_FIGURE)
        return None if unread else spoken

    def _sense(self, written: str, given: Value, at: Path) -> Sense | None:
        fields = given if isinstance(given, dict) else {}
        strange = sorted(fields.keys() - {"say", *_SIDES})
        for key in strange:
            self.document.error((*at, key), f"“{written}”: không có trường `{key}`", _SENSE)
        if not isinstance(given, dict) or not isinstance(given.get("say"), str):
            self.document.error(at, f"“{written}”: thiếu `say:`", _SENSE)
            return None
        spoken = self._spoken(written, str(given["say"]), (*at, "say"))
        after, before = (self._words(given.get(side, []), (*at, side)) for side in _SIDES)
        if strange or spoken is None or after is None or before is None:
            return None
        return Sense(spoken, after, before)

    def _words(self, given: Value, at: Path) -> tuple[str, ...] | None:
        words = given if isinstance(given, list) else [given]
        sound = tuple(clean(word) for word in words if isinstance(word, str))
        if len(sound) != len(words):
            self.document.error(at, "phải là danh sách chữ", "ví dụ [UBND, HĐND]")
            return None
        unknown = [word for word in sound if "{" in word and word not in STAND_INS]
        for word in unknown:
            known = ", ".join(f'"{stand_in}"' for stand_in in STAND_INS)
            self.document.error(at, f"không có “{word}”", f"chỉ có: {known}")
        return None if unknown else sound

    def tell_idle(self, written: str, lexicon: Lexicon, at: Path) -> None:
        """Warn of an entry that changes nothing, or that another one contradicts."""
        entry = lexicon.entries.get(written)
        twin = written.lower() if written != written.lower() else ""
        if entry is None or not self.vietnamese:
            return
        general = GENERAL.entries.get(written)
        if isinstance(entry, str) and isinstance(general, str) and entry != general:
            message = f"“{written}” đã có sẵn, đọc là “{general}”"
            self.document.warn(at, message, "dòng này thay cách đọc đó ở mọi bài")
        elif all(map(is_word, written.split())) and not written.isupper():
            message = f"“{written}” là chữ tiếng Việt thường, ở đâu cũng sẽ bị đọc khác đi"
            self.document.warn(at, message, "bỏ dòng này nếu không thật cần")
        elif entry == GENERAL.entries.get(written):
            self.document.warn(at, f"“{written}” đã có sẵn, đọc y như vậy", "bỏ dòng này được")
        elif twin in lexicon.entries and lexicon.entries[twin] != entry:
            message = f"“{written}” và “{twin}” đọc khác nhau"
            self.document.warn(at, message, f"“{twin}” đúng cho mọi cách viết hoa; giữ lại một")
        elif isinstance(entry, str) and (rule := _overruled(written, lexicon)):
            message = f"“{written}” không có tác dụng, vì quy tắc {rule} đọc trước"
            self.document.warn(at, message, "bỏ dòng này, hoặc đổi cách viết trong bài")


def _unread(spoken: str) -> list[str]:
    return [found.token for found in audit([Span(0, len(spoken), spoken, "lexicon")])]


_SIDES = ("after", "before")


def _shadowed(sense: Sense, earlier: tuple[Sense, ...]) -> bool:
    """Do the senses above it hold wherever this one would?"""
    place = sense.after, sense.before
    return any(not one.bound or (one.after, one.before) == place for one in earlier)


def _overruled(written: str, lexicon: Lexicon) -> str:
    """What reads this form before the lexicon is asked, for editors; "" when nothing does."""
    rules = {span.rule for span in read_aloud(written, lexicon=lexicon).trace}
    names = sorted({rule_name(rule) for rule in rules if rule})
    return "" if "lexicon" in rules else ", ".join(f"«{name}»" for name in names) or "viết thường"
