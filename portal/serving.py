"""Runs the web server and the task worker as one: started together, stopped together, nothing left behind.

`manage.py serve` becomes this module once it has prepared the database. It imports no Django: a supervisor that sleeps all
day must not hold 60 MB of it.
"""

import argparse
import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Seconds: a render or an upload in progress may finish; after that the whole process group is killed.
GRACE = 15
# Seconds between two looks at the children.
BEAT = 0.1
PR_SET_PDEATHSIG = 1
LOCAL = {"127.0.0.1", "localhost", "0.0.0.0"}
MANAGE = [sys.executable, str(ROOT / "manage.py")]


class PortTaken(Exception):
    """Another process listens there."""


@dataclass(frozen=True)
class Plan:
    """Where to serve and with how many; `workers` are processes, `threads` are blocking threads in each."""

    host: str
    port: int
    workers: int
    threads: int

    def commands(self) -> dict[str, list[str]]:
        """The child processes by name."""
        return {
            "web": [
                *(sys.executable, "-m", "granian", "portal.wsgi:application"),
                *("--interface", "wsgi", "--http", "1", "--no-ws", "--log-level", "error"),
                *("--host", self.host, "--port", str(self.port)),
                *("--workers", str(self.workers), "--blocking-threads", str(self.threads)),
                # One crashed worker is replaced; the others go on serving meanwhile.
                *("--respawn-failed-workers", "--respawn-interval", "0.5", "--workers-kill-timeout", "10"),
            ],
            "worker": [*MANAGE, "worker"],
        }

    @property
    def reach(self) -> str:
        """A host name under which this machine reaches itself."""
        return "localhost" if self.host in LOCAL else self.host


def refuse_taken_port(host: str, port: int) -> None:
    """Raises PortTaken. Granian itself shares a port with whoever listens there already, and nobody would notice."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(f"Port {port} on {host} cannot be used ({error.strerror}).") from error


@dataclass
class Crew:
    """The running children. `run` returns the exit code of the whole."""

    commands: dict[str, list[str]]
    grace: float = GRACE
    children: dict[str, subprocess.Popen] = field(default_factory=dict)
    asked_to_stop: int = 0

    def run(self, when_ready: Callable[[], None], is_ready: Callable[[], bool]) -> int:
        """Until a signal (0) or until a child ends by itself (its code, at least 1)."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._note_signal)
        try:
            for name, command in self.commands.items():
                self.children[name] = _start(command)
            return self._watch(when_ready, is_ready)
        finally:
            self._stop()

    def _note_signal(self, number, frame) -> None:
        self.asked_to_stop += 1

    def _watch(self, when_ready, is_ready) -> int:
        announced = False
        while not self.asked_to_stop:
            for name, child in self.children.items():
                if child.poll() is not None:
                    print(
                        f"The {name} process ended by itself ({_reason(child)}); stopping.", file=sys.stderr
                    )
                    return _exit_code(child)
            if not announced and is_ready():
                announced = True
                when_ready()
            time.sleep(BEAT)
        return 0

    def _stop(self) -> None:
        """Ask each to end, wait; then kill what is left of each group. A second Ctrl-C ends the waiting."""
        for child in self.children.values():
            with contextlib.suppress(ProcessLookupError):
                child.terminate()
        deadline, asked_before = time.monotonic() + self.grace, self.asked_to_stop
        while time.monotonic() < deadline and self.asked_to_stop <= max(asked_before, 1):
            if all(child.poll() is not None for child in self.children.values()):
                break
            time.sleep(BEAT)
        for child in self.children.values():
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _start(command: list[str]) -> subprocess.Popen:
    """A child that leads a group of its own, so that Ctrl-C reaches only us and its own children can be found."""
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True, preexec_fn=_end_with_parent)


def _end_with_parent() -> None:
    """On Linux the kernel ends the child when we are killed outright; elsewhere that case leaves it running."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _reason(child: subprocess.Popen) -> str:
    code = child.returncode
    return f"exit code {code}" if code >= 0 else signal.Signals(-code).name


def _exit_code(child: subprocess.Popen) -> int:
    """As a shell gives it; a child that ended with 0 unasked is a failure too."""
    code = child.returncode
    return 128 - code if code < 0 else code or 1


def answers(plan: Plan) -> bool:
    """Whether the web server gives any HTTP answer yet; a refusal of the host name is an answer."""
    try:
        urllib.request.urlopen(f"http://{plan.reach}:{plan.port}/healthz", timeout=2).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def announce(plan: Plan, demo: bool) -> None:
    address = f"http://{plan.reach}:{plan.port}/"
    print(f"Bản Tin answers at {address}  (staff: {address}quan-tri/; stop: Ctrl-C)", flush=True)
    if demo:
        subprocess.run([*MANAGE, "demo", "--sign-ins"])


def main(arguments: list[str] | None = None) -> int:
    """Serve until a signal or until a child ends; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m portal.serving")
    parser.add_argument("--host", required=True)
    parser.add_argument("--demo", action="store_true", help="print the sign-ins of the demo")
    for name in ("port", "workers", "threads"):
        parser.add_argument(f"--{name}", type=int, required=True)
    given = parser.parse_args(arguments)
    plan = Plan(given.host, given.port, given.workers, given.threads)
    return Crew(plan.commands()).run(lambda: announce(plan, given.demo), lambda: answers(plan))


if __name__ == "__main__":
    sys.exit(main())
