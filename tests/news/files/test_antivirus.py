"""The look for viruses, with a daemon that speaks clamd's protocol as written down in its manual."""

import socket
import threading

import pytest
from django.core.files.base import ContentFile

from news import files
from news.models import StoredFile
from tests import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def clamd(settings):
    """Answers every stream as `clamd.answer` says; what it was sent is in `clamd.got`."""
    server = socket.create_server(("127.0.0.1", 0))
    settings.CLAMD_SOCKET = f"tcp://127.0.0.1:{server.getsockname()[1]}"
    clamd = threading.Thread(target=lambda: _serve(server, clamd), daemon=True)
    clamd.answer, clamd.got = "stream: OK", b""
    clamd.start()
    yield clamd
    server.close()


def _serve(server, clamd) -> None:
    try:
        line, _address = server.accept()
    except OSError:
        return
    with line, line.makefile("rb") as said:
        assert said.read(10) == b"zINSTREAM\0"
        while length := int.from_bytes(said.read(4)):
            clamd.got += said.read(length)
        line.sendall(clamd.answer.encode() + b"\0")


def add(data: bytes):
    return files.take_in(ContentFile(data), by=None, name="ke-hoach.pdf")


def test_a_clean_file_is_kept_after_the_scanner_saw_all_of_it(clamd):
    data = samples.pdf() + b"%" * 600_000
    assert add(data).pk
    assert clamd.got == data


def test_an_infected_file_is_refused_with_what_was_found(clamd):
    clamd.answer = "stream: Win.Test.EICAR_HDB-1 FOUND"
    with pytest.raises(files.FileRefused, match=r"EICAR.*ke-hoach\.pdf"):
        add(samples.pdf())
    assert not StoredFile.objects.exists()


def test_a_file_that_the_scanner_cannot_look_at_is_refused(clamd):
    clamd.answer = "INSTREAM size limit exceeded. ERROR"
    with pytest.raises(files.FileRefused, match="size limit"):
        add(samples.pdf())


@pytest.mark.parametrize("address", ["/nowhere/clamd.ctl", "tcp://127.0.0.1:1"])
def test_while_the_scanner_is_silent_nothing_is_taken_in_and_one_may_try_again(settings, address):
    settings.CLAMD_SOCKET = address
    with pytest.raises(files.Busy):
        add(samples.pdf())
    assert not StoredFile.objects.exists()
