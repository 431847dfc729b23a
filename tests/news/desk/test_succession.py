"""Agencies renamed, merged and succeeded by day: shown first, applied as one, undone as one, and old pages say what they said."""

from datetime import date

import pytest
from django.apps import apps
from django.test import Client

from news.desk import succession, succession_lines
from news.desk.errors import NotAllowed, Refused
from news.models import Agency, Reorganization
from tests import make

pytestmark = pytest.mark.django_db
ON = date(2025, 3, 1)


def read(*lines: str, on: date | None = ON):
    return succession_lines.understood("\n".join(lines), on)


def snapshot() -> dict:
    found = [model for model in apps.get_app_config("news").get_models() if model is not Reorganization]
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in found}


@pytest.fixture
def two():
    province = make.agency("Ủy ban nhân dân tỉnh")
    return [make.agency(name, kind="department", parent=province)
            for name in ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Tài nguyên và Môi trường")]  # fmt: skip


def test_several_bodies_become_one_from_a_day_on(two):
    unit = make.agency("Chi cục Thủy lợi", parent=two[0])
    line = "so nong nghiep va phat trien nong thon + Sở Tài nguyên và Môi trường → Sở Nông nghiệp và Môi trường; 01/03/2025"
    lines = read(line, on=None)
    assert not lines[0].fault and not Agency.objects.filter(name="Sở Nông nghiệp và Môi trường").exists()
    succession.apply(lines, by=None, note="Nghị quyết 01")
    new = Agency.objects.get(name="Sở Nông nghiệp và Môi trường")
    assert (new.kind, new.parent) == ("department", two[0].parent)
    for old in two:
        old.refresh_from_db()
        assert (old.successor, old.succeeded_on) == (new, ON)
    unit.refresh_from_db()
    assert unit.parent == new


def test_a_page_of_before_says_what_it_said_and_the_record_says_who_came_after(two):
    make.site_settings()
    old = two[0]
    article = make.published(
        title="Gặp mặt", at="2022-05-17 11:30", event_on="2022-05-17",
        agencies=[{"agency": old.pk, "name": ""}], delegations=[make.delegation(make.attendee(), agency=old, heading="")],
    )  # fmt: skip
    succession.apply(read(f"{old.name} → Sở Nông nghiệp và Môi trường; đổi tên"), by=None)
    old.refresh_from_db()
    assert old.name == "Sở Nông nghiệp và Môi trường"
    former = old.other_names.get()
    assert (former.name, former.from_on, former.until_on) == (
        "Sở Nông nghiệp và Phát triển nông thôn",
        None,
        date(2025, 2, 28),
    )
    html = Client().get(f"/tin-tuc/gap-mat-{article.number}/").content.decode()
    assert "Sở Nông nghiệp và Phát triển nông thôn" in html and "Sở Nông nghiệp và Môi trường" not in html
    assert "Về phía Sở Nông nghiệp và Phát triển nông thôn" in html


def test_what_is_printed_after_the_day_has_the_new_name(two):
    old = two[0]
    later = make.published(at="2025-04-01 08:00", agencies=[{"agency": old.pk, "name": ""}])
    succession.apply(read(f"{old.name} → Sở Nông nghiệp và Môi trường; đổi tên"), by=None)
    assert later.last_release.mentions.get().printed_name == ""


def test_undoing_gives_back_exactly_what_was(two):
    make.agency("Chi cục Thủy lợi", parent=two[0])
    make.published(at="2022-05-17 11:30", agencies=[{"agency": two[1].pk, "name": ""}])
    before = snapshot()
    log = succession.apply(
        read(
            f"{two[0].name} → Sở Mới",
            f"{two[1].name} → Sở Khác tên; đổi tên",
            "Ủy ban nhân dân tỉnh → UBND mới",
        ),
        by=None,
    )
    assert snapshot() != before
    assert succession.undo(log, by=None) == []
    assert snapshot() == before
    with pytest.raises(Refused):
        succession.undo(log, by=None)


def test_what_was_used_or_changed_since_stays_and_is_told(two):
    log = succession.apply(read(f"{two[0].name} → Sở Mới"), by=None)
    new = Agency.objects.get(name="Sở Mới")
    make.published(agencies=[{"agency": new.pk, "name": "Sở Mới"}])
    assert succession.undo(log, by=None) == ["“Sở Mới” đã được dùng nên giữ lại."]
    assert Agency.objects.filter(pk=new.pk).exists()


@pytest.mark.parametrize(
    "line",
    [
        "Sở Tài nguyên và Môi trường",
        "Sở Không có → Sở Mới",
        "Sở Tài nguyên và Môi trường → Sở Tài nguyên và Môi trường",
        "Sở Tài nguyên và Môi trường → Sở Mới; 31/02/2025",
        "Sở Tài nguyên và Môi trường → Sở Mới; 01/01/2999; đổi tên",
        "Sở Tài nguyên và Môi trường → Ủy ban nhân dân tỉnh; đổi tên",
        "Sở Tài nguyên và Môi trường + Ủy ban nhân dân tỉnh → Sở Mới; đổi tên",
    ],
)
def test_a_line_that_cannot_be_is_told_and_stops_the_whole(two, line):
    lines = read(f"{two[0].name} → Sở Mới", line)
    assert lines[1].fault and not lines[0].fault
    before = snapshot()
    with pytest.raises(Refused):
        succession.apply(lines, by=None)
    assert snapshot() == before


def test_a_circle_is_found_over_lines_and_with_what_is_kept(two):
    first, second = (row.name for row in two)
    assert any(line.fault for line in read(f"{first} → {second}", f"{second} → {first}"))
    succession.apply(read(f"{first} → {second}"), by=None)
    assert read(f"{second} → {first}")[0].fault


def test_two_of_one_name_are_told_apart_by_number(two):
    make.agency(two[0].name)
    (line,) = read(f"{two[0].name} → Sở Mới")
    assert f"#{two[0].pk}" in line.fault
    assert not read(f"#{two[0].pk} → Sở Mới")[0].fault


def test_a_name_nearly_right_is_suggested(two):
    (line,) = read("Tài nguyên → Sở Mới")
    assert "Sở Tài nguyên và Môi trường" in line.fault


def test_only_who_keeps_agencies_may(two):
    lines = read(f"{two[0].name} → Sở Mới")
    with pytest.raises(NotAllowed):
        succession.apply(lines, by=make.user("writer"))
    log = succession.apply(lines, by=make.user("editor"))
    with pytest.raises(NotAllowed):
        succession.undo(log, by=make.user("administrator"))
