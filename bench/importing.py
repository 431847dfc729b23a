"""A folder of saved pages moved over: `python bench/importing.py [pages]` (default 10,000; a database of its own, thrown away).

Pages a second of one core, and the process at its largest, for a dry run and for the import itself, each in a process of its own;
then the same for a tenth of the pages: memory must not grow with them. Seconds are those of the processor, so a busy machine
does not change them much.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings"

import django  # noqa: E402

django.setup()

from tests.news.importing.test_web import FRAMES  # noqa: E402
from tests.news.importing.word_files import picture  # noqa: E402

PAGES = 10_000
# So many folders, as a mirror of a site has them.
FOLDERS = 50


def write_pages(folder: Path, count: int) -> None:
    """Pages in the frames of four portals, each with words and an address of its own, one in ten with a picture beside it."""
    frames = list(FRAMES.values())
    for number in range(count):
        place = folder / str(number % FOLDERS)
        place.mkdir(parents=True, exist_ok=True)
        page = frames[number % len(frames)].replace("Công Thương", f"Công Thương lần {number}")
        page = f"<!-- saved from url=(0030)https://cu.vn/index.php?id={number} -->{page}"
        if number % 10 == 0:
            (place / f"{number}.jpg").write_bytes(picture(number % 250))
            page = page.replace("</p></div>", f'</p><p><img src="{number}.jpg"></p></div>', 1)
        (place / f"{number}.html").write_text(page, encoding="utf-8")


def run(*arguments: str, folder: Path) -> tuple[float, int, str]:
    """(processor seconds, megabytes at most, last line said) of a command of its own."""
    environment = os.environ | {"VAR_DIR": str(folder), "DEMO": "0", "HTTPS": "0", "LOG_LEVEL": "ERROR"}
    environment.pop("DATABASE_URL", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = (
        "import resource, sys; sys.argv[0] = 'manage.py'; from django.core.management import execute_from_command_line as go\n"
        "try: go(sys.argv)\n"
        "finally: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = done.stdout.splitlines()
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, int(lines[-1]), lines[-2] if len(lines) > 1 else ""


def measure(folder: Path, count: int, start: float) -> None:
    """`start`: processor seconds of a command that does nothing."""
    pages = folder / f"pages-{count}"
    write_pages(pages, count)
    for what, more in (("dry run", ["--dry-run"]), ("import", ["--publish"]), ("second run", ["--publish"])):
        seconds, peak, said = run("import_batch", str(pages), "--site", str(count), *more, folder=folder)
        rate = count / max(seconds - start, 0.01)
        print(
            f"{count:7,} pages  {what:10} {rate:7.1f} pages/s  {seconds:7.1f} s  {peak:5} MB  {said}",
            flush=True,
        )


def main() -> None:
    pages = int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run("migrate", "--verbosity", "0", folder=folder)
        start, _peak, _said = run("check", folder=folder)
        for count in (pages // 10, pages):
            measure(folder, count, start)


if __name__ == "__main__":
    main()
