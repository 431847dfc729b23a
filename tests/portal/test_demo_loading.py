"""`manage.py demo`: what a person who tries the portal finds, and that it goes away again."""

import json
from io import StringIO

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.files.storage import storages
from django.core.management import call_command
from django.core.management.base import CommandError
from PIL import Image

from news.models import Agency, Article, Edition, Page, Person, Photo, SiteSettings, StoredFile
from portal.accounts.models import User
from portal.demo import accounts, loading, reading, scenes
from tests import make

pytestmark = pytest.mark.django_db

CONTENT = "news.Article news.Edition news.Person news.Agency news.Photo news.Category news.Tag news.Page news.MenuItem"


@pytest.fixture(autouse=True)
def demo_machine(settings, tmp_path, monkeypatch):
    """A demo machine with files of its own, whose pictures are plain cards: drawing is tested elsewhere."""
    settings.DEMO, settings.VAR = True, tmp_path

    def card(name, seed, size):
        return Image.new("RGB", (30, 20), (scenes.NAMES.index(name) * 9, seed * 7 % 256, size[0] % 256))

    monkeypatch.setattr(scenes, "draw", card)


@pytest.fixture
def few(monkeypatch):
    """One article with what it is related to, and one of each other state: enough for what does not count them."""
    whole, kept = reading.read, ("01-", "08-", "13-", "14-")

    def some(today):
        content = whole(today)
        content.stories[:] = [
            story for story in content.stories if story.slug.startswith(kept) or story.state != "published"
        ]
        return content

    monkeypatch.setattr(loading, "read", some)


def run(*arguments) -> str:
    out = StringIO()
    call_command("demo", *arguments, stdout=out)
    return out.getvalue()


def counts() -> dict[str, int]:
    return {name: apps.get_model(name).objects.count() for name in CONTENT.split()}


def test_everything_is_loaded_and_every_article_could_be_published_again():
    run()
    assert Edition.objects.live().in_language("vi").count() >= 14
    assert Edition.objects.live().in_language("en").count() == 2
    assert Article.objects.filter(translation_group__isnull=False).count() == 4
    assert {article.open_edition.state for article in Article.objects.filter(open_edition__isnull=False)} == {
        "draft",
        "review",
    }
    assert [
        edition.is_scheduled()
        for edition in Edition.objects.filter(state="released").exclude(pk__in=Edition.objects.live())
    ] == [True]
    assert SiteSettings.load().crest.renditions
    assert Page.objects.get(slug="lien-he").body_en


def test_the_lists_of_an_article_are_what_its_file_says(few):
    run()
    article = Article.objects.get(source_hash=loading.identity("01-lam-viec-vien-nam-son"))
    edition = article.last_release
    assert [side.side for side in edition.delegations.all()] == ["host", "guest", "other"]
    host = edition.delegations.first()
    assert [line.kind for line in host.attendances.all()] == ["person"] * 3 + ["unit"] * 3
    assert host.attendances.first().printed_title == "Giám đốc Sở"
    assert edition.captions.count() == 3 and edition.cover == edition.captions.first().photo
    assert {person.full_name for person in edition.captions.first().people.all()} == {
        "Lương Thị Bích Ngân",
        "Quách Nhật Minh",
    }
    assert (
        edition.mentions.get(agency__name="Viện Công nghệ Sau thu hoạch Nam Sơn").printed_abbreviation
        == "Viện Nam Sơn"
    )
    assert edition.related.count() == 2
    assert article.featured_from == article.published_at


def test_the_path_of_an_article_is_on_record(few):
    run()
    article = Article.objects.order_by("number").first()
    steps = list(article.decisions.order_by("pk").values_list("step", "by__username"))
    assert steps[0] == ("create", "nguoi-viet") and steps[1] == ("submit", "nguoi-viet")
    assert steps[2:] == [("approve", "bien-tap"), ("publish", "duyet-dang")]


def test_loading_twice_changes_nothing(few):
    run()
    before, passwords = counts(), accounts.sign_ins()
    assert run() == ""
    assert (counts(), accounts.sign_ins()) == (before, passwords)


def test_loading_on_a_later_day_changes_nothing(few):
    run()
    before = list(Article.objects.values_list("number", "published_at"))
    with time_machine.travel("2031-05-05 08:00+07:00"):
        run()
    assert list(Article.objects.values_list("number", "published_at")) == before


def test_what_a_site_has_already_is_not_overwritten(few):
    make.site_settings(agency_name="Sở của chúng tôi")
    page = make.page("Trang của chúng tôi", slug="gioi-thieu")
    run()
    assert SiteSettings.load().agency_name == "Sở của chúng tôi"
    page.refresh_from_db()
    assert page.title == "Trang của chúng tôi"


def test_removing_leaves_nothing_behind(few):
    run()
    files = [photo.path for photo in Photo.objects.all()] + [
        stored.path for stored in StoredFile.objects.all()
    ]
    assert "Removed" in run("--remove")
    assert set(counts().values()) == {0}
    assert not User.objects.exists() and not SiteSettings.objects.exists()
    assert files


@pytest.mark.django_db(transaction=True)
def test_removing_takes_the_files_too(few):
    from portal.accounts.roles import grant_roles

    grant_roles()
    run()
    paths = [photo.path for photo in Photo.objects.all()]
    run("--remove")
    assert paths and not [path for path in paths if storages["private"].exists(path)]


def test_removing_keeps_what_staff_use(few):
    run()
    who = Person.objects.get(full_name="Lương Thị Bích Ngân")
    kept = make.published(delegations=[make.delegation(make.attendee(who))])
    run("--remove")
    assert list(Article.objects.all()) == [kept]
    assert list(Person.objects.all()) == [who]
    posts_and_above = {"Sở Khoa học và Công nghệ tỉnh Vĩnh Giang", "Ủy ban nhân dân tỉnh Vĩnh Giang"}
    assert set(Agency.objects.values_list("name", flat=True)) == posts_and_above


def test_a_sign_in_for_each_role_is_printed_and_works(few, rf):
    run()
    lines = [line.split() for line in run("--sign-ins").splitlines()]
    assert len(lines) == 4
    for *_label, username, password in lines:
        assert authenticate(rf.post("/"), username=username, password=password), username


def test_passwords_are_made_on_each_machine(few):
    run()
    first = accounts.sign_ins()
    run("--remove")
    run()
    assert not set(first.values()) & set(accounts.sign_ins().values())
    assert (accounts.store().stat().st_mode & 0o777) == 0o600
    assert json.loads(accounts.store().read_text()).keys() == first.keys()


@pytest.mark.parametrize("arguments", [(), ("--sign-ins",)])
def test_without_the_demo_setting_nothing_is_loaded_or_shown(settings, arguments):
    settings.DEMO = False
    with pytest.raises(CommandError, match="DEMO=1"):
        run(*arguments)
    assert not User.objects.exists()
