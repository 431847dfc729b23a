"""One article read aloud: `python bench/narration.py [text file]` (default: tests/pages/lam-viec.txt), as the worker does it.

The text is imported into a site of its own and published; then the worker's part is measured: the page's sentences, the voice, the
MP3; then one sentence is edited and measured again. The MP3 is decoded and compared with its marks.
"""

import atexit
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
FOLDER = tempfile.mkdtemp(prefix="narration-")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
os.environ |= {"DJANGO_SETTINGS_MODULE": "portal.settings", "DEMO": "1", "HTTPS": "0", "LOG_LEVEL": "ERROR"}
os.environ["VAR_DIR"] = FOLDER
for name in ("DATABASE_URL", "STORAGE_URL"):
    os.environ.pop(name, None)

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.files.storage import storages  # noqa: E402
from django.core.management import call_command  # noqa: E402

from accessibility.narration import engines, recording  # noqa: E402
from accessibility.narration.spoken_before import SpokenBefore  # noqa: E402
from news.importing.drafts import import_text  # noqa: E402
from portal.narration import files, making, owed, texts  # noqa: E402

settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


def timed(what):
    began = time.perf_counter()
    result = what()
    return result, time.perf_counter() - began


def memory_of(pid: int) -> float:
    """Most megabytes that a process ever held; Linux only."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def main(source: Path) -> None:
    call_command("migrate", verbosity=0)
    article = import_text(source, [], by=None, publish=True).article
    edition = article.last_release
    text, page = timed(lambda: texts.sentences_of(edition.pk))
    _, started = timed(engines.identity)
    before_us = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    owed.owe(edition.pk)
    made, whole = timed(making.make_next)
    if not made:
        raise SystemExit("Nothing was made.")
    narration = owed.Narration.objects.select_related("recording").get()
    heard = narration.recording
    if heard is None:
        raise SystemExit(f"Nothing was made: {narration.error}")
    public = storages["public"]
    marks = public.open(files.marks_path(heard)).read()
    engine = engines.engine_for(edition.language)
    print(f"source             {source.name}, {sum(len(line.said) for line in text):,} characters said")
    print(f"sentences          {heard.sentences}, words with a time: {words(marks):,}")
    print(f"length             {heard.milliseconds / 1000:.1f} s")
    print(
        f"MP3                {heard.size:,} bytes ({heard.size * 60_000 / heard.milliseconds / 1000:.0f} kB a minute)"
    )
    print(f"marks              {len(marks):,} bytes, {len(packed(marks)):,} packed")
    print(f"voice              {heard.voice}, {engine.identity}; its program ready in {started:.2f} s")
    print(f"the page           {page:.2f} s to render and cut into sentences")
    print(
        f"made in            {whole:.2f} s in all, {heard.milliseconds / 1000 / whole:.0f} times as fast as it is read"
    )
    print(f"memory             voice {memory_of(engine.program.process.pid):.0f} MB, worker "
          f"+{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before_us:.0f} MB")  # fmt: skip
    decoded(public.open(files.sound_path(heard)).read(), json.loads(marks))
    one_sentence(text)
    engines.close()


def one_sentence(text: list) -> None:
    """The sentence in the middle says something else; everything else is found in the cache."""
    before = SpokenBefore(settings.NARRATION_CACHE, 1 << 30)
    changed = [vars(line) for line in text]
    changed[len(text) // 2]["said"] += " Và thêm một lời."
    with files.draft() as file:
        _, seconds = timed(
            lambda: recording.record([recording.Line(**line) for line in changed], file, before)
        )
    print(f"one sentence later {before.spoken} sentence spoken, all in {seconds:.2f} s")


def decoded(mp3: bytes, marks: dict) -> None:
    try:
        import miniaudio
    except ImportError:
        print("decoded            skipped: miniaudio is not installed")
        return
    samples = miniaudio.decode(mp3, nchannels=1, sample_rate=engines.RATE).samples
    longest = max(begin(samples, row) for row in marks["s"])
    print(f"decoded            {len(samples) / engines.RATE * 1000:.0f} ms, the marks say {marks['dur']}; every sentence is "
          f"heard within {longest:.0f} ms of its mark")  # fmt: skip


def begin(samples, row: list) -> float:
    """ms from the mark of a sentence to its first sound; the voice itself takes some 40 of them to begin."""
    first = round(row[3] * engines.RATE / 1000)
    loud = next(place for place in range(first, len(samples)) if abs(samples[place]) > 300)
    return (loud - first) * 1000 / engines.RATE


def words(marks: bytes) -> int:
    return sum(len(row[5]) for row in json.loads(marks)["s"])


def packed(data: bytes) -> bytes:
    import gzip

    return gzip.compress(data, 6)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "pages" / "lam-viec.txt")
