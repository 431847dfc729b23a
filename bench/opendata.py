"""Open data over many rows: `python bench/opendata.py [lines]` (default 100,000 lines of meetings; made once, kept in var/bench-opendata).

For each file: rows, bytes, seconds, seconds of a repeated question answered with 304, and the peak of Python's memory while it is
sent, beside the peak for a tenth of the rows: a stream that keeps nothing has the same. Then the register's pages, with queries.
DATABASE_URL measures another database; it must be empty or made by this script.
"""

import os
import statistics
import sys
import time
import tracemalloc
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("VAR_DIR", str(ROOT / "var" / "bench-opendata"))
os.environ |= {"DJANGO_SETTINGS_MODULE": "portal.settings", "DEMO": "1", "HTTPS": "0", "LOG_LEVEL": "ERROR"}

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from news.models import Agency, Attendance, Delegation, Edition, Person  # noqa: E402
from news.register import exports  # noqa: E402

settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
FILES = [f"{name}.{form}" for name in exports.DATASETS for form in ("csv", "json")]
TIMES = 5


def prepare(lines: int) -> None:
    """Generated articles have two lines each on average; one person stands in 5,000 of them."""
    call_command("migrate", verbosity=0)
    missing = (lines - Attendance.objects.count()) // 2
    if missing > 0:
        call_command("generate_articles", count=missing, people=max(20, missing // 5), busiest=missing // 10)


def read(client: Client, path: str, rows: int | None = None) -> tuple[int, int]:
    """(bytes, lines) of a whole answer, or of its beginning."""
    size = count = 0
    for piece in client.get(path).streaming_content:
        size, count = size + len(piece), count + piece.count(b"\n")
        if rows and count > rows:
            break
    return size, count


def peak(client: Client, path: str, rows: int | None = None) -> float:
    """Megabytes of Python objects at the highest point while the answer is sent."""
    tracemalloc.start()
    read(client, path, rows)
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return highest / 1e6


def resident() -> int:
    """Megabytes of the whole process."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) // 1000


def measure_file(client: Client, name: str) -> str:
    path = f"/du-lieu-mo/{name}"
    etag = client.get(path)["ETag"]
    begun = time.perf_counter()
    assert client.get(path, headers={"if-none-match": etag}).status_code == 304
    again = time.perf_counter() - begun
    begun = time.perf_counter()
    size, count = read(client, path)
    seconds = time.perf_counter() - begun
    tenth, whole = peak(client, path, count // 10), peak(client, path)
    return (
        f"{name:18} {count:8,} lines {size / 1e6:6.1f} MB {seconds:6.2f} s, 304 in {again * 1000:5.0f} ms; "
        f"peak {tenth:5.2f} MB for a tenth, {whole:5.2f} MB for all; process {resident()} MB"
    )


def pages() -> dict[str, str]:
    busiest = Person.objects.order_by("pk").first()
    agency = Agency.objects.filter(pk__in=Delegation.objects.values("agency")).first()
    lists = {"who": f"?ai-la=p{busiest.pk}", "met": f"?ai-la=p{busiest.pk}&gap-la=a{agency.pk}"}
    return {
        "register": "/ai-gap-ai/",
        "register, days alone": "/ai-gap-ai/?tu=2020-01-01&den=2020-12-31",
        "person of most meetings": f"/ai-gap-ai/{lists['who']}",
        "the same, page far back": f"/ai-gap-ai/{lists['who']}&truoc=1514764800000000-1",
        "person and agency": f"/ai-gap-ai/{lists['met']}",
        "a frequent name": "/ai-gap-ai/?ai=nguyen",
        "page of that person": f"/nhan-su/{busiest.slug}-{busiest.pk}/",
        "page of an agency": f"/co-quan/{agency.slug}-{agency.pk}/",
    }


def measure_page(client: Client, address: str) -> str:
    client.get(address)
    seconds = []
    for _time in range(TIMES):
        begun = time.perf_counter()
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address)
        seconds.append(time.perf_counter() - begun)
        assert answer.status_code == 200, (address, answer.status_code)
    slowest = max(float(query["time"]) for query in asked.captured_queries)
    return f"{statistics.median(seconds) * 1000:7.0f} ms  {len(asked):3} queries, slowest {slowest * 1000:6.0f} ms"


def main() -> None:
    lines = int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else 100_000
    prepare(lines)
    client = Client(SERVER_NAME="localhost")
    print(
        f"{Attendance.objects.count():,} lines of {Edition.objects.live().count():,} live editions, {connection.vendor}"
    )
    for name, address in pages().items():
        print(f"{name:26} {measure_page(client, address)}")
    for name in FILES:
        print(measure_file(client, name))


if __name__ == "__main__":
    main()
