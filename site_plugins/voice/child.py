"""The program of every process that speaks: it answers requests until its pipe is closed.

Started by file path. `argv`: the file that holds a `speaker`, then that function's arguments.
A request is one line of JSON. A reply is one line of JSON (`trouble`, `rate_hz`, `marks`,
`bytes`) followed by that many bytes of mono signed 16-bit PCM.
"""

import json
import os
import runpy
import signal
import sys
from typing import BinaryIO


def own_output() -> BinaryIO:
    """The pipe to the build; what a library prints goes nowhere instead of into a reply."""
    pipe = os.dup(sys.stdout.fileno())
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return os.fdopen(pipe, "wb")


def serve(file: str, arguments: list[str], requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer with what `speaker(*arguments)` makes of each request."""
    speak = runpy.run_path(file)["speaker"](*arguments)
    for line in requests:
        reply, pcm = speak(json.loads(line))
        replies.write(json.dumps({**reply, "bytes": len(pcm)}).encode() + b"\n" + pcm)
        replies.flush()


if __name__ == "__main__":
    # Ctrl-C reaches every process of the terminal; only the build decides when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(sys.argv[1], sys.argv[2:], sys.stdin.buffer, own_output())
