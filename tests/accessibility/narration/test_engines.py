"""The voice is a stranger in a program of its own: it may crash, hang or answer nonsense at the cost of one sentence."""

import sys
import time
from array import array
from pathlib import Path

import pytest

from accessibility.narration import engines
from accessibility.narration.engines.program import EngineFailed, Program
from tests.accessibility.narration import voices
from tests.processes import descendants, eventually, running

PROGRAMS = Path(engines.__file__).parent / "programs"


@pytest.fixture(autouse=True)
def nobody_is_left():
    yield
    engines.close()


@pytest.mark.parametrize(
    ("language", "text"),
    [("vi", "Chiều ngày mười ba tháng năm, tại Đà Nẵng."), ("en", "The meeting took place in May.")],
)
def test_espeak_reads_a_sentence_and_says_when_each_word_begins(language, text):
    sound = engines.engine_for(language).say(text)
    seconds = len(sound.samples) / 2 / engines.RATE
    assert 1 < seconds < 6
    assert [text[first : first + length] for first, length, _ in sound.words] == [
        word.strip(",.") for word in text.split()
    ]
    moments = [sample for *_, sample in sound.words]
    assert moments == sorted(moments)
    assert moments[-1] < len(sound.samples) / 2


def test_the_same_words_sound_differently_in_two_languages():
    text = "Da Nang"
    assert engines.engine_for("vi").say(text).samples != engines.engine_for("en").say(text).samples


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_library_of_the_voice_is_never_loaded_into_our_process():
    engines.engine_for("vi").say("Xin chào.")
    assert "espeak" not in Path("/proc/self/maps").read_text()
    assert "espeakng_loader" not in sys.modules


def test_a_crash_costs_a_restart_and_not_the_sentence(tmp_path):
    died = tmp_path / "died"
    fault = f"if not os.path.exists({str(died)!r}): open({str(died)!r}, 'w'); os.abort()"
    assert len(voices.engine(tmp_path, fault).say("một hai").samples) == 2 * 100 * 7


def test_a_voice_that_always_crashes_is_given_up_with_the_reason(tmp_path):
    voice = voices.engine(tmp_path, "if 'bom' in text: os._exit(3)")
    with pytest.raises(EngineFailed, match="ended with 3"):
        voice.say("bom")
    assert voice.say("lành").samples


def test_a_voice_that_hangs_is_ended_and_the_next_sentence_is_read(tmp_path):
    voice = voices.engine(tmp_path, "if 'treo' in text: import time; time.sleep(60)", patience=2)
    started = time.monotonic()
    with pytest.raises(EngineFailed, match="no answer in 2 seconds"):
        voice.say("treo")
    assert time.monotonic() - started < 30
    assert voice.say("lành").samples


@pytest.mark.parametrize(
    "fault",
    [
        "out.write(b'khong phai json\\n'); out.flush(); continue",
        "tell({'bytes': 3}, b'abc'); continue",
        "tell({'bytes': -4}); continue",
        "tell({'bytes': 4, 'words': [['a', 1]]}, b'abcd'); continue",
        "tell([1, 2]); continue",
        "tell({'error': 'khong doc duoc'}); continue",
    ],
)
def test_nonsense_is_no_sound(tmp_path, fault):
    with pytest.raises(EngineFailed):
        voices.engine(tmp_path, fault).say("một")


def test_a_program_that_does_not_exist_is_named():
    with pytest.raises(EngineFailed, match="/nowhere/python"):
        Program(["/nowhere/python"]).say("một", "vi")


@pytest.mark.process
def test_a_voice_does_not_outlive_whoever_started_it(tmp_path):
    import subprocess

    voices.program(tmp_path)
    script = (
        "import sys, time; from accessibility.narration.engines.program import Program;"
        f"Program([sys.executable, {str(tmp_path / 'voice.py')!r}]).say('a', 'vi'); print('ok', flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
    assert parent.stdout.readline() == b"ok\n"
    children = descendants(parent.pid)
    assert children
    parent.kill()
    parent.communicate()
    assert eventually(lambda: not running(children), 5)


PIPER = """
class Phoneme:
    def __init__(self, phoneme, num_samples): self.phoneme, self.num_samples = phoneme, num_samples
class Chunk:
    def __init__(self, text):
        self.sample_rate = {rate}
        self.phonemes = list(text)
        spoken = [Phoneme("^", 100)] + [Phoneme(letter, 200) for letter in text] + [Phoneme("$", 100)]
        self.audio_int16_bytes = b"\\x10\\x27" * sum(each.num_samples for each in spoken)
        self.phoneme_alignments = spoken if {tells} else None
class PiperVoice:
    @classmethod
    def load(cls, path): return cls()
    def synthesize(self, text, include_alignments=False):
        return (Chunk(part.strip() + ".") for part in text.split(".") if part.strip())
"""


def piper(folder, monkeypatch, rate=22050, tells=True):
    (folder / "piper.py").write_text(PIPER.format(rate=rate, tells=tells))
    (folder / "vi.onnx").write_bytes(b"a voice")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return Program([sys.executable, str(PROGRAMS / "piper_voice.py"), str(folder / "vi.onnx")])


def test_piper_reads_through_the_same_door_with_the_times_of_its_words(tmp_path, monkeypatch):
    program = piper(tmp_path, monkeypatch)
    text = "ba bốn. năm"
    sound = program.say(text, "vi")
    assert [text[first : first + length] for first, length, _ in sound.words] == ["ba", "bốn.", "năm"]
    # Two letters and a space of 200 samples each after 100 of the beginning; the second sentence begins after the first.
    assert [sample for *_, sample in sound.words] == [100, 700, 1600 + 100]
    assert program.version.startswith("piper ")


def test_a_piper_that_tells_no_times_gives_no_words_rather_than_guessed_ones(tmp_path, monkeypatch):
    sound = piper(tmp_path, monkeypatch, tells=False).say("ba bốn", "vi")
    assert sound.samples
    assert sound.words == ()


def test_a_small_piper_voice_is_brought_to_the_rate_of_all_others(tmp_path, monkeypatch):
    sound = piper(tmp_path, monkeypatch, rate=16000).say("ba", "vi")
    assert len(sound.samples) // 2 == 800 * 22050 // 16000
    assert set(array("h", sound.samples)) == {10000}


def test_a_voice_file_of_the_operator_takes_the_place_of_espeak(tmp_path, settings):
    settings.PIPER_VOICES = {"vi": str(tmp_path / "giong.onnx")}
    assert engines.engine_for("vi").label == "piper giong"
    assert engines.engine_for("en").label == "espeak en"


def test_nobody_reads_where_the_operator_wants_no_machine(settings):
    settings.NARRATION_ENGINE = "none"
    assert engines.engine_for("vi") is None
    assert engines.identity() == ""
