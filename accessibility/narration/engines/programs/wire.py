"""How an engine's program answers: one line of JSON in, one line of JSON and the samples out. Imports nothing of Bản Tin.

First a greeting `{"engine", "version"}` or `{"error"}`; then for each `{"text", "voice"}` either `{"bytes", "words"}` followed by
that many bytes (22,050 Hz, 16 bit little-endian, one channel), or `{"error"}`. `words` are rows `[first character, characters,
sample]`. The program ends when its input does, so it never outlives whoever started it.
"""

import contextlib
import json
import os
import sys

NICENESS = 10


def serve(prepare):
    """`prepare()` gives (name, version, say); `say(text, voice)` gives (samples as bytes, words)."""
    # What a library prints by itself must not stand between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(OSError):
        os.nice(NICENESS)
    try:
        engine, version, say = prepare()
    except Exception as error:
        return _write(answers, {"error": f"{type(error).__name__}: {error}"})
    _write(answers, {"engine": engine, "version": version})
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        try:
            samples, words = say(asked["text"], asked["voice"])
        except Exception as error:
            _write(answers, {"error": f"{type(error).__name__}: {error}"})
        else:
            _write(answers, {"bytes": len(samples), "words": words}, samples)


def _write(answers, head, samples=b""):
    answers.write(json.dumps(head).encode() + b"\n")
    answers.write(samples)
    answers.flush()
