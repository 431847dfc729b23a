"""Two people have one record open: the second who saves is told, and nothing is written over unasked."""

import pytest
from django.urls import reverse

from news.models import SiteSettings
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
TOLD = "sau khi bạn mở trang"


def record(what: str):
    made = {
        "sitesettings": make.site_settings, "page": make.page, "person": make.person, "agency": make.agency,
        "category": make.category, "glossaryentry": make.glossary_entry,
    }[what]()  # fmt: skip
    return made, reverse(f"admin:news_{what}_change", args=[made.pk])


def as_sent(client, address: str, **changes) -> dict:
    """What the browser would send from the page, its tables of rows included."""
    page = client.get(address)
    forms = [page.context["adminform"].form]
    for formset in page.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.initial_forms]
    data = {field.html_name: field.value() for form in forms for field in form}
    return {
        name: "" if value is None else value for name, value in (data | changes).items() if value is not False
    }


CASES = {
    "sitesettings": ("administrator", "telephone", "responsible_editor"),
    "page": ("administrator", "title", "title_en"),
    "person": ("editor", "honorific", "note"),
    "agency": ("editor", "abbreviation", "description"),
    "category": ("editor", "name_en", "description"),
    "glossaryentry": ("editor", "full", "source"),
}


@pytest.mark.parametrize("what", CASES)
def test_the_second_save_is_told_first_and_then_taken_at_its_word(what):
    role, first, second = CASES[what]
    one, other, (row, address) = as_a(role), as_a(role), record(what)
    mine, theirs = as_sent(one, address, **{second: "của tôi"}), as_sent(other, address, **{first: "của bạn"})
    assert other.post(address, theirs).status_code == 302
    answer = one.post(address, mine)
    assert answer.status_code == 200 and TOLD in answer.content.decode()
    row.refresh_from_db()
    assert (getattr(row, first), getattr(row, second)) == ("của bạn", getattr(type(row)(), second))
    again = answer.context["adminform"].form["seen"].value()
    assert one.post(address, mine | {"seen": again}).status_code == 302
    row.refresh_from_db()
    assert getattr(row, second) == "của tôi"


def test_a_save_that_nobody_came_before_is_just_saved():
    client, (_row, address) = as_a("administrator"), record("sitesettings")
    for telephone in ("0236 1", "0236 2"):
        assert client.post(address, as_sent(client, address, telephone=telephone)).status_code == 302
    assert SiteSettings.load().telephone == "0236 2"


def test_the_first_writing_of_the_settings_needs_nothing_to_compare_with():
    client, address = as_a("administrator"), reverse("admin:news_sitesettings_change", args=[1])
    assert client.post(address, as_sent(client, address, agency_name="Sở Mới")).status_code == 302
    assert SiteSettings.load().agency_name == "Sở Mới"


def test_who_may_only_look_sees_the_record_as_before():
    client, (_row, address) = as_a("writer"), record("category")
    page = client.get(address)
    assert page.status_code == 200 and 'name="seen"' not in page.content.decode()
