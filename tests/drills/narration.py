"""Drill of the worker killed while it makes sound. See serving.py for what a drill is."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.processes import ROOT, Portal, command_of, descendants, eventually, running_portal

# Paragraphs: about half an hour of sound, so that there is a middle to be killed in.
LONG = 400
SOUND = re.compile(r'data-sound="([^"]+)"')


def a_worker_killed_while_it_makes_sound_leaves_no_half_file_and_the_next_one_goes_on(portal: Portal) -> str:
    folder = portal.folder
    # Pages name static files; those of the project itself serve every drill.
    (folder / "static").symlink_to(Path(os.environ.get("VAR_DIR", ROOT / "var")) / "static")
    path = publish(folder)
    assert page(portal.address, path)[0] == 200, "the article is not public"
    assert eventually(lambda: state(folder) == "making", 90), f"nothing is being made: {state(folder)}"
    # Until samples have reached the disk: from now on there is half a file.
    assert eventually(lambda: drafts(folder) and drafts(folder)[0].stat().st_size > 20_000, 60), "no draft"
    worker = min(pid for pid in descendants(portal.process.pid) if "manage.py worker" in command_of(pid))
    os.kill(worker, signal.SIGKILL)
    portal.process.wait(timeout=30)
    half = [draft.stat().st_size for draft in drafts(folder)]
    assert half and state(folder) == "making", f"killed too late: {state(folder)}"
    assert not finished(folder), "a sound file was there before it was whole"
    # A supervisor above us (systemd) starts everything afresh; so do we.
    with running_portal(folder) as again:
        began = time.monotonic()
        status, html = page(again.address, path)
        assert status == 200, f"the article answers {status}"
        without = not SOUND.search(html)
        assert eventually(lambda: state(folder) == "made", 180), f"not taken up again: {state(folder)}"
        seconds = time.monotonic() - began
        assert eventually(lambda: SOUND.search(page(again.address, path)[1]), 90), (
            "the page does not offer it"
        )
        size, length = facts(folder)
        sound = SOUND.search(page(again.address, path)[1])[1]
        with urllib.request.urlopen(again.address + sound) as answer:
            heard = answer.read()
    assert len(heard) == size, f"{len(heard)} bytes instead of {size}"
    assert without, "the first page after the kill named a sound that was not there"
    return (
        f"killed with {half[0]:,} bytes written and none of them served; article public without sound; taken up again "
        f"by itself, {length // 60_000} minutes of sound whole {seconds:.0f} s after the restart"
    )


DRILLS = (a_worker_killed_while_it_makes_sound_leaves_no_half_file_and_the_next_one_goes_on,)


def publish(folder: Path) -> str:
    """A long article by the importing command, as an operator does it; its path."""
    body = "\n\n".join(
        f"Đoạn số {number} kể rằng có {number * 7} người đến dự buổi làm việc tại hội trường lớn."
        for number in range(1, LONG)
    )
    text = folder / "bai-dai.txt"
    text.write_text(f"Th 3, 17/05/2022 | 11:30 SA\n\nMột bài rất dài để đọc thành tiếng\n\n{body}\n")
    environment = os.environ | {"VAR_DIR": str(folder), "DEMO": "0", "HTTPS": "0"}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "manage.py", "import_article", str(text), "--publish"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    slug, number = one(
        folder, "SELECT slug, number FROM news_edition e JOIN news_article a ON a.id = e.article_id LIMIT 1"
    )
    return f"/tin-tuc/{slug}-{number}/"


def page(address: str, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address + path, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""


def one(folder: Path, query: str) -> tuple:
    with sqlite3.connect(folder / "db.sqlite3", timeout=10) as database:
        return database.execute(query).fetchone() or ()


def state(folder: Path) -> str:
    return next(iter(one(folder, "SELECT state FROM accessibility_narration LIMIT 1")), "")


def facts(folder: Path) -> tuple[int, int]:
    """Bytes and milliseconds of the one recording."""
    return one(folder, "SELECT size, milliseconds FROM accessibility_recording")


def drafts(folder: Path) -> list[Path]:
    return sorted((folder / "media/public/narration").glob("*.part"), key=lambda path: -path.stat().st_size)


def finished(folder: Path) -> list[Path]:
    return list((folder / "media/public/narration").glob("*/*.mp3"))
