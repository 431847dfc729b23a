"""Drill of a large import killed in the middle. A small one runs with the tests (tests/news/importing/test_import_batch.py)."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.drills.narration import one
from tests.drills.serving import answers
from tests.processes import ROOT, Portal, eventually

ROWS = 10_000
KILLS = (0.2, 0.6)
# Of these, one row in so many cannot be imported: rejects are told in each run and never stand in the way.
REJECTED = 500


def a_killed_import_of_ten_thousand_articles_is_completed_by_the_next_run(portal: Portal) -> str:
    """While the site serves: killed twice without warning, then left to end."""
    export, begun, seen = write(portal.folder / "xuat.jsonl"), time.monotonic(), []
    for share in KILLS:
        seen.append(kill_at(int(ROWS * share), portal, export))
        assert is_whole(portal.folder), f"half an article after the kill at {seen[-1]}"
    run, log = start(portal.folder, export)
    peak = peak_of(run)
    said = log.read_text(encoding="utf-8")
    rejects = ROWS // REJECTED
    assert articles(portal.folder) == addresses(portal.folder) == ROWS - rejects, said[-500:]
    assert is_whole(portal.folder), "half an article at the end"
    told = sum(line.startswith("dòng ") for line in said.splitlines())
    assert told == rejects, f"{told} of {rejects} rejects were told: {said[-500:]}"
    return (
        f"killed with {seen[0]:,} and {seen[1]:,} of {ROWS:,} articles in and no half one among them; the third run ended with "
        f"{ROWS - rejects:,}, none twice, and told {rejects} rejects by line; {time.monotonic() - begun:.0f} s in all, "
        f"at most {peak} MB"
    )


DRILLS = (a_killed_import_of_ten_thousand_articles_is_completed_by_the_next_run,)


def write(path: Path) -> Path:
    """Articles of the usual length, each with an address of its own; some without a title."""
    paragraph = (
        "<p>Sở Nội vụ làm việc với các đơn vị về cải cách hành chính và trao đổi nhiều nội dung.</p>" * 8
    )
    with path.open("w", encoding="utf-8") as file:
        for number in range(ROWS):
            title = "" if number % REJECTED == 7 else f"Sở Nội vụ họp giao ban lần thứ {number}"
            row = {"url": f"https://cu.vn/index.php?id={number}", "title": title, "body": paragraph}
            file.write(json.dumps(row | {"published_at": "2019-03-05 08:30"}, ensure_ascii=False) + "\n")
    return path


def start(folder: Path, export: Path) -> tuple[subprocess.Popen, Path]:
    """A run, and the file of what it says: a full pipe would hold it up."""
    environment = os.environ | {"VAR_DIR": str(folder), "DEMO": "0", "HTTPS": "0"}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "manage.py", "import_batch", str(export), "--publish"]
    log = folder / f"import-{time.monotonic_ns()}.log"
    with log.open("w", encoding="utf-8") as file:
        return subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT
        ), log


def kill_at(count: int, portal: Portal, export: Path) -> int:
    """Articles that were in when a run was killed after `count`; the site must answer all the while."""
    run, log = start(portal.folder, export)
    while articles(portal.folder) < count and run.poll() is None:
        time.sleep(0.2)
    assert run.poll() is None, f"ended before it was killed: {log.read_text(encoding='utf-8')[-500:]}"
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert eventually(lambda: answers(portal), 60), "the site does not answer"
    return articles(portal.folder)


def peak_of(run: subprocess.Popen) -> int:
    """Megabytes of the process at most, until it ends; 0 where the system does not tell."""
    most, status = 0, Path(f"/proc/{run.pid}/status")
    while run.poll() is None:
        if status.exists() and (found := re.search(r"VmHWM:\s*(\d+)", status.read_text())):
            most = max(most, int(found[1]) // 1000)
        time.sleep(0.2)
    return most


def articles(folder: Path) -> int:
    return one(folder, "SELECT count(*) FROM news_article")[0]


def addresses(folder: Path) -> int:
    """Old addresses that lead to different articles: an article that came twice would have none of its own."""
    return one(folder, "SELECT count(DISTINCT article_id) FROM news_oldaddress")[0]


def is_whole(folder: Path) -> bool:
    """Every article has its edition, which is released, with its history."""
    tables = ("edition WHERE state = 'released'", "save", "article WHERE last_release_id IS NOT NULL")
    return {one(folder, f"SELECT count(*) FROM news_{table}")[0] for table in tables} == {articles(folder)}
