"""The other end of an engine's program: started when first needed, asked one text at a time, replaced when it fails.

The program is a stranger: it may crash, hang or answer nonsense, and none of that may cost more than the text it was asked for.
"""

import contextlib
import json
import os
import select
import subprocess
import threading
import time
from dataclasses import dataclass

# A sentence of a slow neural voice takes seconds; whoever needs longer than this hangs.
PATIENCE = 60
MOST_HEAD = 4 * 1024 * 1024
MOST_SAMPLES = 64 * 1024 * 1024


class EngineFailed(Exception):
    """The engine gave no sound. `str()` says why, for the operator."""


@dataclass(frozen=True)
class Sound:
    """`samples`: 22,050 Hz, 16 bit little-endian, one channel. `words`: rows (first character, characters, sample)."""

    samples: bytes
    words: tuple = ()


class Program:
    """One engine's program. `say` may be called by several threads; they take turns."""

    def __init__(self, command: list[str], patience: float = PATIENCE):
        self.command = command
        self.patience = patience
        self.process = None
        self.greeting = {}
        self.turn = threading.Lock()

    @property
    def version(self) -> str:
        """What the program said of itself; starts it when it does not run. Raises EngineFailed."""
        with self.turn:
            self._start()
            return f"{self.greeting.get('engine', '')} {self.greeting.get('version', '')}".strip()

    def say(self, text: str, voice: str) -> Sound:
        """Once more with a fresh program when the first one fails; raises EngineFailed when that fails too."""
        with self.turn:
            try:
                return self._say(text, voice)
            except EngineFailed:
                return self._say(text, voice)

    def close(self) -> None:
        with self.turn:
            self._end()

    def _say(self, text: str, voice: str) -> Sound:
        try:
            self._start()
            deadline = time.monotonic() + self.patience
            self._send(json.dumps({"text": text, "voice": voice}).encode() + b"\n", deadline)
            head = self._head(deadline)
            size = head.get("bytes", 0)
            if not 0 <= size <= MOST_SAMPLES or size % 2:
                raise EngineFailed(f"an answer of {size} bytes")
            samples = self._read(size, deadline)
            return Sound(samples, tuple((int(a), int(b), int(c)) for a, b, c in head.get("words", ())))
        except (OSError, ValueError, TypeError) as error:
            self._end()
            raise EngineFailed(f"{type(error).__name__}: {error}") from error
        except EngineFailed:
            self._end()
            raise

    def _start(self) -> None:
        if self.process and self.process.poll() is None:
            return
        self._end()
        try:
            # A session of its own: Ctrl-C in a terminal reaches the worker, which closes us in order.
            self.process = subprocess.Popen(
                self.command, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise EngineFailed(f"{self.command[0]}: {error.strerror}") from error
        self.rest = b""
        try:
            self.greeting = self._head(time.monotonic() + self.patience)
        except (EngineFailed, OSError):
            self._end()
            raise

    def _send(self, line: bytes, deadline: float) -> None:
        """In pieces that the pipe takes: a program that hangs must not hold us with a long text."""
        entrance = self.process.stdin.fileno()
        while line:
            if not select.select([], [entrance], [], max(0, deadline - time.monotonic()))[1]:
                raise EngineFailed(f"takes no text for {self.patience:g} seconds")
            line = line[os.write(entrance, line[: select.PIPE_BUF]) :]

    def _head(self, deadline: float) -> dict:
        while b"\n" not in self.rest:
            if len(self.rest) > MOST_HEAD:
                raise EngineFailed("an answer without an end")
            self.rest += self._some(deadline)
        line, _, self.rest = self.rest.partition(b"\n")
        try:
            head = json.loads(line)
        except ValueError as error:
            raise EngineFailed("an answer that is not understood") from error
        if not isinstance(head, dict) or "error" in head:
            raise EngineFailed(str(head["error"] if isinstance(head, dict) else head)[:300])
        return head

    def _read(self, size: int, deadline: float) -> bytes:
        pieces, missing = [self.rest[:size]], size - len(self.rest[:size])
        self.rest = self.rest[size:]
        while missing > 0:
            piece = self._some(deadline)
            pieces.append(piece[:missing])
            self.rest = piece[missing:]
            missing -= len(piece[:missing])
        return b"".join(pieces)

    def _some(self, deadline: float) -> bytes:
        output = self.process.stdout.fileno()
        if not select.select([output], [], [], max(0, deadline - time.monotonic()))[0]:
            raise EngineFailed(f"no answer in {self.patience:g} seconds")
        piece = os.read(output, 1 << 16)
        if not piece:
            raise EngineFailed(f"ended with {self.process.wait(5)}")
        return piece

    def _end(self) -> None:
        if not self.process:
            return
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()
        self.process.wait()
        self.process = None
