"""Open data: what readers may see, as rows that say what they are, in files that cost nothing to ask for again."""

import csv
import datetime
import io
import json
import re

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.desk import merging, workflow
from news.models import Hiding
from news.register import exports
from news.site import opendata_fields, opendata_formats
from tests import make

pytestmark = pytest.mark.django_db
NAMES = list(exports.DATASETS)
DAY, MINUTE = datetime.timedelta(days=1), datetime.timedelta(minutes=1)


def fetch(client, name: str, form: str = "json", **words):
    return client.get(f"/du-lieu-mo/{name}.{form}", words)


def body(answer) -> str:
    return b"".join(answer.streaming_content).decode()


def rows(client, name: str, **words) -> list[dict]:
    return json.loads(body(fetch(client, name, **words)))["data"]


@pytest.fixture
def person():
    return make.person("Đinh Hữu Phí", honorific="ông")


@pytest.fixture
def agency():
    return make.agency("Cục Sở hữu trí tuệ", name_en="IP Office", abbreviation="SHTT", kind="central")


@pytest.fixture
def meeting(person, agency):
    """One meeting, and the post that the person holds."""
    make.appointment(person=person, agency=agency, title="Cục trưởng", from_on=datetime.date(2020, 1, 1))
    side = make.delegation(
        make.attendee(person, title="Cục trưởng", has_spoken=True), agency=agency, heading="Về phía Cục"
    )
    return make.published(title="Buổi họp", delegations=[side], event_on=datetime.date(2022, 5, 13),
                          event_place="Hà Nội", at="2022-05-17 11:30")  # fmt: skip


def test_each_row_says_what_it_is(client, person, agency, meeting):
    (who,), (body_), (post,) = (rows(client, name) for name in ("people", "agencies", "appointments"))
    assert who == {
        "id": f"p{person.pk}", "name": "Đinh Hữu Phí", "honorific_prefix": "ông",
        "url": f"http://testserver/nhan-su/dinh-huu-phi-{person.pk}/",
    }  # fmt: skip
    assert (body_[0]["id"], body_[0]["abbreviation"], body_[0]["classification"]) == (
        f"a{agency.pk}",
        "SHTT",
        "central",
    )
    assert (post["person_id"], post["organization_id"], post["role"]) == (
        who["id"],
        body_[0]["id"],
        "Cục trưởng",
    )
    assert (post["start_date"], post["end_date"]) == ("2020-01-01", None)
    (event,), (line,) = rows(client, "meetings"), rows(client, "attendances")
    assert (event["id"], event["name"], event["start_date"]) == (
        f"m{meeting.number}",
        "Buổi họp",
        "2022-05-13",
    )
    assert event["published_at"] == "2022-05-17T11:30:00+07:00"
    assert event["url"] == f"http://testserver/tin-tuc/buoi-hop-{meeting.number}/"
    assert (line["id"], line["meeting_id"]) == (f"m{meeting.number}.1.1.1", event["id"])
    assert (line["person_id"], line["name"], line["role"], line["has_spoken"]) == (
        who["id"], "Đinh Hữu Phí", "Cục trưởng", True,
    )  # fmt: skip
    assert (line["side"], line["delegation_agency_id"]) == ("host", body_[0]["id"])


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_as_their_schema_says(client, meeting, name):
    make.published(title="News", language="en", delegations=[make.delegation(make.group(), make.unit())])
    schema = client.get(f"/du-lieu-mo/schema/{name}.json").json()
    assert list(schema["properties"]) == opendata_fields.columns(name) == schema["required"]
    found = rows(client, name)
    assert found
    for row in found:
        assert list(row) == schema["required"]
        for column, value in row.items():
            assert fits(value, schema["properties"][column]), (column, value)


def fits(value, schema: dict) -> bool:
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    kind = {str: "string", int: "integer", bool: "boolean", type(None): "null"}[type(value)]
    shapes = {
        "date": r"\d{4}-\d\d-\d\d",
        "uri": r"https?://.+",
        "date-time": r".{19}\+07:00",
        "uuid": r"[0-9a-f-]{36}",
    }
    shape = shapes.get(schema.get("format")) if value is not None else None
    return (
        kind in kinds
        and value in schema.get("enum", [value])
        and (not shape or re.fullmatch(shape, value) is not None)
    )


def test_the_sentences_of_a_schema_are_english(client):
    assert (
        client.get("/du-lieu-mo/schema/people.json").json()["properties"]["name"]["description"]
        == "Full name."
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_three_formats_hold_the_same_rows(client, meeting, name):
    told = rows(client, name)
    lines = [json.loads(line) for line in body(fetch(client, name, "ndjson")).splitlines()]
    text = body(fetch(client, name, "csv"))
    assert lines == told
    assert text.startswith("\ufeff")
    table = list(csv.DictReader(io.StringIO(text[1:])))
    plain = [
        {k: "" if v is None else str(v).lower() if isinstance(v, bool) else str(v) for k, v in row.items()}
        for row in told
    ]
    assert table == plain


@pytest.mark.parametrize("text", ["=1+1", "+84 24", "-2", "@SUM(A1)"])
def test_no_cell_is_a_formula(client, agency, text):
    line = make.attendee(make.person("Lê Thị Hạnh"), title=text)
    make.published(delegations=[make.delegation(line, agency=agency)])
    (row,) = csv.DictReader(io.StringIO(body(fetch(client, "attendances", "csv"))[1:]))
    assert row["role"] == f"'{text}"
    assert rows(client, "attendances")[0]["role"] == text


@pytest.mark.parametrize("text", ["\t=1", "\r=1", "\n=1", " =1", "＝1+1", "－1", "＠1"])
def test_a_sign_that_a_spreadsheet_passes_over_hides_no_formula(text):
    written = "".join(opendata_formats.as_csv(["name"], iter([{"name": text}])))
    ((cell,),) = list(csv.reader(io.StringIO(written[1:], newline="")))[1:]
    assert cell == f"'{text}"


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn", "superseded", "hidden"])
@pytest.mark.parametrize("name", NAMES)
def test_what_readers_may_not_see_has_no_row(client, person, agency, state, name):
    content = {
        "title": "ẨN",
        "delegations": [make.delegation(make.attendee(person, name="ẨN"), agency=agency)],
    }
    make.appointment(person=person, agency=agency, title="ẨN")
    if state == "draft":
        make.draft(**content)
    if state == "scheduled":
        make.scheduled(at=timezone.now() + DAY, **content)
    if state == "withdrawn":
        make.withdrawn(**content)
    if state == "superseded":
        make.corrected(make.published(**content), delegations=[], title="Mới")
    if state == "hidden":
        make.published(**(content | {"title": "Họp"}))
        Hiding.objects.create(person=person, spellings=["Đinh Hữu Phí"], reason="theo yêu cầu")
    found = rows(client, name)
    assert not [row for row in found if "ẨN" in row.values() or f"p{person.pk}" in row.values()]
    assert found == [] or state == "hidden"


def test_ids_of_agencies_that_nobody_may_know_are_not_told(client):
    above = make.agency("Chưa ai biết")
    unit = make.agency("Phòng", parent=above)
    make.published(agencies=[{"agency": unit.pk}])
    (row,) = rows(client, "agencies")
    assert row["parent_id"] is None


def test_days_are_asked_for_with_both_ends(client, agency):
    for day in (1, 2, 3):
        make.published(
            title=str(day), event_on=datetime.date(2022, 5, day), delegations=[make.delegation(agency=agency)]
        )
    make.published(title="không ngày", at="2022-05-02 23:59", delegations=[make.delegation(make.group())])
    asked = {"from": "2022-05-02", "to": "2022-05-02"}
    assert {row["name"] for row in rows(client, "meetings", **asked)} == {"2", "không ngày"}
    assert [row["name"] for row in rows(client, "attendances", **asked)] == ["lãnh đạo một số đơn vị"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("meetings", {"from": "hôm qua"}),
        ("meetings", {"from": "2022-02-31"}),
        ("meetings", {"from": "2022-05-02", "to": "2022-05-01"}),
        ("meetings", {"to": "9999-12-31"}),
        ("people", {"from": "2022-05-02"}),
    ],
)
def test_days_that_cannot_be_read_are_refused_with_a_reason(client, name, words):
    answer = fetch(client, name, **words)
    assert answer.status_code == 400
    assert len(answer.content) > 10


def test_unknown_sets_and_formats_are_not_found(client):
    for path in ("users.csv", "people.xml", "schema/users.json", "people.CSV"):
        assert client.get(f"/du-lieu-mo/{path}").status_code == 404


def change_of(what: str, person, agency, meeting):
    if what == "a new meeting":
        make.published(delegations=[make.delegation(make.attendee(person))])
    if what == "a correction":
        make.corrected(meeting, title="Khác")
    if what == "a withdrawal":
        workflow.withdraw(meeting, by=None, reason="thử", public_reason="thử")
    if what == "a name":
        person.full_name = "Đinh Hữu Phi"
        person.save()
    if what == "an agency":
        agency.abbreviation = "CSHTT"
        agency.save()
    if what == "a post":
        post = person.appointments.get()
        post.until_on = datetime.date(2024, 1, 1)
        post.save()
    if what == "a merger":
        merging.merge(merging.KINDS["person"], make.person("Người khác"), person, by=make.user("publisher"))
    if what == "a licence":
        make.site_settings(data_licence="Theo Nghị định 47/2020/NĐ-CP")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("people", "a name"),
        ("people", "a withdrawal"),
        ("agencies", "an agency"),
        ("appointments", "a post"),
        ("meetings", "a new meeting"),
        ("meetings", "a correction"),
        ("meetings", "a licence"),
        ("attendances", "a correction"),
        ("attendances", "a merger"),
    ],
)
def test_a_file_is_sent_again_only_after_a_change(client, person, agency, meeting, name, what):
    with time_machine.travel(timezone.now() + MINUTE, tick=False):
        first = fetch(client, name)
        tags = {"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}
        for headers in tags:
            again = client.get(f"/du-lieu-mo/{name}.json", headers=headers)
            assert (again.status_code, again.content) == (304, b"")
        change_of(what, person, agency, meeting)
    with time_machine.travel(timezone.now() + 2 * MINUTE, tick=False):
        for headers in tags:
            assert client.get(f"/du-lieu-mo/{name}.json", headers=headers).status_code == 200, headers


def test_every_server_says_the_same_moment_of_the_last_change(client):
    with time_machine.travel("2026-01-05 03:00:00.700Z", tick=False):
        make.published(delegations=[make.delegation(make.attendee())])
    said = []
    for asked in ("2026-01-05 03:00:01Z", "2026-02-01 00:00Z"):
        cache.clear()  # another server, or this one after a restart
        with time_machine.travel(asked, tick=False):
            said.append(fetch(client, "people")["Last-Modified"])
    assert said == ["Mon, 05 Jan 2026 03:00:01 GMT"] * 2


def test_a_second_that_is_not_over_has_no_moment_yet(client):
    with time_machine.travel("2026-01-05 03:00:00.700Z", tick=False):
        make.published(delegations=[make.delegation(make.attendee())])
        assert "Last-Modified" not in fetch(client, "people")


@pytest.mark.parametrize("name", NAMES)
def test_the_moment_of_change_costs_the_same_for_one_and_for_many(client, agency, name):
    asked = []
    for _round in range(2):
        make.published(delegations=[make.delegation(make.attendee(agency=agency.pk))])
        with CaptureQueriesContext(connection) as queries:
            client.head(f"/du-lieu-mo/{name}.json")
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 8


def test_a_file_changes_by_the_clock_alone(client, agency):
    make.scheduled(at=timezone.now() + DAY, delegations=[make.delegation(agency=agency)])
    etag = fetch(client, "meetings")["ETag"]
    with time_machine.travel(timezone.now() + DAY, tick=False):
        assert client.get("/du-lieu-mo/meetings.json", headers={"if-none-match": etag}).status_code == 200
        assert len(rows(client, "meetings")) == 1


def test_formats_and_spans_have_tags_of_their_own(client, meeting):
    answers = [
        fetch(client, "meetings"),
        fetch(client, "meetings", "csv"),
        fetch(client, "meetings", **{"from": "2022-01-01"}),
        fetch(client, "meetings", to="2022-01-01"),
    ]
    assert len({answer["ETag"] for answer in answers}) == 4


def test_a_file_names_its_licence_and_its_schema(client, meeting):
    answer = fetch(client, "people")
    assert '<https://creativecommons.org/licenses/by/4.0/>; rel="license"' in answer["Link"]
    assert '<http://testserver/du-lieu-mo/schema/people.json>; rel="describedby"' in answer["Link"]
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert json.loads(body(answer))["licence"]["url"] == "https://creativecommons.org/licenses/by/4.0/"
    make.site_settings(data_licence="Theo Nghị định 47", data_licence_url="")
    assert json.loads(body(fetch(client, "people")))["licence"] == {"name": "Theo Nghị định 47", "url": ""}


def test_many_rows_come_in_chunks_and_each_once(client, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(exports, "CHUNK", 10)
    make.published(delegations=[make.delegation(*(make.attendee() for _number in range(25)))])
    # Three chunks, and the empty one that ends them.
    with django_assert_num_queries(4):
        found = list(exports.DATASETS["attendances"].read())
    assert len({row["id"] for row in found}) == len(found) == 25


@pytest.mark.parametrize("path", ["/du-lieu-mo/", "/en/open-data/"])
def test_the_page_tells_every_column_and_leads_to_every_file(client, path):
    html = client.get(path).content.decode()
    for name in NAMES:
        for form in ("csv", "json", "ndjson"):
            assert f'href="/du-lieu-mo/{name}.{form}"' in html
        for column in opendata_fields.columns(name):
            assert f"<code>{column}</code>" in html
    assert "CC BY 4.0" in html


def test_asking_for_the_head_alone_reads_no_rows(client, meeting):
    answer = client.head("/du-lieu-mo/people.csv")
    assert answer.status_code == 200
    assert answer["ETag"]
    assert answer.content == b""
