"""The newsroom's pages over many articles: `python bench/changelist.py [count]` (default 100,000; made once, kept in var/bench).

Each line is the median of five requests through Django with a warm process, the number of queries, and the slowest query.
DATABASE_URL measures another database; it must be empty or made by this script.
"""

import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("VAR_DIR", str(ROOT / "var" / "bench"))
os.environ |= {"DJANGO_SETTINGS_MODULE": "portal.settings", "DEMO": "1", "HTTPS": "0", "LOG_LEVEL": "ERROR"}

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from news.models import Article, Category, Person  # noqa: E402
from portal.accounts.models import User  # noqa: E402

# Addresses of static files cost the same with and without a hash; collecting them first is not what is measured.
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
LIST = "/quan-tri/news/article/"
TIMES = 5


def prepare(count: int) -> None:
    call_command("migrate", verbosity=0)
    missing = count - Article.objects.count()
    if missing > 0:
        call_command("generate_articles", count=missing, people=max(20, missing // 5), busiest=missing // 20)


def publisher() -> User:
    from django.contrib.auth.models import Group

    user, made = User.objects.get_or_create(
        username="bench", defaults={"email": "bench@example.vn", "is_staff": True}
    )
    if made:
        user.groups.add(Group.objects.get(name="publisher"))
    return user


def pages() -> dict[str, str]:
    busiest = Person.objects.order_by("pk").first()
    category = Category.objects.first()
    with_people = Article.objects.filter(last_release__delegations__isnull=False).first()
    return {
        "desk": "/quan-tri/",
        "list": LIST,
        "list, page 20": f"{LIST}?p=20",
        "waiting for review": f"{LIST}?trang-thai=review",
        "drafts of mine": f"{LIST}?trang-thai=draft&cua=toi",
        "published": f"{LIST}?trang-thai=live",
        "archived": f"{LIST}?trang-thai=archived",
        "one category": f"{LIST}?chuyen-muc={category.pk}",
        "one kind": f"{LIST}?loai=meeting",
        "an agency": f"{LIST}?co-quan=kiem+dinh",
        "from a day on": f"{LIST}?tu-ngay=2020-05-17",
        "search, a frequent word": f"{LIST}?q=hop+tac",
        "search, a rare word": f"{LIST}?q=khong+co+chu+nay",
        "search, a number": f"{LIST}?q=%2350000",
        "search in a state": f"{LIST}?q=chuyen+doi&trang-thai=draft",
        "article to read": f"{LIST}{with_people.pk}/change/",
        "person with most news": f"/quan-tri/news/person/{busiest.pk}/change/",
    }


def measure(client: Client, address: str) -> str:
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
    count = int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else 100_000
    prepare(count)
    client = Client(SERVER_NAME="localhost")
    client.force_login(publisher(), backend="django.contrib.auth.backends.ModelBackend")
    print(f"{Article.objects.count():,} articles, {connection.vendor}")
    for name, address in pages().items():
        print(f"{name:26} {measure(client, address)}")


if __name__ == "__main__":
    main()
