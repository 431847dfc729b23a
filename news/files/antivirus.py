"""An optional look by ClamAV's daemon (clamd) at every document and film, over its socket. Off unless CLAMD_SOCKET is set.

The protocol: `zINSTREAM\\0`, then pieces, each after its length in four bytes, then a length of zero; the answer is one line
ended by a zero byte: "stream: OK", "stream: <name> FOUND", or "… ERROR" (clamd(8)).
"""

import socket

from django.conf import settings
from django.utils.translation import gettext as _

from news.files.refusal import Busy, FileRefused

PIECE = 256 * 1024
SECONDS = 60


def demand_clean(file, name: str) -> None:
    """Raises FileRefused where something is found, Busy where the daemon does not answer: nothing passes unlooked at."""
    if not settings.CLAMD_SOCKET:
        return
    try:
        answer = _ask(settings.CLAMD_SOCKET, file)
    except OSError as error:
        raise Busy(
            _("The virus scanner does not answer, so no file is taken in. Try again later.")
        ) from error
    if answer.endswith("FOUND"):
        found = answer.removeprefix("stream:").removesuffix("FOUND").strip()
        raise FileRefused(
            _("The virus scanner found “%(found)s” in the file “%(name)s”. It was not kept.")
            % {"found": found, "name": name}
        )
    if answer != "stream: OK":
        raise FileRefused(
            _("The virus scanner could not look at the file “%(name)s”: %(answer)s. Tell your administrator.")
            % {"name": name, "answer": answer}
        )


def _ask(address: str, file) -> str:
    with _connected(address) as line:
        file.seek(0)
        try:
            line.sendall(b"zINSTREAM\0")
            while piece := file.read(PIECE):
                line.sendall(len(piece).to_bytes(4) + piece)
            line.sendall(bytes(4))
        except (BrokenPipeError, ConnectionResetError):
            pass  # it stops listening at its own size limit, and says so
        answer = b""
        while piece := line.recv(4096):
            answer += piece
    if not answer:
        raise ConnectionError("no answer")
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")


def _connected(address: str) -> socket.socket:
    """`tcp://host:port`, or the path of a Unix socket."""
    if address.startswith("tcp://"):
        host, _colon, port = address.removeprefix("tcp://").rpartition(":")
        return socket.create_connection((host, int(port)), timeout=SECONDS)
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.settimeout(SECONDS)
    try:
        line.connect(address)
    except OSError:
        line.close()
        raise
    return line
