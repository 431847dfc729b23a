"""Who can read a text: espeak-ng unless the operator gives a voice file for Piper, or nobody.

An engine is `Engine`: `identity` names engine, voice and version (a change of it is another voice), `say(text)` gives a `Sound` or
raises `EngineFailed`. Engines run in programs of their own (programs/); nothing of theirs is loaded here.
"""

import sys
from functools import cache
from pathlib import Path

from django.conf import settings

from accessibility.narration.engines.program import EngineFailed, Program, Sound

__all__ = ["RATE", "Engine", "EngineFailed", "Sound", "close", "engine_for", "identity"]

# Samples a second of every engine: sentences of two voices must fit into one recording.
RATE = 22_050
PROGRAMS = Path(__file__).parent / "programs"
LANGUAGES = ("vi", "en")
# North Vietnamese is what the news is read in.
ESPEAK_VOICES = {"vi": "vi", "en": "en"}


class Engine:
    """One voice of one program. `voice` is what the program calls it."""

    def __init__(self, name: str, program: Program, voice: str):
        self.name, self.program, self.voice = name, program, voice

    @property
    def identity(self) -> str:
        return f"{self.name}|{self.voice}|{self.program.version}"

    @property
    def label(self) -> str:
        """For people: "espeak vi"."""
        return f"{self.name} {self.voice}"

    def say(self, text: str) -> Sound:
        return self.program.say(text, self.voice)


def engine_for(language: str) -> Engine | None:
    """The engine that reads `language` (`vi`, `en`); None where the operator wants no machine's voice."""
    if settings.NARRATION_ENGINE == "none":
        return None
    language = language if language in LANGUAGES else "vi"
    if voice := settings.PIPER_VOICES.get(language):
        program = _program(settings.PIPER_PYTHON or sys.executable, "piper_voice.py", voice)
        return Engine("piper", program, Path(voice).stem)
    return Engine("espeak", _program(sys.executable, "espeak_voice.py"), ESPEAK_VOICES[language])


def identity() -> str:
    """Of all voices together, "" for none. Starts their programs; raises EngineFailed."""
    engines = [engine_for(language) for language in LANGUAGES]
    return " ".join(engine.identity for engine in engines if engine)


def close() -> None:
    """End the programs; the next text starts them again."""
    for program in _running.values():
        program.close()


_running: dict[tuple, Program] = {}


@cache
def _program(python: str, name: str, *arguments: str) -> Program:
    command = [python, str(PROGRAMS / name), *arguments]
    return _running.setdefault((name, *arguments), Program(command))
