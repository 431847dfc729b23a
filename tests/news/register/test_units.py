"""An agency in a question to the register stands for its units too, unless it is asked for alone."""

import datetime
import re

import pytest

from news.register import meetings, parties
from news.site import addresses
from tests import make

pytestmark = pytest.mark.django_db
DAY = datetime.date(2022, 5, 13)


@pytest.fixture
def body():
    return make.agency("Sở Nội vụ")


@pytest.fixture
def unit(body):
    return make.agency("Phòng Cải cách hành chính", parent=body)


@pytest.fixture
def team(unit):
    return make.agency("Tổ Một cửa", parent=unit)


def met(title: str, *sides):
    rows = [
        make.delegation(agency=side, side=name) for side, name in zip(sides, ("host", "guest"), strict=False)
    ]
    return make.published(title=title, delegations=rows, event_on=DAY)


def found(client, path="/ai-gap-ai/", **words) -> list[str]:
    html = client.get(path, {name.replace("_", "-"): text for name, text in words.items()}).content.decode()
    return sorted(re.findall(r'class="rows__title"><a[^>]*>(.*?)</a>', html))


def test_meetings_of_units_at_every_level_are_those_of_the_agency(client, body, unit, team):
    met("Của Sở", body)
    met("Của phòng", unit)
    met("Của tổ", team)
    met("Của nơi khác", make.agency("Sở Tài chính"))
    assert found(client, ai_la=f"a{body.pk}") == ["Của Sở", "Của phòng", "Của tổ"]
    assert found(client, ai_la=f"a{unit.pk}") == ["Của phòng", "Của tổ"]


def test_a_unit_that_stands_in_a_line_counts_too(client, body, unit):
    met("Của Sở", body)
    line = make.unit(unit)
    make.published(title="Có phòng dự", delegations=[make.delegation(line)], event_on=DAY)
    assert found(client, ai_la=f"a{body.pk}") == ["Có phòng dự", "Của Sở"]


def test_the_agency_alone_can_be_asked_for_and_stays_so_in_the_address(client, body, unit):
    met("Của Sở", body)
    met("Của phòng", unit)
    html = client.get("/ai-gap-ai/", {"ai-la": f"a{body.pk}", "ai-rieng": "1"}).content.decode()
    assert re.findall(r'class="rows__title"><a[^>]*>(.*?)</a>', html) == ["Của Sở"]
    assert re.search(r'name="ai-rieng" value="1" checked', html)
    address = addresses.register("vi", who_is=f"a{body.pk}", who_only="1").replace("&", "&amp;")
    assert f'rel="canonical" href="http://testserver{address}"' in html


def test_only_an_agency_with_units_offers_to_leave_them_out(client, body, unit):
    met("Họp", body, unit)
    assert b'name="ai-rieng"' in client.get("/ai-gap-ai/", {"ai-la": f"a{body.pk}"}).content
    assert b'name="ai-rieng"' not in client.get("/ai-gap-ai/", {"ai-la": f"a{unit.pk}"}).content
    english = make.published(language="en", delegations=[make.delegation(agency=body)], event_on=DAY)
    assert (
        english and b'name="who-only"' in client.get("/en/who-met-whom/", {"who-is": f"a{body.pk}"}).content
    )


def test_a_unit_met_its_own_body_when_it_met_the_rest_of_it(client, body, unit, team):
    other = make.agency("Văn phòng", parent=body)
    met("Phòng họp riêng", unit)
    met("Phòng gặp Văn phòng", unit, other)
    met("Tổ gặp Sở", team, body)
    both = ["Phòng gặp Văn phòng", "Tổ gặp Sở"]
    assert found(client, ai_la=f"a{unit.pk}", gap_la=f"a{body.pk}") == both
    assert found(client, ai_la=f"a{body.pk}", gap_la=f"a{unit.pk}") == both


def test_an_agency_whose_units_are_almost_everywhere_is_asked_of_each_edition(
    client, body, unit, monkeypatch
):
    monkeypatch.setattr(parties, "MANY", 1)
    met("Một", unit)
    met("Hai", unit)
    met("Ba", make.agency())
    party = parties.with_units(parties.by_key(f"a{unit.pk}", "vi"))
    assert party.is_many and not party.units
    assert found(client, ai_la=f"a{unit.pk}") == ["Hai", "Một"]
    met("Bốn", body)
    party = parties.with_units(parties.by_key(f"a{body.pk}", "vi"))
    assert party.is_many and party.units == {unit.pk}
    titles = [row.title for rows in meetings.of("vi", [party]) for row in rows]
    assert sorted(titles) == ["Bốn", "Hai", "Một"]


def test_agencies_that_stand_below_each_other_in_a_ring_end_the_question(client, body, unit):
    type(body).objects.filter(pk=body.pk).update(parent=unit)
    met("Họp", body)
    assert found(client, ai_la=f"a{body.pk}") == ["Họp"]
