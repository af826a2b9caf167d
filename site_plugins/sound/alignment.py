"""A whole reading by a person, cut into its sentences by its pauses. Knows no language.

How long each sentence is expected to be, against the others, is all that is known. Among the
pauses those are chosen that fit these lengths best and are long themselves: people stop longer
between sentences than at a comma. (Dynamic programming, as in W. A. Gale and K. W. Church, A
Program for Aligning Sentences in Bilingual Corpora, Computational Linguistics 19(1), 1993.)
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import log

from site_plugins.sound.envelope import HOP_S, levels_db, silence_db, sounds
from site_plugins.voice.model import Speech

# Raised when the choice of pauses changes.
_ALIGNMENT_VERSION = 1

# Shorter silences are those inside words: before a stop, between syllables.
_SHORTEST_PAUSE_S = 0.12
# A sentence's first consonant may be as quiet as a pause.
_ONSET_S = 0.06

# The spread of how long sentences really are, around what is expected: a share of it and a rest.
_SPREAD, _LEAST_SPREAD_S = 0.15, 0.25
# What a pause twice as long counts against how well the lengths fit.
_PAUSE_COUNTS = 2
# How far a reading may be ahead or behind at any time; how far one sentence may be.
_DRIFT, _LEAST_DRIFT_S = 0.15, 5
_LONGEST, _LEAST_LONGEST_S = 3, 1

_START = -1


@dataclass(frozen=True)
class _Pause:
    """A silence in seconds of the reading; `sounding_s` is the sound before it, without pauses."""

    start_s: float
    end_s: float
    sounding_s: float

    @property
    def cut_s(self) -> float:
        """Where the next sentence begins, with its first consonant."""
        return max((self.start_s + self.end_s) / 2, self.end_s - _ONSET_S)


def alignment_version() -> str:
    """Everything here that may move a caption."""
    return str(_ALIGNMENT_VERSION)


def split(speech: Speech, weights: Sequence[float]) -> tuple[Speech, ...]:
    """As many pieces as weights, each beginning with its sentence; joined they are the speech.

    Where there are too few pauses to choose from, the pieces are as long as their weights say.
    Raises `ValueError` for no weights, one that is not positive, and for less than one sample each.
    """
    samples = len(speech.pcm) // 2
    if not weights or min(weights) <= 0 or samples < len(weights):
        message = f"{samples} samples cannot be cut by {weights}"
        raise ValueError(message)
    cuts = _cuts(speech, weights)
    bounds = [0, *(2 * cut for cut in _rising(cuts, samples)), len(speech.pcm)]
    rate = speech.sample_rate_hz
    return tuple(Speech(speech.pcm[start:end], rate) for start, end in pairwise(bounds))


def _cuts(speech: Speech, weights: Sequence[float]) -> list[int]:
    pauses, sounding_s = _pauses(speech)
    chosen = _chosen(pauses, _shares(weights, sounding_s))
    if chosen is None:
        ends_s = list(accumulate(_shares(weights, speech.duration_s)))[:-1]
    else:
        ends_s = [pauses[index].cut_s for index in chosen]
    return [round(end_s * speech.sample_rate_hz) for end_s in ends_s]


def _shares(weights: Sequence[float], seconds: float) -> list[float]:
    total = sum(weights)
    return [weight * seconds / total for weight in weights]


def _rising(cuts: Sequence[int], samples: int) -> list[int]:
    """The same, with at least one sample in every piece."""
    risen = accumulate(cuts, lambda last, cut: max(last + 1, cut), initial=0)
    left = range(len(cuts) + 1, 0, -1)
    return [min(cut, samples - rest) for cut, rest in zip(risen, left, strict=True)][1:]


def _pauses(speech: Speech) -> tuple[list[_Pause], float]:
    """The silences between sounds, and how long there is sound in all."""
    levels = levels_db(speech)
    sound = list(_together(sounds(levels, silence_db(levels))))
    sounding_s = list(accumulate((end - start) * HOP_S for start, end in sound))
    pauses = [
        _Pause(before[1] * HOP_S, after[0] * HOP_S, so_far_s)
        for (before, after), so_far_s in zip(pairwise(sound), sounding_s, strict=False)
    ]
    return pauses, sounding_s[-1] if sounding_s else 0


def _together(sound: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sounds with less than a pause between them are one."""
    start, end = next(sound, (0, 0))
    for first, last in sound:
        if (first - end) * HOP_S >= _SHORTEST_PAUSE_S:
            yield start, end
            start = first
        end = last
    if end:
        yield start, end


def _chosen(pauses: Sequence[_Pause], expected_s: Sequence[float]) -> list[int] | None:
    """The pause after each sentence but the last, or None where no choice is possible."""
    wanted = len(expected_s) - 1
    if not 0 < wanted <= len(pauses):
        return None
    ends_s = [pause.sounding_s for pause in pauses]
    worth = _worth(pauses, wanted)
    costs, steps = {_START: 0.0}, []
    for length_s, places in zip(expected_s, _within_reach(ends_s, expected_s), strict=False):
        costs, came_from = _next(costs, length_s, places, ends_s, worth)
        steps.append(came_from)
    if not costs:
        return None
    left_s = sum(expected_s)
    last = min(costs, key=lambda at: costs[at] + _misfit(left_s - ends_s[at], expected_s[-1]))
    return _way_to(last, steps)


def _within_reach(ends_s: Sequence[float], expected_s: Sequence[float]) -> Iterator[range]:
    """For each sentence but the last, the pauses near where it should end."""
    drift_s = _DRIFT * sum(expected_s) + _LEAST_DRIFT_S
    for end_s in accumulate(expected_s[:-1]):
        yield range(bisect_left(ends_s, end_s - drift_s), bisect_right(ends_s, end_s + drift_s))


def _next(
    costs: dict[int, float],
    length_s: float,
    places: range,
    ends_s: Sequence[float],
    worth: Sequence[float],
) -> tuple[dict[int, float], dict[int, int]]:
    """The cheapest ways to end a sentence at each place, and where each began."""
    reached: dict[int, float] = {}
    came_from: dict[int, int] = {}
    for before, cost in costs.items():
        start_s = 0.0 if before == _START else ends_s[before]
        last = bisect_right(ends_s, start_s + _LONGEST * length_s + _LEAST_LONGEST_S)
        for at in range(max(before + 1, places.start), min(last, places.stop)):
            new = cost + _misfit(ends_s[at] - start_s, length_s) - worth[at]
            if at not in reached or new < reached[at]:
                reached[at], came_from[at] = new, before
    return reached, came_from


def _way_to(last: int, steps: Sequence[dict[int, int]]) -> list[int]:
    way = []
    for came_from in reversed(steps):
        way.append(last)
        last = came_from[last]
    return way[::-1]


def _misfit(length_s: float, expected_s: float) -> float:
    return ((length_s - expected_s) / (_SPREAD * expected_s + _LEAST_SPREAD_S)) ** 2 / 2


def _worth(pauses: Sequence[_Pause], wanted: int) -> list[float]:
    """Against the shortest of as many pauses as are wanted, the longest first."""
    lengths = [pause.end_s - pause.start_s for pause in pauses]
    usual = sorted(lengths, reverse=True)[wanted - 1]
    return [_PAUSE_COUNTS * log(length / usual) for length in lengths]
