"""The first frame of an MP3, which is silent and tells players how long the file is.

Laid out as LAME's own: http://gabriel.mp3-tech.org/mp3infotag.html. Without it a player guesses
the length from the size and plays the silence that an encoder adds at both ends.
"""

import struct

_SAMPLES_A_FRAME = 1152
# What LAME lays before the first sample that it is given.
_ENCODER_DELAY = 576

_SIDE_INFO_BYTES = 17  # MPEG-1 layer III, mono
_ALL_FOUR_FIELDS = 0b1111
_TABLE_OF_CONTENTS = bytes(percent * 256 // 100 for percent in range(100))
_CONSTANT_BIT_RATE = 1
_NOT_TOLD = bytes(8)  # peak and gain
_SIZE = 177
_BITRATES_KBPS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)


def info_frame(audio: bytes | bytearray, samples: int, rate_hz: int, encoder: str) -> bytes:
    """The frame to stand before mono MPEG-1 layer III frames of one bit rate.

    `samples` is how many the encoder was given; `encoder` is its name in nine letters at most.
    """
    bitrate = audio[2] >> 4
    frames = round(len(audio) / _frame_bytes(bitrate, rate_hz))
    padding = frames * _SAMPLES_A_FRAME - _ENCODER_DELAY - samples
    own_bitrate = next(b for b in range(bitrate, 15) if _frame_bytes(b, rate_hz) >= _SIZE)
    size = int(_frame_bytes(own_bitrate, rate_hz))
    start = bytes((*audio[:2], own_bitrate << 4 | audio[2] & 0b1100, audio[3]))
    told = start + struct.pack(
        f">{_SIDE_INFO_BYTES}x4sIII100sI9sBB8sBB3sBBHIH",
        b"Info",
        _ALL_FOUR_FIELDS,
        frames,
        size + len(audio),
        _TABLE_OF_CONTENTS,
        0,
        encoder.encode("ascii"),
        _CONSTANT_BIT_RATE,
        0,
        _NOT_TOLD,
        0,
        _BITRATES_KBPS[bitrate],
        (_ENCODER_DELAY << 12 | padding).to_bytes(3, "big"),
        0,
        0,
        0,
        size + len(audio),
        0,
    )
    return (told + struct.pack(">H", _crc_16(told))).ljust(size, b"\0")


def _frame_bytes(bitrate: int, rate_hz: int) -> float:
    return _SAMPLES_A_FRAME / 8 * 1000 * _BITRATES_KBPS[bitrate] / rate_hz


def _crc_16(data: bytes) -> int:
    """CRC-16/ARC."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc
