"""A loudness meter of our own after ITU-R BS.1770-5, to check FFmpeg's with: slow and plain."""

import math
import operator
from array import array
from collections.abc import Sequence

# Annex 1: the two filters of the K weighting, given there for 48 kHz only; these are their
# analogue prototypes (centre, gain, quality), brought to any rate by the bilinear transform.
_SHELF = (1681.974450955533, 3.999843853973347, 0.7071752369554196)
_HIGH_PASS = (38.13547087602444, 0.5003270373238773)


def integrated_lufs(pcm: bytes, rate_hz: int) -> float:
    """Integrated loudness of mono 16-bit PCM, both gates applied."""
    weighted = _high_pass(_shelf([s / 32768 for s in array("h", pcm)], rate_hz), rate_hz)
    hop = rate_hz // 10
    hops = [
        sum(x * x for x in weighted[i : i + hop]) for i in range(0, len(weighted) - hop + 1, hop)
    ]
    powers = [sum(hops[i : i + 4]) / (4 * hop) for i in range(len(hops) - 3)]
    loud = [p for p in powers if _lufs(p) > -70]
    gate = _lufs(sum(loud) / len(loud)) - 10
    kept = [p for p in loud if _lufs(p) > gate]
    return _lufs(sum(kept) / len(kept))


def _lufs(power: float) -> float:
    return -0.691 + 10 * math.log10(power) if power > 0 else -math.inf


def _shelf(samples: Sequence[float], rate_hz: int) -> list[float]:
    centre, gain_db, quality = _SHELF
    k = math.tan(math.pi * centre / rate_hz)
    high = 10 ** (gain_db / 20)
    band = high**0.4996667741545416
    a0 = 1 + k / quality + k * k
    b = (
        (high + band * k / quality + k * k) / a0,
        2 * (k * k - high) / a0,
        (high - band * k / quality + k * k) / a0,
    )
    return _filter(samples, b, (2 * (k * k - 1) / a0, (1 - k / quality + k * k) / a0))


def _high_pass(samples: Sequence[float], rate_hz: int) -> list[float]:
    centre, quality = _HIGH_PASS
    k = math.tan(math.pi * centre / rate_hz)
    a0 = 1 + k / quality + k * k
    return _filter(samples, (1, -2, 1), (2 * (k * k - 1) / a0, (1 - k / quality + k * k) / a0))


def _filter(
    samples: Sequence[float], b: tuple[float, float, float], a: tuple[float, float]
) -> list[float]:
    out, x1, x2, y1, y2 = [], 0.0, 0.0, 0.0, 0.0
    for x in samples:
        y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2
        x1, x2, y1, y2 = x, x1, y, y1
        out.append(y)
    return out


# Annex 2: true peak, by a windowed sinc wide enough for what a codec leaves. Peaks between samples
# stand beside high samples, so only there is it computed.
_OVERSAMPLING, _REACH = 8, 24
_NEAR_PEAK = 0.6


def true_peak_dbtp(pcm: bytes) -> float:
    """The highest value between samples of mono 16-bit PCM too."""
    samples = array("h", pcm)
    highest = max(abs(min(samples)), abs(max(samples)))
    places = [
        at
        for at in range(_REACH, len(samples) - _REACH)
        if abs(samples[at]) >= _NEAR_PEAK * highest
    ]
    between = (abs(value) for at in places for value in _between(samples, at))
    return 20 * math.log10(max(highest, *between) / 32768)


def _between(samples: Sequence[int], at: int) -> list[float]:
    around = samples[at - _REACH + 1 : at + _REACH + 1]
    return [sum(map(operator.mul, around, taps)) for taps in _TAPS]


def _tap(place: int, shift: float) -> float:
    x = place - shift
    return math.sin(math.pi * x) / (math.pi * x) * math.cos(math.pi * x / (2 * _REACH + 2)) ** 2


_TAPS = [
    [_tap(place, part / _OVERSAMPLING) for place in range(-_REACH + 1, _REACH + 1)]
    for part in range(1, _OVERSAMPLING)
]
