"""What hiding persons costs: `python bench/hiding.py [count]` (default 100,000 articles; made once, kept in var/bench).

First the exit: one article page blanked with more and more hidden names. Then the administrator's page over all articles.
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
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from news.desk import duplicates, hiding, hiding_search  # noqa: E402
from news.models import Article, Person  # noqa: E402
from news.site.hidden import Hidden  # noqa: E402
from news.spellings import Name  # noqa: E402

settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
TIMES = 5
STAND_INS = {"vi": "một đại biểu", "en": "a participant"}


def measured(what: str, act) -> None:
    """Prints the median of some runs in milliseconds and the number of queries."""
    with CaptureQueriesContext(connection) as asked:
        act()
    spent = []
    for _time in range(TIMES):
        begun = time.perf_counter()
        act()
        spent.append(time.perf_counter() - begun)
    print(f"{what:60} {statistics.median(spent) * 1000:9.1f} ms {len(asked):4} queries", flush=True)


def page() -> str:
    article = (
        Article.objects.select_related("last_release").filter(last_release__isnull=False).latest("number")
    )
    path = f"/tin-tuc/{article.last_release.slug}-{article.number}/"
    html = Client(headers={"host": "localhost"}).get(path).content.decode()
    # As long as a long report.
    return html * max(1, 60_000 // len(html))


def the_exit() -> None:
    html = page()
    people = list(Person.objects.order_by("pk").values_list("full_name", flat=True)[:100])
    for count in (0, 1, 10, 100):
        whom = Hidden("x", tuple((Name(name), "một đại biểu", "a participant") for name in people[:count]))
        measured(f"blank {len(html):,} characters, {count} hidden", lambda whom=whom: whom.blank(html, "vi"))


def the_page() -> None:
    ranked = Person.objects.annotate(lines=Count("attendances")).order_by("lines")
    for person in (ranked.filter(lines__gt=0).first(), ranked.last()):
        names = [Name(row.text) for row in hiding.suggested_spellings(person) if row.is_chosen]
        lines = person.attendances.count()
        measured(f"places of a person with {lines} lines",
                 lambda p=person, n=names: hiding_search.texts(p, n, STAND_INS))  # fmt: skip
        measured("  files of the same", lambda p=person, n=names: hiding_search.files_naming(p, n))
    measured("likely duplicates", duplicates.of_people)


def main(count: int) -> None:
    call_command("migrate", verbosity=0)
    missing = count - Article.objects.count()
    if missing > 0:
        call_command("generate_articles", count=missing, people=max(20, missing // 5), busiest=missing // 20)
    print(f"{connection.vendor}, {Article.objects.count():,} articles, {Person.objects.count():,} persons")
    the_exit()
    the_page()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
