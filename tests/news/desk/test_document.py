"""An edition and its document are the same thing in two forms."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as some

from news.desk import document, workflow
from news.desk.errors import Stale
from news.models import Credit, Save
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return workflow.create(document.empty() | {"title": "Bản đầu"}, by=make.user("writer"))


def words(most=40):
    letters = some.characters(whitelist_categories=["L", "N", "P", "Zs"])
    return some.text(letters, max_size=most)


def documents(people, agencies, photos, files, categories, user):
    """Documents of any shape over the given rows."""
    line = some.fixed_dictionaries(
        {
            "kind": some.just("person"),
            "person": some.sampled_from(people),
            "agency": some.none() | some.sampled_from(agencies),
            "name": words().filter(str.strip),
            "title": words(),
            "honorific": words(10),
            "organization": words(),
            "has_spoken": some.booleans(),
            "quote": words(),
        }
    ) | some.fixed_dictionaries({"kind": some.just("group"), "name": words().filter(str.strip)})
    delegation = some.fixed_dictionaries(
        {
            "side": some.sampled_from(["host", "guest", "other"]),
            "agency": some.none() | some.sampled_from(agencies),
            "heading": words(),
            "attendances": some.lists(line, max_size=4),
        }
    )
    caption = some.fixed_dictionaries(
        {
            "photo": some.sampled_from(photos),
            "text": words(),
            "alt": words(),
            "is_decorative": some.booleans(),
            "is_described_by_caption": some.booleans(),
            "people": some.lists(some.sampled_from(people), unique=True),
        }
    )
    maker = some.sampled_from([{"person": people[0]}, {"person": people[1]}, {"user": user}])
    credit = some.builds(
        lambda who, row: who | row,
        maker,
        some.fixed_dictionaries(
            {
                "part": some.sampled_from(Credit.Part.values),
                "pen_name": words(),
                "share": some.decimals("0.01", 100, places=2).map(str),
            }
        ),
    )
    return some.fixed_dictionaries(
        {
            "title": words().filter(str.strip),
            "credits": some.lists(credit, max_size=4),
            "lead": words(),
            "body": words().map(lambda text: f"<p>{text.replace('<', '').replace('&', '')}</p>"),
            "category": some.none() | some.sampled_from(categories),
            "event_on": some.none() | some.dates().map(lambda day: day.isoformat()),
            "delegations": some.lists(delegation, max_size=3),
            "captions": some.lists(caption, max_size=3),
            "agencies": some.lists(some.sampled_from(agencies), unique=True).map(
                lambda pks: [{"agency": pk, "name": "", "abbreviation": "X"} for pk in pks]
            ),
            "attachments": some.lists(some.sampled_from(files), max_size=2).map(
                lambda pks: [{"file": pk, "title": "Tệp", "name": "tep.pdf"} for pk in pks]
            ),
        }
    )


@limits(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data())
def test_reading_what_was_written_gives_the_same_document(article, data):
    people = [make.person().pk for _ in range(2)]
    agencies = [make.agency().pk for _ in range(2)]
    drawn = data.draw(
        documents(
            people, agencies, [make.photo().pk], [make.stored_file().pk], [make.category().pk], make.user().pk
        )
    )
    expected = document.sound(drawn)
    edition = document.write(article.open_edition, drawn, by=None)
    read = document.read(edition)
    assert read == expected | {"body": read["body"]}
    assert document.read(document.write(edition, read, by=None)) == read


def test_a_save_over_a_colleagues_newer_one_is_refused_and_changes_nothing(article):
    edition = article.open_edition
    document.write(edition, {"title": "Của Lan"}, by=make.user("editor"), base_version=edition.version)
    with pytest.raises(Stale) as refusal:
        document.write(edition, {"title": "Của Bình"}, by=make.user("editor"), base_version=edition.version)
    assert refusal.value.edition.title == "Của Lan"
    assert workflow.refreshed(article).open_edition.title == "Của Lan"


def test_every_save_is_kept(article):
    document.write(article.open_edition, {"title": "Lần hai"}, by=None, why="sửa tiêu đề")
    saves = Save.objects.filter(edition=article.open_edition).order_by("version")
    assert [save.document["title"] for save in saves] == ["Bản đầu", "Lần hai"]
    assert saves[1].why == "sửa tiêu đề"


def test_faults_are_named_by_their_place(article):
    broken = {
        "title": " ",
        "event_on": "31/02/2022",
        "delegations": [
            {
                "attendances": [
                    {"kind": "person", "name": ""},
                    {"kind": "person", "person": 10**9, "name": "A"},
                ]
            }
        ],
        "captions": [{"photo": None}],
        "videos": [{"title": "x", "url": "javascript:alert(1)"}],
    }
    with pytest.raises(ValidationError) as refusal:
        document.write(article.open_edition, broken, by=None)
    assert set(refusal.value.message_dict) == {
        "title",
        "event_on",
        "delegations.0.attendances.0.name",
        "delegations.0.attendances.0.person",
        "delegations.0.attendances.1.person",
        "captions.0.photo",
        "videos.0.url",
    }


@pytest.mark.parametrize("junk", [None, 3, "x", [1], {"a": 1}, [{"attendances": 5}], [{"agency": [1]}]])
def test_lists_that_are_no_lists_are_refused_or_emptied(article, junk):
    """Whatever a browser sends, the answer is a sentence or a sound list, never a crash."""
    try:
        document.write(article.open_edition, {"title": "Đủ", "delegations": junk}, by=None)
    except ValidationError as refusal:
        assert all(place.startswith("delegations") for place in refusal.message_dict)


def test_a_published_edition_is_never_written(article):
    make_ready = {"title": "Đủ", "body": "<p>x</p>", "category": make.category().pk}
    edition = document.write(article.open_edition, make_ready, by=None)
    article = workflow.publish_import(article)
    with pytest.raises(Stale):
        document.write(edition, {"title": "Lén"}, by=None)


@pytest.mark.parametrize("rows", [1, 40])
def test_writing_needs_as_many_queries_for_many_rows_as_for_one(article, django_assert_max_num_queries, rows):
    people = [make.person().pk for _ in range(rows)]
    lines = [{"kind": "person", "person": pk, "name": "A"} for pk in people]
    content = {"title": "Đủ", "delegations": [{"side": "host", "attendances": lines}]}
    with django_assert_max_num_queries(42):
        document.write(article.open_edition, content, by=None)


def test_texts_are_kept_composed(article):
    edition = document.write(article.open_edition, {"title": "Ho\u0300a bi\u0300nh"}, by=None)
    assert edition.title == "Hòa bình"
    assert edition.slug == "hoa-binh"
