"""Drills of the supervisor and its children. Each takes a running portal and returns a sentence with what it measured.

A drill that does not go as it should raises AssertionError with what was seen instead.
"""

import os
import signal
import time
import urllib.request

from portal.serving import PortTaken, refuse_taken_port
from tests.processes import Portal, command_of, descendants, eventually, running


def a_killed_web_worker_is_replaced_while_the_others_serve(portal: Portal) -> str:
    workers = web_workers(portal)
    victim, replaced_after, failed, asked = min(workers), None, 0, 0
    os.kill(victim, signal.SIGKILL)
    start = time.monotonic()
    while time.monotonic() - start < 8:
        asked += 1
        failed += not answers(portal)
        time.sleep(0.02)
        if replaced_after is None and len(web_workers(portal) - {victim}) == len(workers):
            replaced_after = time.monotonic() - start
    assert replaced_after is not None, f"still {len(web_workers(portal))} of {len(workers)} after 8 s"
    assert all(answers(portal) for _ in range(20)), "not every request is answered afterwards"
    return f"a new one after {replaced_after:.1f} s; {failed} of {asked} requests in 8 s went unanswered"


def a_killed_web_server_ends_the_whole(portal: Portal) -> str:
    return _ends_the_whole(portal, "granian portal.wsgi")


def a_killed_task_worker_ends_the_whole(portal: Portal) -> str:
    return _ends_the_whole(portal, "manage.py worker")


def a_killed_supervisor_leaves_nothing(portal: Portal) -> str:
    return _nothing_is_left(portal, portal.process.pid)


def a_stop_under_load_leaves_nothing(portal: Portal) -> str:
    before = descendants(portal.process.pid)
    start = time.monotonic()
    portal.process.terminate()
    while portal.process.poll() is None and time.monotonic() - start < 30:
        answers(portal)
    seconds = time.monotonic() - start
    assert portal.process.returncode == 0, f"ended with {portal.process.returncode}"
    assert not running(before), f"left: {[command_of(pid) for pid in running(before)]}"
    return f"stopped after {seconds:.1f} s"


DRILLS = (
    a_killed_web_worker_is_replaced_while_the_others_serve,
    a_killed_web_server_ends_the_whole,
    a_killed_task_worker_ends_the_whole,
    a_killed_supervisor_leaves_nothing,
    a_stop_under_load_leaves_nothing,
)


def _ends_the_whole(portal: Portal, command: str) -> str:
    """Kill the child with that command line; a supervisor above us (systemd) then starts everything afresh."""
    victim = min(pid for pid in descendants(portal.process.pid) if command in command_of(pid))
    said = _nothing_is_left(portal, victim)
    assert portal.process.returncode == 128 + signal.SIGKILL, f"ended with {portal.process.returncode}"
    return f"{said}; exit code {portal.process.returncode}"


def _nothing_is_left(portal: Portal, victim: int) -> str:
    everybody = descendants(portal.process.pid)
    start = time.monotonic()
    os.kill(victim, signal.SIGKILL)
    portal.process.wait(timeout=30)
    assert eventually(lambda: not running(everybody), 30), (
        f"left: {[command_of(p) for p in running(everybody)]}"
    )
    seconds = time.monotonic() - start
    assert eventually(lambda: port_is_free(portal), 5), "the port is still taken"
    return f"all processes and the port gone after {seconds:.1f} s"


def web_workers(portal: Portal) -> set[int]:
    """The processes below granian's first one."""
    everybody = descendants(portal.process.pid)
    return {pid for pid in running(everybody) if "granian" in command_of(pid) and not descendants(pid)}


def answers(portal: Portal) -> bool:
    try:
        with urllib.request.urlopen(f"{portal.address}/healthz", timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


def port_is_free(portal: Portal) -> bool:
    try:
        refuse_taken_port("127.0.0.1", int(portal.address.rsplit(":", 1)[1]))
    except PortTaken:
        return False
    return True
