"""PCM through FFmpeg's filters, in frames, by PyAV."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import zip_longest

import av
from av.audio.frame import AudioFrame
from av.filter import Graph
from av.filter.context import FilterContext

Chunk = bytes | memoryview
"""Mono signed 16-bit PCM; views spare copies of an hour's programme."""
Step = tuple[str, str]
"""A filter's name and its arguments, as on FFmpeg's command line."""


def frames_of(chunks: Iterable[Chunk], rate_hz: int) -> Iterator[AudioFrame]:
    """Mono 16-bit PCM as frames of one second at most."""
    at = 0
    for chunk in chunks:
        for start in range(0, len(chunk), 2 * rate_hz):
            frame = _frame(chunk[start : start + 2 * rate_hz], rate_hz)
            frame.pts = at
            at += frame.samples
            yield frame


def _frame(pcm: Chunk, rate_hz: int) -> AudioFrame:
    frame = AudioFrame(format="s16", layout="mono", samples=len(pcm) // 2, align=1)
    frame.planes[0].update(bytes(pcm))
    frame.sample_rate = rate_hz
    frame.time_base = Fraction(1, rate_hz)
    return frame


def pcm_of(frames: Iterable[AudioFrame]) -> bytes:
    """Mono 16-bit PCM of frames in that format."""
    pcm = bytearray()
    for frame in frames:
        pcm += memoryview(frame.planes[0])[: 2 * frame.samples]
    return bytes(pcm)


def filtered(
    frames: Iterable[AudioFrame], rate_hz: int, steps: Iterable[Step], sample_format: str = "s16"
) -> Iterator[AudioFrame]:
    """The frames after a chain of filters."""
    graph = _graph()
    source = _source(graph, rate_hz, sample_format)
    _chain(graph, source, [*steps, ("abuffersink", "")])
    graph.configure()
    waiting = 0
    for frame in frames:
        source.push(frame)
        waiting += frame.samples
        if waiting >= rate_hz:  # to ask after each of a decoder's small frames costs time
            yield from _ready(graph)
            waiting = 0
    source.push(None)
    yield from _ready(graph)


def mixed(
    frames: Iterable[AudioFrame], under: Iterable[AudioFrame], rate_hz: int
) -> Iterator[AudioFrame]:
    """Mono 16-bit frames with others added to them, as long as the first last."""
    graph = _graph()
    sources = [_source(graph, rate_hz, "s16") for _ in range(2)]
    mix = graph.add("amix", "inputs=2:duration=first:normalize=0")
    for number, source in enumerate(sources):
        source.link_to(mix, 0, number)
    _chain(graph, mix, [("aformat", "sample_fmts=s16"), ("abuffersink", "")])
    graph.configure()
    for pair in zip_longest(frames, under):
        for source, frame in zip(sources, pair, strict=True):
            if frame:
                source.push(frame)
        yield from _ready(graph)
    for source in sources:
        source.push(None)
    yield from _ready(graph)


def _graph() -> Graph:
    graph = Graph()
    graph.threads = 1  # episodes are made side by side; threads within one only wait
    return graph


def _source(graph: Graph, rate_hz: int, sample_format: str) -> FilterContext:
    return graph.add_abuffer(
        sample_rate=rate_hz,
        format=sample_format,
        layout="mono",
        time_base=Fraction(1, rate_hz),
    )


def _chain(graph: Graph, last: FilterContext, steps: Iterable[Step]) -> None:
    for name, arguments in steps:
        step = graph.add(name, arguments)
        last.link_to(step)
        last = step


def _ready(graph: Graph) -> Iterator[AudioFrame]:
    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        if isinstance(frame, AudioFrame):
            yield frame
