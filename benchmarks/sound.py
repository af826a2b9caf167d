"""How many seconds of finished sound one CPU-second makes, from text that nobody spoke before.

python -m benchmarks.sound stages              # where the time goes, MP3 and Opus
python -m benchmarks.sound threads             # one thread and two
python -m benchmarks.sound memory              # the peak for an hour, both codecs
"""

import argparse
import re
import resource
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter

from site_plugins.policy.sound_settings import Profiles
from site_plugins.sound.joining import Track, joined
from site_plugins.sound.mastering import master
from site_plugins.sound.model import Codec, Piece, Profile
from site_plugins.spoken import read_aloud
from site_plugins.voice.espeak import EspeakEngine
from site_plugins.voice.model import SpeechRequest

PLANS = Path(__file__).parents[1] / "tests" / "data"
HORN = Profile(**Profiles().horn.model_dump())
WEB = Profile(**Profiles().web.model_dump())
PAUSE_S = 0.4
_KIB_IN_MB = 1024 if sys.platform == "linux" else 1024 * 1024


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("stages", "threads", "memory"))
    parser.add_argument("--minutes", type=float, default=10, help="of each programme")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if options.what == "stages":
        stages(options.minutes, options.rounds)
    elif options.what == "threads":
        threads(options.minutes)
    else:
        memory(max(60, options.minutes))


def sentences() -> Iterator[str]:
    """Both real plans in spoken words, again and again."""
    plans = (path.read_text("utf-8") for path in sorted(PLANS.glob("ke-hoach-*.txt")))
    spoken = " ".join(str(read_aloud(plan)) for plan in plans)
    parts = (part.strip() for part in re.split(r"(?<=[.;:!?\n])\s+", spoken))
    return cycle([part for part in parts if any(char.isalpha() for char in part)])


def programme(engine: EspeakEngine, minutes: float) -> Iterator[Piece]:
    """Sentences in the embedded voice, as many as fill so much time."""
    voice = engine.voices()[0]
    left_s = 60 * minutes
    for text in sentences():
        speech = engine.speak(voice, SpeechRequest(text, "vi", 160))
        yield Piece(speech, text, PAUSE_S)
        left_s -= speech.duration_s + PAUSE_S
        if left_s < 0:
            return


def cpu_s() -> float:
    """Of this process and of those that it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def spoken(minutes: float) -> list[Piece]:
    """A programme from an engine of its own, whose process has ended: its time is counted."""
    engine = EspeakEngine()
    try:
        return list(programme(engine, minutes))
    finally:
        engine.close()


def stages(minutes: float, rounds: int) -> None:
    """Seconds of finished sound a CPU-second, by stage; the median of some rounds."""
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, speed in _speeds(minutes):
            found.setdefault(name, []).append(speed)
    for name, speeds in found.items():
        low, high = min(speeds), max(speeds)
        print(f"{name:<24}{median(speeds):>7.0f}  ({low:.0f} to {high:.0f})")


def _speeds(minutes: float) -> Iterator[tuple[str, float]]:
    start = cpu_s()
    pieces = spoken(minutes)
    voice_s = cpu_s() - start
    with joined(pieces) as track:
        joining_s = cpu_s() - start - voice_s
        mp3_s = _mastering_s(track, HORN, Codec.MP3)
        opus_s = _mastering_s(track, WEB, Codec.OPUS)
        length_s = track.duration_s
    yield "speaking (espeak)", length_s / voice_s
    yield "joining", length_s / joining_s
    yield "mastering, MP3", length_s / mp3_s
    yield "mastering, Opus", length_s / opus_s
    yield "all, MP3", length_s / (voice_s + joining_s + mp3_s)
    yield "all, MP3 and Opus", length_s / (voice_s + joining_s + mp3_s + opus_s)


def _mastering_s(track: Track, profile: Profile, codec: Codec) -> float:
    start = cpu_s()
    master(track, profile, codec)
    return cpu_s() - start


def threads(minutes: float) -> None:
    """The same two programmes one after the other and side by side, on the clock."""
    pieces = spoken(minutes)

    def finish(_: int) -> float:
        with joined(pieces) as track:
            master(track, HORN, Codec.MP3)
            return track.duration_s

    for crew_size in (1, 2):
        start, clock = cpu_s(), perf_counter()
        with ThreadPoolExecutor(crew_size) as crew:
            length_s = sum(crew.map(finish, range(2)))
        used_s, took_s = cpu_s() - start, perf_counter() - clock
        print(f"{crew_size} threads: {length_s / took_s:.0f} s of sound a second on the clock,")
        print(f"  {used_s / took_s:.2f} cores, {length_s / used_s:.0f} s of sound a CPU-second")


def memory(minutes: float) -> None:
    """The peak of this process for one programme in both codecs, spoken as it goes."""
    engine = EspeakEngine()
    with joined(programme(engine, minutes)) as track:
        for profile, codec in ((HORN, Codec.MP3), (WEB, Codec.OPUS)):
            data = master(track, profile, codec).data
            print(f"{track.duration_s / 60:.0f} minutes, {codec}: {len(data) / 1e6:.1f} MB")
    engine.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_IN_MB
    print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
