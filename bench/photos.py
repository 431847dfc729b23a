"""Twenty photos of 24 megapixels dropped at once: `python bench/photos.py [photos] [web workers] [requests at a time]`.

Starts the portal as an operator does (supervisor, web server, its workers, the task worker) on a free port with files of its own,
signs a writer in and sends the photos: one after another as the page does (default 1), or many at a time, as twenty people
would. Prints the memory of every process before and at the
peak (Linux: proportional set size, so that shared pages count once), the time until the last photo is in the library, and the time
until the worker has made all renditions.
"""

import json
import os
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.news.photos.twenty_photos import photograph
from tests.processes import ROOT, command_of, descendants, running_portal

BEAT = 0.1
BOUNDARY = "----anh"


class Watch(threading.Thread):
    """Looks at a process and all below it; `at_peak` is {what: MiB} at the moment their sum was the largest."""

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self.pid, self.at_peak, self.is_over, self._known = pid, {}, threading.Event(), {}

    def run(self):
        while not self.is_over.wait(BEAT):
            seen = self.look()
            if sum(seen.values()) > sum(self.at_peak.values()):
                self.at_peak = seen

    def look(self) -> dict[str, float]:
        seen = defaultdict(float)
        for pid in {self.pid, *descendants(self.pid)}:
            seen[self._process(pid)] += proportional(pid)
        return dict(seen)

    def _process(self, pid: int) -> str:
        if pid not in self._known:
            command = command_of(pid)
            kinds = {"granian": "web", "manage.py worker": "task worker", "portal.serving": "supervisor"}
            kind = next((name for word, name in kinds.items() if word in command), "others")
            self._known[pid] = f"{kind} {pid}"
        return self._known[pid]


def proportional(pid: int) -> float:
    """MiB; 0 of a process that has just ended."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0


def signed_in() -> dict[str, str]:
    """The cookies of a writer, made in the portal's own database."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    call_command("migrate", verbosity=0)
    from tests import make

    client = Client()
    client.force_login(make.user("writer"), backend="django.contrib.auth.backends.ModelBackend")
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    return {session.key: session.value, settings.CSRF_COOKIE_NAME: "a" * 32}


def send(address: str, cookies: dict[str, str], data: bytes, number: int) -> int:
    """Until it is taken, as the page does; returns how often the server asked to come again."""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="anh-{number}.jpg"\r\n\r\n'
    body = head.encode() + data + number.to_bytes(2) + f"\r\n--{BOUNDARY}--\r\n".encode()
    request = urllib.request.Request(f"{address}/quan-tri/news/article/tra-cuu/anh/", body)
    request.add_header("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
    request.add_header("Cookie", "; ".join(f"{name}={value}" for name, value in cookies.items()))
    request.add_header("X-CSRFToken", "a" * 32)
    request.add_header("Origin", address)
    for again in range(100):
        try:
            with urllib.request.urlopen(request, timeout=300) as answer:
                json.load(answer)
                return again
        except urllib.error.HTTPError as refusal:
            if refusal.code != 503:
                raise
            time.sleep(float(refusal.headers.get("Retry-After", 1)))
    raise RuntimeError("The server was busy a hundred times.")


def owed() -> int:
    from django.db import connection

    from news.models import Photo

    connection.close()
    return Photo.objects.filter(renditions__owed=True).count()


def told(name: str, seen: dict[str, float]) -> None:
    parts = ", ".join(f"{what} {size:.0f}" for what, size in sorted(seen.items()))
    print(f"{name}: {sum(seen.values()):.0f} MiB ({parts})")


def main(photos: int, workers: int, at_a_time: int, folder: Path) -> None:
    os.environ |= {"VAR_DIR": str(folder), "DEMO": "0", "HTTPS": "0"}
    os.environ.pop("DATABASE_URL", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    # Collected by `make bench` before anything is measured.
    (folder / "static").symlink_to(ROOT / "var" / "static")
    cookies, data = signed_in(), photograph()
    with running_portal(folder, WEB_WORKERS=str(workers)) as portal:
        for _look in range(10 * workers):
            urllib.request.urlopen(f"{portal.address}/").read()
        watch = Watch(portal.process.pid)
        told("before", watch.look())
        watch.start()
        begun = time.monotonic()
        with ThreadPoolExecutor(at_a_time) as senders:
            again = list(
                senders.map(lambda number: send(portal.address, cookies, data, number), range(photos))
            )
        print(
            f"{photos} photos of {len(data) / 1e6:.1f} MB in {time.monotonic() - begun:.1f} s; asked again {sum(again)} times"
        )
        told("peak while they came", watch.at_peak)
        while owed():
            time.sleep(1)
        print(f"all renditions after {time.monotonic() - begun:.1f} s")
        watch.is_over.set()
        told("peak of all", watch.at_peak)
        told("afterwards", watch.look())


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:4]]
    with tempfile.TemporaryDirectory(prefix="bantin-photos-") as place:
        main(*(given + [20, 2, 1][len(given) :]), Path(place))
