"""What a person recorded on a phone becomes even speech, without rumble and with less noise."""

from math import log10

import av

from site_plugins.sound import meter
from site_plugins.sound.envelope import HOP_S, RUMBLE_OUT, levels_db, silence_db, sounds
from site_plugins.sound.levelling import WORKING_LUFS, through
from site_plugins.voice.errors import SoundError
from site_plugins.voice.model import Speech
from site_plugins.voice.pcm import Step, filtered, frames_of, pcm_of

# Raised when cleaning changes.
_CLEANING_VERSION = 1

_SILENCE_LUFS = -69
_KEPT_S = 0.1
_PCM: Step = ("aformat", "sample_fmts=s16")

# FFmpeg's `afftdn`: gentle, more sounds as if under water. It takes out fully what lies some
# decibels under the floor that it is told; a floor that reached into speech would take of that.
_LESS_NOISE_DB = 12
_FLOOR_OVER_NOISE_DB = 3
_LOWEST_FLOOR_DB, _HIGHEST_FLOOR_DB = -80, -38

# Noise is what the quietest tenth of these is like, but for the very quietest: a phone may have
# switched off there.
_LOOK = 20
_QUIETEST = slice(3, 13)  # in hundredths
_LONGEST_NOISE = 5

# FFmpeg's `dynaudnorm`: in each 0.4 s as loud as the loudest of its neighbours allows, by power
# alone (20 dB down, no click reaches the ceiling that it also heeds). What is not clearly louder
# than noise takes its neighbours' gain, so that noise is not raised between the sentences.
_EVEN = "framelen=400:gausssize=3:maxgain=6:targetrms=0.01:threshold={:.6f}"
_DOWN_DB = 20
_SPEECH_OVER_NOISE_DB = 4
_HIGHEST_THRESHOLD_DB = -34

_CLICKS_DOWN: Step = ("alimiter", "limit=0.5:level=disabled:latency=1:attack=2:release=50")


def recording_version() -> str:
    """Everything in the cleaning of recordings that may change a byte."""
    filters = av.library_versions["libavfilter"]
    return f"{_CLEANING_VERSION}, PyAV {av.__version__}, libavfilter {filters}"


def cleaned(speech: Speech) -> Speech:
    """The speech at the working loudness, its sentences alike, a tenth of a second around it.

    Nothing inside is cut or moved; words lose their times. Silence comes back as it is.
    Raises `SoundError`.
    """
    try:
        loudness_lufs = _loudness_lufs(speech)
        if loudness_lufs < _SILENCE_LUFS:
            return speech
        even = _even(speech, WORKING_LUFS - loudness_lufs)
        gain_db = WORKING_LUFS - _loudness_lufs(even)
        return _trimmed(through(even, _volume(gain_db)))
    except av.FFmpegError as error:
        message = f"không làm sạch được bản thu: {error}"
        raise SoundError(message) from error


def _loudness_lufs(speech: Speech) -> float:
    rate = speech.sample_rate_hz
    frames = filtered(frames_of([speech.pcm], rate), rate, [*RUMBLE_OUT, _PCM])
    return meter.loudness_lufs(frames, rate)


def _volume(gain_db: float) -> Step:
    return ("volume", f"volume={gain_db:.3f}dB:precision=double")


def _even(speech: Speech, gain_db: float) -> Speech:
    """The speech after `gain_db`, with less noise and every sentence equally loud.

    `afftdn` learns the noise from what comes first: some of the speaker's own silence goes ahead
    and is cut off again, with the delay of its window.
    """
    rate = speech.sample_rate_hz
    noise = _noise(speech)
    delay = bytes(2 * _delay(rate))
    steps = [*_learning(noise), *RUMBLE_OUT, _volume(gain_db), *_evening(noise, gain_db), _PCM]
    pcm = pcm_of(filtered(frames_of([noise.pcm, speech.pcm, delay], rate), rate, steps))
    return Speech(pcm[len(noise.pcm) + len(delay) :], rate)


def _delay(rate_hz: int) -> int:
    """By how many samples `afftdn` is late: two of its three steps of an eightieth of a second."""
    return 2 * (rate_hz // 80)


def _learning(noise: Speech) -> tuple[Step, ...]:
    return (("asendcmd", f"c='0 afftdn sn start; {noise.duration_s:.6f} afftdn sn stop'"),)


def _evening(noise: Speech, gain_db: float) -> tuple[Step, ...]:
    noise_db = _power_db(through(noise, *RUMBLE_OUT)) + gain_db
    floor_db = max(_LOWEST_FLOOR_DB, min(_HIGHEST_FLOOR_DB, noise_db + _FLOOR_OVER_NOISE_DB))
    speech_db = min(_HIGHEST_THRESHOLD_DB, noise_db + _SPEECH_OVER_NOISE_DB)
    return (
        ("afftdn", f"noise_reduction={_LESS_NOISE_DB}:noise_floor={floor_db:.1f}"),
        _volume(-_DOWN_DB),
        ("dynaudnorm", _EVEN.format(10 ** ((speech_db - _DOWN_DB) / 20))),
        _volume(_DOWN_DB),
        _CLICKS_DOWN,
    )


def _power_db(speech: Speech) -> float:
    samples = memoryview(speech.pcm).cast("h")
    return 10 * log10(max(1, sum(s * s for s in samples) / len(samples)) / 32768**2)


def _noise(speech: Speech) -> Speech:
    """A second at most of the recording's own silence."""
    levels = levels_db(speech)
    looks = range(0, max(1, len(levels) - _LOOK + 1), _LOOK)
    ranked = sorted(looks, key=lambda at: sum(levels[at : at + _LOOK]))
    first, last = (len(ranked) * share // 100 for share in (_QUIETEST.start, _QUIETEST.stop))
    kept = sorted(ranked[first : max(first + 1, last)][:_LONGEST_NOISE])
    return Speech(
        b"".join(_part(speech, at * HOP_S, (at + _LOOK) * HOP_S).pcm for at in kept),
        speech.sample_rate_hz,
    )


def _trimmed(speech: Speech) -> Speech:
    levels = levels_db(speech)
    heard = list(sounds(levels, silence_db(levels)))
    if not heard:
        return speech
    return _part(speech, heard[0][0] * HOP_S - _KEPT_S, heard[-1][1] * HOP_S + _KEPT_S)


def _part(speech: Speech, start_s: float, end_s: float) -> Speech:
    start, end = (2 * round(at_s * speech.sample_rate_hz) for at_s in (max(0, start_s), end_s))
    return Speech(speech.pcm[start:end], speech.sample_rate_hz)
