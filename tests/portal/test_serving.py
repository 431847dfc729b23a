"""The supervisor of the web server and the worker: what an operator sees when either, or the supervisor itself, ends."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from portal import serving
from tests.processes import descendants, eventually, running, running_portal, start_portal

ROOT = serving.ROOT
pytestmark = pytest.mark.process

LASTING = [sys.executable, "-c", "import time; time.sleep(600)"]
# A parent whose own child ignores every polite signal: what must not be left behind.
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, subprocess, sys, time;"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    "child = subprocess.Popen([sys.executable, '-c', 'import signal, time;'"
    " 'signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)']);"
    "time.sleep(600)",
]


def supervise(tmp_path, grace=5.0, **commands) -> subprocess.Popen:
    """A process that runs a crew of `commands` and says "ready" once all have been started."""
    script = tmp_path / "supervise.py"
    script.write_text(
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from portal.serving import Crew\n"
        f"sys.exit(Crew({commands!r}, grace={grace}).run(lambda: print('ready', flush=True), lambda: True))\n"
    )
    process = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    return process


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_every_child_and_counts_as_success(tmp_path, number):
    crew = supervise(tmp_path, web=LASTING, worker=LASTING)
    assert crew.stdout.readline() == "ready\n"
    below = descendants(crew.pid)
    assert len(below) == 2

    crew.send_signal(number)

    assert crew.wait(timeout=10) == 0
    assert running(below) == set()


def test_a_child_that_ignores_the_signal_is_killed_with_its_own_children(tmp_path):
    crew = supervise(tmp_path, grace=0.5, web=STUBBORN)
    crew.stdout.readline()
    assert eventually(lambda: len(descendants(crew.pid)) == 2, 10)
    below = descendants(crew.pid)
    time.sleep(0.5)

    crew.terminate()

    assert crew.wait(timeout=10) == 0
    assert eventually(lambda: not running(below), 5)


@pytest.mark.parametrize(
    ("ending", "code"), [("sys.exit(7)", 7), ("sys.exit(0)", 1), ("os.kill(os.getpid(), 9)", 137)]
)
def test_when_one_child_ends_the_others_end_too_and_its_code_is_kept(tmp_path, ending, code):
    crew = supervise(tmp_path, web=LASTING, worker=[sys.executable, "-c", f"import os, sys; {ending}"])

    _, errors = crew.communicate(timeout=15)

    assert crew.returncode == code
    assert "The worker process ended by itself" in errors


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent was killed")
def test_killing_the_supervisor_outright_leaves_no_child(tmp_path):
    crew = supervise(tmp_path, web=LASTING, worker=LASTING)
    crew.stdout.readline()
    below = descendants(crew.pid)

    crew.kill()
    crew.wait()

    assert eventually(lambda: not running(below), 5)


def test_a_taken_port_is_named_in_one_line_together_with_the_way_out(tmp_path):
    with socket.socket() as occupier:
        occupier.bind(("127.0.0.1", 0))
        occupier.listen()
        port = occupier.getsockname()[1]

        output, _ = start_portal(port, tmp_path).communicate(timeout=60)

    assert f"Port {port} on 127.0.0.1 cannot be used" in output
    assert f"PORT={port + 1} make run" in output
    assert len(output.strip().splitlines()) == 1


def test_the_portal_answers_and_leaves_neither_process_nor_port_behind(tmp_path):
    with running_portal(tmp_path) as portal:
        with urllib.request.urlopen(f"{portal.address}/healthz", timeout=10) as answer:
            assert (answer.status, answer.read()) == (200, b"ok\n")
        below = descendants(portal.process.pid)
        assert len(below) >= 3

    assert portal.process.returncode == 0
    assert running(below) == set()
    serving.refuse_taken_port("127.0.0.1", int(portal.address.rsplit(":", 1)[1]))
