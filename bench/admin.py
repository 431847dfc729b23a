"""The admin over many articles: `python bench/admin.py [count]` (default 100,000; made once, kept in var/bench).

Every filter and search of the lists, writing with 6 and with 200 attendees, a person with 5,000 attendances to read and to edit,
an agency. Each line is the median and the worst of five requests through Django with a warm process, the processor time of this
process (on SQLite that is all there is; it hardly moves when others use the machine), the number of queries, and the size of the
answer. DATABASE_URL measures another database; it must be empty or made by this script.
"""

import statistics
import sys
import time

from changelist import LIST, TIMES, prepare  # sets Django up
from django.contrib.auth.models import Group
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.admin.article_form import EditionForm
from news.admin.article_list import CategoryFilter, KindFilter, MineFilter, StateFilter
from news.desk import document, workflow
from news.models import Agency, Article, Person
from portal.accounts.models import User

PERSONS, AGENCIES = "/quan-tri/news/person/", "/quan-tri/news/agency/"
TYPED = {
    "an agency, one": "co-quan=vien+nghien+cuu+vung+lang+sen",
    "an agency, many": "co-quan=so+nong+nghiep",
    "no such agency": "co-quan=khong+co",
    "from a day on": "tu-ngay=2020-05-17",
    "one day": "tu-ngay=2022-05-17&den-ngay=2022-05-17",
    "in English": "language__exact=en",
}
SEARCHES = {
    "a frequent word": "q=hop+tac",
    "two words with marks": "q=kiểm+tra+hạn+mặn",
    "a word that is nowhere": "q=khong+co+chu+nay",
    "a number": "q=%2350000",
    "digits": "q=50000",
    "in a state": "q=chuyen+doi&trang-thai=draft",
    "in a state, nowhere": "q=khong+co+chu+nay&trang-thai=live",
    "in a category and a kind": "q=chuyen+doi&loai=meeting&trang-thai=live",
}


def user(role: str) -> User:
    found, made = User.objects.get_or_create(
        username=f"bench-{role}", defaults={"email": f"{role}@example.vn", "is_staff": True}
    )
    if made:
        found.groups.add(Group.objects.get(name=role))
    return found


def signed_in(role: str) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(user(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def lists() -> dict[str, str]:
    """Each choice of each filter, taken from the filters themselves, then what is typed and searched."""
    pages = {"list": LIST, "list, page 20": f"{LIST}?p=20"}
    for kind in (StateFilter, MineFilter, CategoryFilter, KindFilter):
        # Only the kinds of choices are asked for, so no request is needed.
        choices = kind.lookups(None, None, None)
        chosen = choices if kind in (StateFilter, MineFilter) else choices[:1]
        pages |= {
            f"{kind.parameter_name}: {label}": f"{LIST}?{kind.parameter_name}={value}"
            for value, label in chosen
        }
    pages |= {f"filter: {name}": f"{LIST}?{query}" for name, query in TYPED.items()}
    return pages | {f"search: {name}": f"{LIST}?{query}" for name, query in SEARCHES.items()}


def draft_with(attendees: int) -> Article:
    """An open draft with so many attendees on two sides, of persons and agencies that exist."""
    title = f"Đo trang viết: {attendees} người"
    found = Article.objects.filter(title_folded__startswith=f"do trang viet: {attendees} nguoi").first()
    if found:
        return found
    people, bodies = list(Person.objects.all()[:attendees]), list(Agency.objects.all()[:6])
    rows = [{"kind": "person", "person": row.pk, "name": row.full_name, "title": "Chuyên viên", "agency": bodies[0].pk}
            for row in people]  # fmt: skip
    sides = [{"side": "host", "agency": bodies[0].pk, "attendances": rows[::2]},
             {"side": "guest", "agency": bodies[1].pk, "attendances": rows[1::2]}]  # fmt: skip
    content = document.empty() | {
        "title": title,
        "lead": "Sáng nay hai bên đã làm việc.",
        "body": "<p>Hai bên trao đổi về tiến độ các nhiệm vụ đã giao.</p>" * 12,
        "delegations": document.sound(document.empty() | {"title": title, "delegations": sides})[
            "delegations"
        ],
        "agencies": [{"agency": body.pk, "name": body.name} for body in bodies],
    }
    return workflow.create(content, by=user("editor"))


def writing() -> dict[str, str]:
    pages = {"new article": f"{LIST}add/"}
    for attendees in (1, 6, 200):
        pages[f"write, {attendees} attendees"] = f"{LIST}{draft_with(attendees).pk}/change/"
    pages["history of it"] = f"{LIST}{draft_with(200).pk}/history/"
    pages["preview of it"] = f"{LIST}{draft_with(200).pk}/xem-truoc/"
    return pages


def records() -> dict[str, str]:
    busiest = Person.objects.order_by("pk").first()
    agency = Agency.objects.annotate(often=Count("delegations")).order_by("-often").first()
    return {
        "persons": PERSONS,
        "persons: two words": f"{PERSONS}?q=nguyen+an",
        "persons: nowhere": f"{PERSONS}?q=khong+co",
        "persons: to confirm": f"{PERSONS}?is_confirmed__exact=0",
        "person, 5,000 attendances": f"{PERSONS}{busiest.pk}/change/",
        "agencies": AGENCIES,
        "agencies: a word": f"{AGENCIES}?q=cang",
        "agencies: one kind": f"{AGENCIES}?kind__exact=other",
        "agency, most often named": f"{AGENCIES}{agency.pk}/change/",
        "lookup of persons": f"{reverse('admin:news_lookup_people')}?q=nguyen",
        "lookup of agencies": f"{reverse('admin:news_lookup_agencies')}?q=so",
    }


def measure(name: str, ask) -> None:
    ask()
    seconds, worked = [], []
    for _time in range(TIMES):
        begun, working = time.perf_counter(), time.process_time()
        with CaptureQueriesContext(connection) as asked:
            answer = ask()
        seconds.append((time.perf_counter() - begun) * 1000)
        worked.append((time.process_time() - working) * 1000)
        assert answer.status_code in (200, 302), (name, answer.status_code)
    size = len(b"".join(answer)) if answer.streaming else len(answer.content)
    print_line(name, seconds, worked, asked, size)


def typed_into(article: Article) -> dict:
    """What a browser would send from the form as it stands, with other words in the lead."""
    form = EditionForm(edition=Article.objects.select_related("open_edition").get(pk=article.pk).open_edition)
    values = {bound.html_name: bound.field.widget.format_value(bound.value()) or "" for bound in form}
    return values | {"lead": f"Lúc {time.perf_counter()} hai bên đã làm việc.", "shows_attendees": "on"}


def measure_saving(client: Client, attendees: int) -> None:
    """A press on Save. Each needs the form of the version before, which is made outside the measure."""
    seconds, worked, article = [], [], draft_with(attendees)
    for _time in range(TIMES):
        data = typed_into(article)
        begun, working = time.perf_counter(), time.process_time()
        with CaptureQueriesContext(connection) as asked:
            answer = client.post(f"{LIST}{article.pk}/change/", data)
        seconds.append((time.perf_counter() - begun) * 1000)
        worked.append((time.process_time() - working) * 1000)
        assert answer.status_code == 302, answer.content.decode()
    print_line(f"save, {attendees} attendees", seconds, worked, asked)


def print_line(name: str, seconds: list[float], worked: list[float], asked, size: int = 0) -> None:
    print(f"{name:36} {statistics.median(seconds):6.0f} ms (worst {max(seconds):6.0f}), processor {statistics.median(worked):6.0f} ms"
          f"  {len(asked):3} queries  {size:8,} bytes", flush=True)  # fmt: skip


def main() -> None:
    prepare(int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else 100_000)
    print(f"{Article.objects.count():,} articles, {Person.objects.count():,} persons, {connection.vendor}")
    publisher, editor, writer = (signed_in(role) for role in ("publisher", "editor", "writer"))
    for name, address in lists().items():
        measure(name, lambda address=address: publisher.get(address))
    for name, address in writing().items():
        measure(name, lambda address=address: editor.get(address))
    for attendees in (6, 200):
        measure_saving(editor, attendees)
    for name, address in records().items():
        measure(name, lambda address=address: editor.get(address))
    busiest = Person.objects.order_by("pk").first()
    measure("the person, to read only", lambda: writer.get(f"{PERSONS}{busiest.pk}/change/"))


if __name__ == "__main__":
    main()
