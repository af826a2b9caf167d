"""The picture that every clip carries."""

from pathlib import Path

import av

COVER = Path(__file__).parents[2] / "audio" / "idents" / "cover.png"


def test_the_cover_is_square_and_small() -> None:
    """Players crop what is not square, and each clip that a station sends holds a copy."""
    with av.open(str(COVER), "r") as picture:
        frame = next(picture.decode(video=0))
    assert (frame.width, frame.height) == (600, 600)
    assert COVER.stat().st_size < 20_000
