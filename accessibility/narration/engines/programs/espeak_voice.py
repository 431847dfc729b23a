"""espeak-ng from the wheel `espeakng-loader`, as a program (wire.py). The only place where its GPL library is loaded."""

import ctypes

import wire

SYNCHRONOUS = 2
DO_NOT_EXIT = 0x8000  # the library would otherwise end the process without a word
BY_CHARACTER = 1
UTF8 = 1
END_OF_LIST, WORD = 0, 1
RATE = 22_050


class _Name(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    """`espeak_EVENT` of speak_lib.h; `text_position` counts characters from 1, `sample` from the start of the text."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Name),
    ]


_HEAR = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class Espeak:
    def __init__(self):
        import espeakng_loader

        self.library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path().encode()
        rate = self.library.espeak_Initialize(SYNCHRONOUS, 0, data, DO_NOT_EXIT)
        if rate != RATE:
            raise RuntimeError(f"espeak-ng did not start: {rate}")
        self.library.espeak_Synth.argtypes = [
            ctypes.c_void_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
            ctypes.c_void_p, ctypes.c_void_p,
        ]  # fmt: skip
        self.library.espeak_Info.restype = ctypes.c_char_p
        self.hear = _HEAR(self._hear)  # kept: the library holds no reference
        self.library.espeak_SetSynthCallback(self.hear)
        self.samples, self.words = bytearray(), []

    @property
    def version(self):
        return self.library.espeak_Info(None).decode()

    def say(self, text, voice):
        self.samples, self.words = bytearray(), []
        # Also where it is the same voice: what was said before must leave no trace in its state.
        if self.library.espeak_SetVoiceByName(voice.encode()):
            raise ValueError(f"espeak-ng has no voice “{voice}”")
        encoded = text.replace("\0", " ").encode() + b"\0"
        if self.library.espeak_Synth(encoded, len(encoded), 0, BY_CHARACTER, 0, UTF8, None, None):
            raise RuntimeError("espeak-ng did not speak")
        self.library.espeak_Synchronize()
        return bytes(self.samples), self.words

    def _hear(self, samples, count, events):
        if samples and count > 0:
            self.samples += ctypes.string_at(samples, 2 * count)
        place = 0
        while events[place].type != END_OF_LIST:
            event = events[place]
            if event.type == WORD:
                self.words.append([event.text_position - 1, event.length, event.sample])
            place += 1
        return 0


def prepare():
    engine = Espeak()
    return "espeak", engine.version, engine.say


if __name__ == "__main__":
    wire.serve(prepare)
