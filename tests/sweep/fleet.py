"""Axe over all kinds of page in all dresses, by several browsers at a time: one for each core, so that none waits for another."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import ExitStack

from tests.sweep import axe
from tests.sweep.dresses import Dress
from tests.sweep.kinds import Kind

# Pages that one browser is given at a time, in one dress.
SHARE = 8
looker = None
held = ExitStack()

Task = tuple[Dress, list[Kind]]


def begin(site: str) -> None:
    """A browser for this process, until it ends."""
    global looker
    browser = held.enter_context(axe.chromium_browser())
    looker = held.enter_context(axe.looking(browser, site))


def look(dress: Dress, kinds: list[Kind]) -> list[tuple[Kind, list[str]]]:
    looker.put_on(dress)
    return [(kind, _at(kind)) for kind in kinds]


def _at(kind: Kind) -> list[str]:
    address = looker.site + kind.path
    found = looker.at(address, kind.media, kind.sent, kind.html)
    return [f"{violation} [{kind}]" for violation in found]


def run(
    site: str, tasks: Iterable[Task], until: float, tell: Callable[[Dress, Kind, list[str]], None]
) -> None:
    """`tell` hears of each page that was looked at; no new share is begun after `until` (of time.monotonic)."""
    jobs = int(os.environ.get("SWEEP_JOBS", os.cpu_count() or 1))
    start = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, start, initializer=begin, initargs=(site,)) as pool:
        going: dict[Future, Dress] = {}
        for dress, kinds in tasks:
            if time.monotonic() > until:
                break
            going[pool.submit(look, dress, kinds)] = dress
            if len(going) > jobs:
                _hear(going, tell)
        while going:
            _hear(going, tell)


def _hear(going: dict[Future, Dress], tell: Callable) -> None:
    for future in wait(going, return_when=FIRST_COMPLETED).done:
        dress = going.pop(future)
        for kind, found in future.result():
            tell(dress, kind, found)


def shares(dresses: Iterable[Dress], kinds: list[Kind], done: set[tuple[str, str]]) -> Iterator[Task]:
    """What is left to look at, in shares of pages in one dress."""
    for dress in dresses:
        left = [kind for kind in kinds if (str(dress), str(kind)) not in done]
        yield from ((dress, left[start : start + SHARE]) for start in range(0, len(left), SHARE))
