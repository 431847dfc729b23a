"""Agencies and persons as readers know them: by live news, and by nothing else."""

import datetime
import json
import re

import pytest
import time_machine
from django.utils import timezone

from news.desk import workflow
from news.models import AgencyName, Hiding
from news.register.links import Link
from news.register.parties import Party
from news.site.picture_of_links import draw
from tests import make

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def of(row) -> str:
    kind = "nhan-su" if hasattr(row, "full_name") else "co-quan"
    return f"/{kind}/{row.slug}-{row.pk}/"


def meeting(person, agency=None, **changes):
    side = make.delegation(make.attendee(person, title="Giám đốc Sở"), agency=agency, heading="Về phía Sở")
    return {"delegations": [side]} | changes


@pytest.fixture
def person():
    return make.person("Lê Thị Hạnh")


@pytest.fixture
def agency():
    return make.agency("Sở Khoa học", abbreviation="KH")


def test_a_person_has_a_page_with_side_and_title_of_that_day(client, person, agency):
    make.published(title="Buổi họp", event_on=datetime.date(2022, 5, 13), **meeting(person, agency))
    html = client.get(of(person)).content.decode()
    assert "Lê Thị Hạnh" in html
    assert ">Về phía Sở</a>" in html
    assert "<strong>Ông Lê Thị Hạnh</strong>, Giám đốc Sở" in html
    assert "Buổi họp" in html
    assert "13/05/2022" in html


def test_an_agency_has_a_page_with_its_meetings_and_news(client, person, agency):
    make.published(title="Buổi họp", event_on=datetime.date(2022, 5, 13), **meeting(person, agency))
    make.published(title="Bài nhắc đến", agencies=[{"agency": agency.pk}])
    make.published(title="Đơn vị dự", delegations=[make.delegation(make.unit(agency))])
    html = client.get(of(agency)).content.decode()
    meetings, news = html.split('id="news"')
    assert f'href="/ai-gap-ai/?ai-la=a{agency.pk}"' in meetings
    assert "Buổi họp" in meetings
    assert "Bài nhắc đến" not in meetings
    assert all(name in news for name in ("Buổi họp", "Bài nhắc đến", "Đơn vị dự"))


@pytest.mark.parametrize("state", ["none", "draft", "scheduled", "withdrawn", "superseded"])
def test_nobody_is_known_from_what_readers_cannot_see(client, person, agency, state):
    content = meeting(person, agency)
    if state == "draft":
        make.draft(**content)
    if state == "scheduled":
        make.scheduled(at=timezone.now() + DAY, **content)
    if state == "withdrawn":
        make.withdrawn(**content)
    if state == "superseded":
        make.corrected(make.published(**content), delegations=[])
    assert client.get(of(person)).status_code == 404
    assert client.get(of(agency)).status_code == 404


def test_a_record_appears_with_the_scheduled_news_that_names_it(client, person, agency):
    make.scheduled(at=timezone.now() + DAY, **meeting(person, agency))
    with time_machine.travel(timezone.now() + DAY, tick=False):
        assert client.get(of(person)).status_code == client.get(of(agency)).status_code == 200


def test_a_person_shown_on_a_photo_has_a_page(client, person):
    make.published(title="Chùm ảnh", captions=[make.caption(people=[person.pk])])
    assert "Chùm ảnh" in client.get(of(person)).content.decode()


def test_a_record_lists_no_draft_that_also_names_it(client, person, agency):
    make.published(title="Đã đăng", **meeting(person, agency))
    make.draft(title="ẨN-nháp", **meeting(person, agency))
    make.draft(title="ẨN-nhắc", agencies=[{"agency": agency.pk}])
    assert "ẨN" not in client.get(of(person)).content.decode()
    assert "ẨN" not in client.get(of(agency)).content.decode()


def test_a_record_of_one_language_names_no_other_page(client, person, agency):
    make.published(**meeting(person, agency))
    for row in (person, agency):
        assert 'hreflang="en" href="http://testserver' not in client.get(of(row)).content.decode()


def test_a_record_belongs_to_the_language_of_its_news(client, person, agency):
    make.published(title="Tin", **meeting(person, agency))
    assert client.get("/en" + of(person).replace("nhan-su", "person")).status_code == 404
    make.published(title="News", language="en", **meeting(person, agency))
    english = "/en" + of(person).replace("nhan-su", "person")
    html = client.get(english).content.decode()
    assert "News" in html
    assert ">Tin<" not in html
    assert f'hreflang="vi" href="http://testserver{of(person)}"' in html
    assert f'hreflang="en" href="http://testserver{english}"' in client.get(of(person)).content.decode()


def test_a_wrong_slug_leads_to_the_record(client, person, agency):
    make.published(**meeting(person, agency))
    assert client.get(f"/nhan-su/khac-{person.pk}/")["Location"] == of(person)
    assert client.get(f"/co-quan/khac-{agency.pk}/")["Location"] == of(agency)


def test_who_holds_office_today_is_named_if_the_public_knows_the_person(client, person, agency):
    former, unknown = make.person("Người Cũ"), make.person("Người Lạ")
    today = timezone.localdate()
    make.appointment(person=person, agency=agency, title="Giám đốc", from_on=today - DAY)
    make.appointment(person=former, agency=agency, title="Giám đốc cũ", until_on=today - DAY)
    make.appointment(person=unknown, agency=agency, title="Phó Giám đốc")
    lines = [make.attendee(person), make.attendee(former)]
    make.published(delegations=[make.delegation(*lines, agency=agency)])
    make.draft(**meeting(unknown, agency))
    html = client.get(of(agency)).content.decode()
    assert "Lê Thị Hạnh</a>, Giám đốc" in html
    assert "Người Lạ" not in html
    now, before = html.split('id="past"')
    assert "Người Cũ" not in now
    assert "Người Cũ</a>, Giám đốc cũ" in before


def test_posts_over_time_stand_on_the_page_of_a_person(client, person, agency):
    make.appointment(
        person=person,
        agency=agency,
        title="Phó Giám đốc",
        from_on=datetime.date(2019, 1, 1),
        until_on=datetime.date(2022, 4, 1),
    )
    hidden = make.agency("Cơ quan chưa ai biết")
    make.appointment(person=person, agency=hidden, title="Trưởng phòng")
    make.published(**meeting(person, agency))
    html = client.get(of(person)).content.decode()
    assert "Phó Giám đốc" in html
    assert "01/01/2019" in html
    assert "01/04/2022" in html
    assert "Cơ quan chưa ai biết" not in html


def test_units_superiors_and_successors_are_named_if_they_are_public(client, agency):
    successor, above = make.agency("Sở Mới"), make.agency("Ủy ban nhân dân tỉnh")
    unit, hidden = make.agency("Phòng Kế hoạch", parent=agency), make.agency("Phòng Chưa lộ", parent=agency)
    agency.successor, agency.parent, agency.succeeded_on = successor, above, datetime.date(2025, 3, 1)
    agency.save()
    make.published(agencies=[{"agency": row.pk} for row in (agency, successor, above, unit)])
    make.draft(agencies=[{"agency": hidden.pk}])
    html = client.get(of(agency)).content.decode()
    assert f'Cơ quan kế thừa: <a href="{of(successor)}">Sở Mới</a>' in html
    assert f'Cơ quan cấp trên: <a href="{of(above)}">' in html
    assert "Phòng Kế hoạch" in html
    assert "Phòng Chưa lộ" not in html
    assert f'Tiền thân: <a href="{of(agency)}">' in client.get(of(successor)).content.decode()


def test_former_names_stand_with_their_days_and_misspelt_ones_nowhere(client, agency):
    make.published(agencies=[{"agency": agency.pk}])
    last = datetime.date(2021, 12, 31)
    AgencyName.objects.create(agency=agency, name="Sở Khoa học, Công nghệ và Môi trường", until_on=last)
    AgencyName.objects.create(agency=agency, name="So KH")
    html = client.get(of(agency)).content.decode()
    assert "Tên trước đây: Sở Khoa học, Công nghệ và Môi trường" in html
    assert '<time datetime="2021-12-31">' in html
    assert "So KH" not in html


def test_an_archived_article_still_tells_who_met_and_leaves_the_list_of_news(client, person, agency):
    workflow.archive(make.published(title="Tin cũ", **meeting(person, agency)), by=None)
    assert "Tin cũ" in client.get(of(person)).content.decode()
    news = client.get(of(agency)).content.decode().split('id="news"')[1]
    assert "Tin cũ" not in news


def test_meetings_of_a_person_stand_under_the_month_of_the_event(client, person, agency):
    day = datetime.date
    make.published(
        title="Họp tháng Tư", event_on=day(2022, 4, 30), at="2022-05-02 08:00", **meeting(person, agency)
    )
    make.published(
        title="Họp tháng Năm", event_on=day(2022, 5, 1), at="2022-05-01 08:00", **meeting(person, agency)
    )
    make.published(title="Không ghi ngày", at="2021-12-31 23:30", **meeting(person, agency))
    html = client.get(of(person)).content.decode()
    places = [
        html.index(text)
        for text in (
            ">2022<",
            ">Tháng 5/2022<",
            "Họp tháng Năm",
            ">Tháng 4/2022<",
            "Họp tháng Tư",
            ">2021<",
            "Không ghi ngày",
        )
    ]
    assert places == sorted(places)


def test_whom_somebody_met_most_is_drawn_and_told_in_a_table(client, person, agency):
    other, guest = make.agency("Cục Sở hữu trí tuệ"), make.person("Đinh Hữu Phí")
    sides = [
        make.delegation(make.attendee(person), agency=agency),
        make.delegation(make.attendee(guest), agency=other, side="guest"),
    ]
    for _time in range(2):
        make.published(delegations=sides)
    html = client.get(of(person)).content.decode()
    assert '<title id="links-title">Lê Thị Hạnh gặp ai nhiều nhất</title>' in html
    assert f'<th scope="row"><a href="{of(other)}">Cục Sở hữu trí tuệ</a></th>' in html
    assert f'<th scope="row"><a href="{of(guest)}">Đinh Hữu Phí</a></th>' in html
    assert f'href="/ai-gap-ai/?ai-la=p{person.pk}&amp;gap-la=a{other.pk}">2 cuộc' in html
    assert re.findall(r'class="links__name"[^>]*>([^<]*)<', html) == ["Cục Sở hữu trí tuệ", "Đinh Hữu Phí"]
    assert " style=" not in html


def test_a_long_name_stands_in_two_lines_beside_its_number():
    long = Link(
        False, 1, "x", "Sở Khoa học và Công nghệ tỉnh Vĩnh Giang và các đơn vị sự nghiệp trực thuộc", 3
    )
    tie = draw([long], Party(make.agency(), "Sở")).ties[0]
    (first, words), (second, rest) = tie.words
    assert words == "Sở Khoa học và Công nghệ"
    assert rest.endswith(" …")
    assert first < tie.text_y < second


def test_a_merged_duplicate_leads_to_the_record_that_stayed(client, person, agency):
    twin, double = make.person("Lê Thị Hanh"), make.agency("Sở KHCN")
    make.published(**meeting(person, agency))
    twin.merged_into, double.merged_into = person, agency
    twin.save()
    double.save()
    assert client.get(of(twin))["Location"] == of(person)
    assert client.get(of(double))["Location"] == of(agency)


def test_a_hidden_person_has_no_page_and_no_link(client, person, agency):
    make.published(title="Buổi họp", event_on=datetime.date(2022, 5, 13), **meeting(person, agency))
    make.appointment(person=person, agency=agency)
    Hiding.objects.create(person=person, spellings=["Lê Thị Hạnh"], reason="theo yêu cầu")
    assert client.get(of(person)).status_code == 404
    for path in (of(agency), "/ai-gap-ai/", f"/ai-gap-ai/?ai-la=a{agency.pk}"):
        html = client.get(path).content.decode()
        assert "Buổi họp" in html
        assert "Hạnh" not in html
        assert of(person) not in html


def test_machines_read_who_somebody_is(client, person, agency):
    make.appointment(person=person, agency=agency, title="Giám đốc")
    make.published(**meeting(person, agency))
    said = linked_data(client.get(of(person)))
    assert (said["@type"], said["name"], said["jobTitle"]) == ("Person", "Lê Thị Hạnh", "Giám đốc")
    assert said["worksFor"][0]["@id"] == f"http://testserver{of(agency)}"
    agency.kind = "department"
    agency.save()
    said = linked_data(client.get(of(agency)))
    assert (said["@type"], said["alternateName"]) == ("GovernmentOrganization", "KH")


def linked_data(answer) -> dict:
    return json.loads(re.search(r'ld\+json">(.*?)</script>', answer.content.decode())[1])


@pytest.mark.parametrize("record", ["person", "agency"])
def test_twelve_meetings_ask_the_database_as_little_as_one(
    client, person, agency, record, django_assert_max_num_queries
):
    make.site_settings()
    row = {"person": person, "agency": agency}[record]

    def asked() -> int:
        with django_assert_max_num_queries(8) as captured:
            client.get(of(row))
        return len(captured.captured_queries)

    def one_more():
        colleague = make.person()
        make.appointment(person=colleague, agency=agency)
        make.appointment(person=person, agency=make.agency())
        lines = [make.attendee(person), make.attendee(colleague), make.unit(make.agency(parent=agency))]
        make.published(delegations=[make.delegation(*lines, agency=agency)], event_on=timezone.localdate())

    one_more()
    few = asked()
    for _ in range(11):
        one_more()
    assert asked() == few
