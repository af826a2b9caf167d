"""How fast text is read aloud, whether the time grows with the text, whether anything is lost.

python -m benchmarks.reading speed
python -m benchmarks.reading garbage
python -m benchmarks.reading fuzz --inputs 1000000
"""

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from site_plugins.problems import Severity
from site_plugins.spoken import GENERAL, Reading, read_aloud

PLANS = Path(__file__).parents[1] / "tests" / "data"
ROUNDS = 5
SEEDS = (
    "1", "0", "1.", "1,", "1/", "1-", "1:", "1 ", "-", "–", ".", "…", "(", "[", "a", "A", "à",
    "I", "đ", "a\u0323\u0302", "\u0301", "1a", "a1", "A-", "A/", "a.", "a@", "#", "@", "/",
    "*", "_", "|", "<", "&", "'", "1/1/", "12/12/2020-", "khoản 1 ", "điểm a, ", "ngày ",
    "thứ 2, ", "0912 ", "1/QĐ-", "QĐ-UBND-", "Km1+", "http://a.vn/", "a.vn", "21°", "1x1",
    "½", "²", "😀", "\u200b", "ក", "\n", "1\n", "XIV–", "TP. ", "[a](", "**a",
)  # fmt: skip


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("speed", "garbage", "fuzz"))
    parser.add_argument("--inputs", type=int, default=100_000, help="generated texts to read")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--characters", type=int, default=1_000_000, help="of garbage, at most")
    parser.add_argument("--of", nargs="+", default=SEEDS, help="the garbage, if not all of it")
    options = parser.parse_args()
    if options.what == "fuzz":
        fuzz(options.inputs, Random(options.seed))
    elif options.what == "garbage":
        garbage(options.of, options.characters)
    else:
        speed()


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _reading_s(text: str) -> float:
    return _seconds(lambda: read_aloud(text))


def speed() -> None:
    """Both real plans again and again: characters a CPU second, beside NFC and cutting to words."""
    text = "\n".join(path.read_text("utf-8") for path in sorted(PLANS.glob("ke-hoach-*.txt")))
    text *= 400_000 // len(text) + 1
    ours, plain = [], []
    for _ in range(ROUNDS):
        plain.append(_seconds(lambda: re.findall(r"\w+", unicodedata.normalize("NFC", text))))
        ours.append(_reading_s(text))
    rate = len(text) / median(ours)
    print(f"{len(text):,} characters, median of {ROUNDS} rounds, CPU seconds")
    print(f"read_aloud {median(ours):.2f} s, {rate:,.0f} characters a second")
    print(f"NFC and words {median(plain):.3f} s, ratio {median(ours) / median(plain):.1f}")


def garbage(seeds: Sequence[str], characters: int) -> None:
    """Each seed repeated to a quarter of the length and to all of it: time may grow four times."""
    rows = []
    for seed in seeds:
        sizes = (characters // 4, characters)
        small, large = (_reading_s(seed * (size // len(seed))) for size in sizes)
        rows.append((large, large / small, seed))
    print(f"{'CPU s':>8} {'growth':>7}  seed, to {characters:,} characters (growth of 4 is linear)")
    for large, growth, seed in sorted(rows, reverse=True):
        print(f"{large:>8.2f} {growth:>7.1f}  {seed!r}")


# A low dash stands for a space.
_WORDS = """
▁ ▁ ▁ ▁ ngày▁ tháng▁ năm▁ số▁ Điều▁ khoản▁ điểm▁ quý▁ thứ▁ lần▁thứ▁ giai▁đoạn▁ từ▁ đến▁ khoảng▁
gọi▁ tổng▁đài▁ tỷ▁lệ▁ lúc▁ đồng triệu▁ km m² hộ▁ người/ /tháng QĐ-UBND NĐ-CP /2024/ UBND▁ TP.▁
1.000.000 2021-2025 7h30 0912345678 1/3▁ XIV www.a.vn a@b.vn -5°C 2,5 12/2025/ (a)▁ [^1] **
"""
_SCRAPS = (
    *"0123456789.,;:-–/()%+&'\"*_|#@°…“”<>=²½$€\n\t\u00a0\u00ad\u200b\u0301\u0323",
    *"aăâeêioôơuưyđbcdghklmnpqrstvxAĐIVXLCQTNHKBU",
    *_WORDS.split(),
)


def fuzz(inputs: int, chance: Random) -> None:
    """Read generated texts; count crashes, lost characters, silent figures, second thoughts."""
    forms = tuple(GENERAL.entries)
    found: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for _ in range(inputs):
        text = "".join(
            chance.choice(forms)
            if chance.random() < 0.1
            else chance.choice(_SCRAPS).replace("▁", " ")
            for _ in range(chance.randint(1, 24))
        )
        for fault in _faults(text):
            found[fault] += 1
            shown.setdefault(fault, text)
    print(f"{inputs:,} inputs")
    for fault in ("crash", "gap in the trace", "silent figure", "read otherwise the second time"):
        print(f"{found[fault]:>9,}  {fault}" + (f": {shown[fault]!r}" if fault in shown else ""))


def _faults(text: str) -> list[str]:
    try:
        reading = read_aloud(text)
        again = read_aloud(str(reading))
    except Exception as error:  # noqa: BLE001 (that is what is looked for)
        return ["crash", type(error).__name__]
    errors = [p for p in reading.problems if p.severity is Severity.ERROR]
    faults = []
    if not _covers(reading):
        faults.append("gap in the trace")
    if any(c.isdigit() for c in str(reading)) and not any(map(_has_figure, errors)):
        faults.append("silent figure")
    if not errors and str(again) != str(reading):
        faults.append("read otherwise the second time")
    return faults


def _has_figure(problem: object) -> bool:
    return any(c.isdigit() for c in getattr(problem, "token", ""))


def _covers(reading: Reading) -> bool:
    ends = [0, *(span.end for span in reading.trace)]
    return ends == [*(span.start for span in reading.trace), len(reading.written)]


if __name__ == "__main__":
    main()
