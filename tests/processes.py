"""Starting the portal as an operator does, and looking at what runs: for the tests of serving, the sweep and the drills."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_portal(port: int, folder: Path, **variables: str) -> subprocess.Popen:
    """`manage.py serve --prepare` with its files in `folder`; its output is in pipes."""
    settings = {
        "VAR_DIR": str(folder),
        "DEMO": "0",
        "HTTPS": "0",
        "DATABASE_URL": "",
        "WEB_WORKERS": "1",
    } | variables
    environment = {name: value for name, value in (os.environ | settings).items() if value}
    command = [sys.executable, "manage.py", "serve", "--prepare", "--port", str(port)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    return subprocess.Popen(command, cwd=ROOT, env=environment, **pipes)


@dataclass
class Portal:
    """A running portal: its process, its address without a slash at the end, and the folder of its files."""

    process: subprocess.Popen
    address: str
    folder: Path


@contextlib.contextmanager
def running_portal(folder: Path, **variables: str) -> Iterator[Portal]:
    """The portal from its first answer until the block ends; raises RuntimeError with its output when it never answers."""
    port = free_port()
    process = start_portal(port, folder, **variables)
    try:
        said = []
        for line in process.stdout:
            said.append(line)
            if f"http://localhost:{port}/" in line:
                break
        else:
            raise RuntimeError("The portal did not start:\n" + "".join(said))
        yield Portal(process, f"http://localhost:{port}", folder)
    finally:
        process.terminate()
        process.communicate(timeout=60)


def descendants(pid: int) -> set[int]:
    """Every process below `pid`, by the parents that `ps` names (Linux and macOS)."""
    listing = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout
    parents = {int(child): int(parent) for child, parent in (line.split() for line in listing.splitlines())}
    found, fresh = set(), {pid}
    while fresh:
        fresh = {child for child, parent in parents.items() if parent in fresh} - found
        found |= fresh
    return found


def running(pids: set[int]) -> set[int]:
    """Those that still run; a zombie waiting for its new parent does not."""
    if not pids:
        return set()
    command = ["ps", "-o", "pid=,stat=", "-p", ",".join(map(str, pids))]
    lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    return {int(pid) for pid, state in (line.split() for line in lines) if not state.startswith("Z")}


def command_of(pid: int) -> str:
    return subprocess.run(
        ["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True
    ).stdout.strip()


def eventually(condition, seconds: float):
    """The first true value of `condition` within `seconds`, else its last value."""
    deadline = time.monotonic() + seconds
    while not (value := condition()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return value
