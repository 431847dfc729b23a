"""Who met whom: found by its parties and days, from live editions alone."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from news.desk import workflow
from news.models import Hiding
from news.register import days, links, meetings, parties, posts
from tests import make

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def on(day: int, month: int = 5) -> datetime.date:
    return datetime.date(2022, month, day)


@pytest.fixture
def host():
    return make.agency("Sở Khoa học")


@pytest.fixture
def guest():
    return make.agency("Cục Sở hữu trí tuệ")


def met(host=None, guest=None, hosts=(), guests=(), **changes):
    sides = [
        make.delegation(*(make.attendee(row, title="Giám đốc") for row in hosts), agency=host, heading="Về phía Sở"),
        make.delegation(*(make.attendee(row, title="Cục trưởng") for row in guests), agency=guest, side="guest",
                        heading="Về phía Cục"),
    ]  # fmt: skip
    return make.published(**({"delegations": sides, "event_on": on(13)} | changes))


def party(row, language="vi"):
    return parties.by_key(f"{'p' if hasattr(row, 'full_name') else 'a'}{row.pk}", language)


def titles(*rows, first=None, last=None, language="vi") -> list[str]:
    lists = meetings.of(language, [party(row, language) for row in rows], first, last)
    found = [edition for each in lists for edition in each.newest_first()]
    return [row.title for row in sorted(found, key=days.moment_of, reverse=True)]


def test_two_persons_who_met_are_found_from_either(host, guest):
    here, there, other = make.person(), make.person(), make.person()
    met(host, guest, [here], [there], title="Gặp nhau")
    met(host, guest, [here], [other], title="Gặp người khác")
    assert titles(here, there) == titles(there, here) == ["Gặp nhau"]


def test_a_person_and_an_agency_are_found_together_whichever_line_names_it(host, guest):
    person, unit = make.person(), make.agency("Phòng Kế hoạch")
    met(host, guest, [person], title="Bên kia")
    make.published(title="Đơn vị dự", delegations=[make.delegation(make.attendee(person), make.unit(unit))])
    assert titles(person, guest) == ["Bên kia"]
    assert titles(person, unit) == ["Đơn vị dự"]
    assert titles(guest, unit) == []


def test_an_agency_that_is_only_mentioned_took_no_part(host):
    make.published(agencies=[{"agency": host.pk}], event_on=on(1))
    assert titles(host) == []


def test_days_include_the_first_and_the_last_and_events_that_began_before(host, guest):
    for day in (1, 2, 3, 4):
        met(host, guest, title=f"Ngày {day}", event_on=on(day))
    met(host, guest, title="Ba ngày", event_on=on(30, 4), event_until=on(2))
    assert titles(host, first=on(2), last=on(3)) == ["Ngày 3", "Ngày 2", "Ba ngày"]


def test_a_meeting_without_a_day_stands_under_its_publication(host, guest):
    met(host, guest, title="Không ghi ngày", event_on=None, at="2022-05-02 23:30")
    met(host, guest, title="Ngày 2", event_on=on(2))
    met(host, guest, title="Ngày 3", event_on=on(3))
    assert titles(host) == ["Ngày 3", "Không ghi ngày", "Ngày 2"]
    assert titles(host, first=on(2), last=on(2)) == ["Không ghi ngày", "Ngày 2"]
    assert titles(host, first=on(3)) == ["Ngày 3"]


def test_all_meetings_are_listed_without_a_party_and_plain_news_is_not(host, guest):
    met(host, guest, title="Cuộc họp")
    make.published(title="Tin", event_on=on(13))
    assert titles() == ["Cuộc họp"]


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn", "superseded"])
def test_what_readers_cannot_see_is_no_meeting(host, guest, state):
    person = make.person()
    met(host, guest, [person], title="Đã đăng")
    content = {"title": "ẨN", "delegations": [make.delegation(make.attendee(person), agency=host)]}
    if state == "draft":
        make.draft(**content)
    if state == "scheduled":
        make.scheduled(at=timezone.now() + DAY, **content)
    if state == "withdrawn":
        make.withdrawn(**content)
    if state == "superseded":
        make.corrected(make.published(**content), delegations=[])
    assert titles(person) == titles(host) == ["Đã đăng"]


def test_a_hidden_person_is_no_party_and_no_counterpart(host, guest):
    hidden, other = make.person("Người Ẩn"), make.person("Người kia")
    met(host, guest, [hidden], [other])
    Hiding.objects.create(person=hidden, spellings=["Người Ẩn"], reason="theo yêu cầu")
    assert party(hidden) is None
    assert parties.by_name("Người Ẩn", "vi").parties == []
    assert "Người Ẩn" not in [link.name for link in links.counterparts(party(other), "vi")]


def test_a_scheduled_meeting_is_found_from_its_moment_on(host):
    met(host, title="Hôm nay")
    make.scheduled(at=timezone.now() + DAY, title="Mai", delegations=[make.delegation(agency=host)])
    with time_machine.travel(timezone.now() + DAY, tick=False):
        assert titles(host) == ["Mai", "Hôm nay"]


def test_an_archived_meeting_is_still_found(host):
    workflow.archive(met(host, title="Đã lưu trữ"), by=None)
    assert titles(host) == ["Đã lưu trữ"]


def test_meetings_belong_to_the_language_of_the_page(host):
    met(host, title="Tin")
    met(host, title="News", language="en")
    assert titles(host) == ["Tin"]
    assert titles(host, language="en") == ["News"]


def test_titles_of_that_day_stay_when_the_record_changes(host, guest):
    person = make.person("Đinh Hữu Phí")
    article = met(host, guest, [person])
    person.full_name = "Tên Mới"
    person.save()
    (side, other) = meetings.sides_of([article.last_release])[article.last_release.pk]
    assert [(line.name, line.title) for line in side.lines] == [("Đinh Hữu Phí", "Giám đốc")]
    assert (side.side, other.side, other.agency_name) == ("host", "guest", "Cục Sở hữu trí tuệ")
    assert [line.person for line in side.lines] == [person.pk]
    assert not other.lines


def test_counterparts_are_those_of_the_other_side_the_most_frequent_first(host, guest):
    here, colleague, there = make.person("Người đây"), make.person("Đồng sự"), make.person("Người kia")
    third = make.agency("Viện Nghiên cứu")
    for _time in range(2):
        met(host, guest, [here, colleague], [there])
    met(host, third, [here])
    found = [(link.name, link.times) for link in links.counterparts(party(here), "vi")]
    assert found == [("Cục Sở hữu trí tuệ", 2), ("Viện Nghiên cứu", 1), ("Người kia", 2)]
    found = [(link.name, link.times) for link in links.counterparts(party(guest), "vi")]
    assert found == [("Sở Khoa học", 2), ("Người đây", 2), ("Đồng sự", 2)]


def test_who_was_in_office_and_who_is(host):
    now, before, unknown = make.person("Nay"), make.person("Xưa"), make.person("Lạ")
    met(host, hosts=[now, before])
    make.appointment(person=now, agency=host, from_on=on(1))
    make.appointment(person=before, agency=host, until_on=on(1))
    make.appointment(person=unknown, agency=host)
    current, past = posts.of_agency(host, "vi", on(2))
    assert [row.person for row in current] == [now]
    assert [row.person for row in past] == [before]


@pytest.mark.parametrize("many", [False, True], ids=["few rows", "more rows than a page looks through"])
def test_the_same_meetings_are_found_whichever_way_they_are_read(monkeypatch, host, guest, many):
    monkeypatch.setattr(parties, "MANY", 0 if many else 5000)
    person = make.person()
    met(host, guest, [person], title="Có ngày")
    met(host, guest, [person], title="Không ngày", event_on=None)
    met(guest, title="Vắng")
    assert party(person).is_many is many
    assert (
        sorted(titles(person))
        == sorted(titles(host))
        == sorted(titles(person, guest))
        == ["Có ngày", "Không ngày"]
    )
    assert {link.name for link in links.counterparts(party(person), "vi")} == {"Cục Sở hữu trí tuệ"}


@pytest.mark.parametrize("count", [1, 12])
def test_each_question_costs_what_it_costs_however_many_meetings(
    host, guest, count, django_assert_num_queries
):
    person = make.person()
    make.appointment(person=person, agency=host)
    for _number in range(count):
        met(host, guest, [person, make.person()], [make.person()])
    asked = party(person)
    with django_assert_num_queries(1):
        links.counterparts(asked, "vi")
    with django_assert_num_queries(2):
        editions = [row for each in meetings.naming("vi", asked) for row in each.newest_first().for_cards()]
    with django_assert_num_queries(1):
        assert len(meetings.sides_of(editions)) == count
    with django_assert_num_queries(1):
        assert [post.agency.name for post in posts.of_person(person, "vi")] == ["Sở Khoa học"]
    with django_assert_num_queries(1):
        assert [post.person.full_name for post in posts.of_agency(host, "vi", on(1))[0]] == [person.full_name]
