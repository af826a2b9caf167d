"""Files that somebody's program, disk or malice has damaged."""

from hypothesis import strategies as st


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A valid file with a few stretches overwritten, cut out or doubled."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        piece = st.one_of(st.binary(max_size=12), st.just(bytes(data[start:end]) * 2))
        data[start:end] = draw(piece)
    return bytes(data)
