"""How fast recordings are cleaned and cut into sentences, and how well they are cut.

python -m benchmarks.recorded_sound
"""

from itertools import accumulate
from pathlib import Path
from random import Random
from time import process_time

from site_plugins.sound.alignment import split
from site_plugins.sound.recorded import cleaned
from site_plugins.spoken.pace import syllables
from site_plugins.voice.espeak import EspeakEngine
from tests.sound.people import hiss, in_a_room, read, sentences_of, through

TEXT = Path(__file__).parents[1] / "tests" / "data" / "ke-hoach-dan-tien.txt"
SENTENCES = 80
NEAR_S = 0.3


def main() -> None:
    """One real plan, read in a noisy room, at the rates of phones."""
    engine = EspeakEngine()
    reading = read(engine, tuple(sentences_of(TEXT))[:SENTENCES], Random(1))
    engine.close()
    for rate_hz in (8000, 16_000, 48_000):
        noisy = in_a_room(through(reading.speech, rate_hz=rate_hz), hiss(-45))
        begun = process_time()
        clean = cleaned(noisy)
        cleaning_s, begun = process_time() - begun, process_time()
        pieces = split(clean, [syllables(text) for text in reading.texts])
        cutting_s = process_time() - begun
        starts = [0.0, *accumulate(piece.duration_s for piece in pieces)]
        first_s = reading.places_s[0][0] - 0.1
        near = [
            abs(start_s + first_s - true_s) < NEAR_S
            for start_s, (true_s, _) in list(zip(starts, reading.places_s, strict=False))[1:]
        ]
        print(
            f"{rate_hz:>6} Hz, {noisy.duration_s:.0f} s of sound:"
            f" {noisy.duration_s / cleaning_s:.0f} s cleaned a CPU second,"
            f" cut in {cutting_s:.2f} CPU s,"
            f" {sum(near)} of {len(near)} cuts within {NEAR_S} s"
        )


if __name__ == "__main__":
    main()
