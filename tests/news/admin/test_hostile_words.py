"""Names, titles, captions and file names that are written to be run: they are words on every page, in every file and every header."""

import csv
import io
import zipfile
from urllib.parse import quote

import pytest
from django.urls import reverse

from news.desk.reports_sheet import Column, Sheet, as_csv, as_xlsx
from news.models import (
    Agency,
    Category,
    GlossaryEntry,
    OldAddress,
    Person,
    Photo,
    SiteSettings,
    StoredFile,
    Tag,
)
from portal.accounts.models import SignIn, User
from tests import addresses, make
from tests.news.admin.desk_of import as_a, signed_in

pytestmark = pytest.mark.django_db
EVIL = "\"'><img src=x onerror=alert(1)></script><script>alert(1)</script>{{ 7|add:7 }}"
RUNNING = ("<img src=x", "<script>alert", "onerror=alert(1)>", "{14}")


def hostile_world() -> addresses.World:
    """One of everything, and every text that somebody may write is hostile."""
    world = addresses.World()
    for model, names in {
        Person: ("full_name", "note"), Agency: ("name", "abbreviation"), Category: ("name", "description"),
        Photo: ("title", "alt", "credit", "original_name"), StoredFile: ("original_name",), Tag: ("name",),
        GlossaryEntry: ("full", "source"), SiteSettings: ("agency_name", "address"), User: ("full_name", "position"),
    }.items():  # fmt: skip
        for row in model.objects.all():
            for name in names:
                longest = model._meta.get_field(name).max_length
                setattr(row, name, EVIL[:longest])
            row.save()
    OldAddress.objects.create(address=f"/{EVIL}".lower(), article=world.article)
    SignIn.objects.create(username=EVIL[:150], result=SignIn.Result.REFUSED)
    world.draft = hostile_draft(world)
    return world


def hostile_draft(world):
    side = make.delegation(make.attendee(world.person, name=EVIL, title=EVIL), heading=EVIL)
    return make.draft(
        title=EVIL, short_title=EVIL[:100], lead=EVIL, body=f"<p>{EVIL}</p>", byline=EVIL, source=EVIL, event_place=EVIL,
        photo_heading=EVIL, tags=[EVIL[:70]], delegations=[side],
        captions=[make.caption(world.photo, text=EVIL, alt=EVIL, credit=EVIL, people=[world.person.pk])],
        attachments=[make.attachment(world.file, title=EVIL, name=EVIL[:150])],
        videos=[make.video(file=world.film, subtitles=world.subtitles, poster=world.photo, title=EVIL, transcript=EVIL)],
        credits=[make.credit(world.person, pen_name=EVIL)],
    )  # fmt: skip


@pytest.mark.parametrize("role", ["publisher", "administrator"])
def test_no_page_of_the_newsroom_runs_what_somebody_wrote_as_a_name(role):
    world = hostile_world()
    client = signed_in(make.user(role, full_name=EVIL))
    seen = 0
    for row in addresses.STAFF:
        answer = client.get(row.path(world))
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            page = answer.content.decode()
            assert not [words for words in RUNNING if words in page], row.name
            seen += "alert(1)" in page
    assert seen > 15


def test_a_table_of_old_addresses_shows_hostile_lines_as_words():
    text = f"/{EVIL},{EVIL}\n=cmd|' /C calc'!A0,/luu-tru/\n/a,javascript:alert(1)\n/b,//example.org/\n"
    answer = as_a("editor").post(reverse("admin:news_oldaddress_import"), {"text": text, "act": "look"})
    page = answer.content.decode()
    assert not [words for words in RUNNING if words in page]
    assert 'href="javascript:' not in page and 'href="//example.org' not in page


NAMES = ["a\r\nSet-Cookie: x=1.pdf", 'a"; filename="b.exe', "a\x00b.pdf", "\u202efdp.exe", "a.pdf;x=.exe"]


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_download_stays_in_its_header(client, name):
    file = make.document_file()
    client.force_login(make.user("editor"))
    answer = client.get(reverse("staff-file", args=[file.pk, "x"])[:-1] + quote(name, safe=""))
    header = answer["Content-Disposition"]
    assert header.startswith("attachment; filename") and header.rstrip('"').endswith(".pdf")
    assert not {"\r", "\n"} & set(header) and "x" not in answer.cookies


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", "＋1", "－1", "＠1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_never_leaves_the_house_as_a_formula(text):
    sheet = Sheet("a", [Column("Tên"), Column("Số", "number")], [[text, 1]])
    cell = list(csv.reader(io.StringIO(as_csv(sheet).decode("utf-8-sig"), newline="")))[1][0]
    assert cell == f"'{text}"
    with zipfile.ZipFile(io.BytesIO(as_xlsx(sheet))) as book:
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize("path", ["password__startswith", "session_epoch", "links__digest__startswith"])
def test_no_list_answers_questions_about_the_secrets_of_accounts(path):
    """A filter in the address that reaches an account would tell its password's hash letter by letter."""
    make.draft()
    client = as_a("publisher")
    reach = {
        "article": "created_by",
        "photo": "uploaded_by",
        "emergencynotice": "made_by",
        "oldaddress": "made_by",
    }
    for model, account in reach.items():
        address = reverse(f"admin:news_{model}_changelist")
        answer = client.get(address, {f"{account}__{path}": "1"})
        assert answer.status_code in (302, 400), model
