"""The demo's content, read without a database."""

import re
import shutil
import unicodedata
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta

import pytest

from news.models import Agency, Delegation, GlossaryEntry, Kind
from portal.demo import papers, reading
from portal.demo.calendar import ZONE, Calendar
from portal.demo.reading import MARKER, Broken, read

# Every day of a week, the end of a year and a leap day: dates must be sane whenever the demo is loaded.
DAYS = [date(2026, 11, 16) + timedelta(days=step) for step in range(7)] + [
    date(2026, 12, 31),
    date(2028, 2, 29),
]
# English words that no Vietnamese syllable looks like.
ENGLISH = re.compile(
    r"\b(the|and|with|lorem|ipsum|todo|draft|meeting|department|agreement|photo|caption)\b", re.IGNORECASE
)


@pytest.fixture(params=DAYS, ids=str)
def today(request):
    return request.param


@pytest.fixture(scope="module")
def content():
    return read(DAYS[0])


def published(content):
    return [story for story in content.stories if story.state == "published"]


def words_of(html: str) -> list[str]:
    return re.sub(r"<[^>]+>|\[\[.*?\]\]", " ", html).split()


def texts_of(value):
    """Every text in a dataclass or a container, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_of(getattr(value, one.name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_of(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from texts_of(item)


def test_every_reference_resolves_whatever_the_day(today):
    assert read(today).stories


def test_there_are_enough_articles_of_enough_kinds(content):
    vietnamese = [story for story in published(content) if story.language == "vi"]
    assert len(vietnamese) >= 14
    assert {story.kind for story in vietnamese} >= {
        "meeting", "signing", "conference", "training", "inspection", "congrats", "notice", "recruitment", "press_release",
    }  # fmt: skip
    assert len([story for story in vietnamese if story.kind == "notice"]) >= 3


def test_the_waiting_work_has_something_to_show(content):
    assert {story.state for story in content.stories} == {"published", "draft", "review", "scheduled"}


def test_two_english_articles_translate_vietnamese_ones(content):
    by_slug = {story.slug: story for story in content.stories}
    english = [story for story in content.stories if story.language == "en"]
    assert len(english) == 2
    for story in english:
        original = by_slug[story.translation_of]
        assert original.language == "vi"
        assert (original.kind, original.event_on, original.category) == (
            story.kind,
            story.event_on,
            story.category,
        )


def test_published_articles_have_text_of_some_length(content):
    for story in published(content):
        assert 230 <= len(words_of(story.body)) <= 650, story.slug
        assert story.lead and story.byline and story.short_title, story.slug
        assert len(story.title) <= 300 and len(story.short_title) <= 120, story.slug


def test_several_meetings_have_two_sides_and_somebody_who_spoke(content):
    meetings = [
        story for story in content.stories if {"host", "guest"} <= {side.side for side in story.delegations}
    ]
    assert len(meetings) >= 5
    spoke = [
        story
        for story in meetings
        if any(line.spoke for side in story.delegations for line in side.attendees)
    ]
    assert len(spoke) >= 5
    groups = [
        line.group
        for story in meetings
        for side in story.delegations
        for line in side.attendees
        if line.group
    ]
    assert groups


def test_who_is_listed_is_named_in_the_text(content):
    names = {person.key: person.name for person in content.people}
    for story in published(content):
        if story.kind == "meeting" and story.event_on > story.published_at.date():
            continue  # an invitation lists posts, not names
        for side in story.delegations:
            for line in side.attendees:
                if line.person:
                    assert names[line.person] in story.body, (story.slug, names[line.person])


def test_photos_are_described_and_their_focus_lies_inside(content):
    for story in content.stories:
        for photo in story.photos:
            assert len(photo.alt) > 30 and photo.caption and photo.credit, story.slug
            assert photo.alt != photo.caption, story.slug
            assert all(0 <= share <= 1 for share in photo.focus), story.slug
            assert max(photo.size) == 1600 or photo.size == (1200, 1200), story.slug


def test_the_pictures_come_in_all_shapes(content):
    ratios = {round(w / h, 1) for story in content.stories for photo in story.photos for w, h in [photo.size]}
    assert {1.5, 1.3, 1.0, 0.7} <= ratios


def test_the_numbers_in_the_bodies_name_photos_of_the_article(content):
    for story in content.stories:
        numbers = [int(number) for number in MARKER.findall(story.body)]
        assert numbers == sorted(set(numbers)) and all(1 <= number <= len(story.photos) for number in numbers)


def test_dates_are_sane_on_every_day(today):
    content = read(today)
    now = datetime.combine(today, datetime.min.time(), ZONE)
    for story in content.stories:
        if story.state == "published":
            assert story.published_at < now, story.slug
            assert story.published_at.weekday() < 5, story.slug
        if story.event_on and story.event_until:
            assert story.event_on <= story.event_until, story.slug
        is_report = (
            story.kind not in ("notice", "recruitment", "press_release") and "lich" not in story.category
        )
        if story.event_on and story.published_at and is_report:
            assert story.event_on <= story.published_at.date(), story.slug


def test_the_scheduled_article_is_for_tomorrow(today):
    [story] = [story for story in read(today).stories if story.state == "scheduled"]
    assert story.published_at.date() == today + timedelta(days=1)


def test_something_happens_this_week_on_every_day(today):
    monday = today - timedelta(days=today.weekday())
    week = [monday + timedelta(days=step) for step in range(7)]
    events = [
        story.event_on
        for story in published(read(today))
        if story.language == "vi" and story.event_on in week
    ]
    assert len(events) >= 2


def test_no_token_is_left_in_any_text(content):
    assert not [text for text in texts_of(content) if re.search(r"\{[a-z]+[+-]?\d*\}", text)]


def test_texts_are_nfc(content):
    for text in texts_of(content):
        assert text == unicodedata.normalize("NFC", text)


def test_no_english_is_left_in_vietnamese_texts(content):
    for story in content.stories:
        if story.language == "vi":
            for text in (story.title, story.short_title, story.lead, *words_of(story.body), story.byline):
                assert not ENGLISH.search(text), (story.slug, text)
    for page in content.pages:
        assert not ENGLISH.search(" ".join(words_of(page.body))), page.slug


def test_pages_and_settings_exist_in_both_languages(content):
    assert {page.slug for page in content.pages} >= {"gioi-thieu", "co-cau-to-chuc", "lien-he"}
    for page in content.pages:
        assert len(words_of(page.body)) > 100 and len(words_of(page.body_en)) > 80
    twins = [key for key in content.site if f"{key}_en" in content.site]
    assert len(twins) >= 5 and all(content.site[f"{key}_en"] for key in twins)


def test_words_of_the_models_are_used(content):
    assert {agency.kind for agency in content.agencies} <= set(Agency.Kind.values)
    assert {story.kind for story in content.stories} <= set(Kind.values)
    assert {entry.mode for entry in content.glossary} <= set(GlossaryEntry.Mode.values)
    sides = {side.side for story in content.stories for side in story.delegations}
    assert sides == set(Delegation.Side.values)


def test_an_agency_was_succeeded_by_another(content):
    assert [agency for agency in content.agencies if agency.successor and agency.succeeded_on]


def test_addresses_lead_nowhere(content):
    """Invented people must not get real post."""
    for text in texts_of(content):
        for domain in re.findall(r"@([\w.-]+\w)", text):
            assert domain.endswith(".example"), text


def test_attachments_are_what_their_names_say(content):
    made = [
        papers.make(paper.file, paper.heading, paper.lines)
        for story in content.stories
        for paper in story.attachments
    ]
    assert {data[:4] for data in made} == {b"%PDF", b"PK\x03\x04"}


def test_the_same_words_give_the_same_attachment():
    for file in ("a.pdf", "a.docx"):
        assert papers.make(file, "THÔNG BÁO", ("Số 1",)) == papers.make(file, "THÔNG BÁO", ("Số 1",))


def test_weekends_move_away_from_today():
    calendar = Calendar(date(2026, 11, 19))  # a Thursday
    assert calendar.day(2) == calendar.day(3) == date(2026, 11, 23)
    assert calendar.day(-4) == calendar.day(-5) == date(2026, 11, 13)


def test_tokens_become_dates_in_words():
    calendar = Calendar(date(2026, 11, 19))
    assert (
        calendar.fill("{d-3} {dm-3} {w+1} {en+1} {y+4}") == "16/11/2026 16/11 thứ Sáu 20 November 2026 2030"
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("articles/01-lam-viec-vien-nam-son.toml", 'person = "minh"', 'person = "nobody"', "no person nobody"),
        ("articles/01-lam-viec-vien-nam-son.toml", "[[ảnh 2]]", "[[ảnh 9]]", "a photo that is not there"),
        ("articles/01-lam-viec-vien-nam-son.toml", "[[ảnh 2]]", "[[ảnh 1]]", "twice"),
        ("articles/01-lam-viec-vien-nam-son.toml", 'scene = "laboratory"', 'scene = "moon"', "no scene moon"),
        ("articles/01-lam-viec-vien-nam-son.toml", "short_title", "shorttitle", "has no shorttitle"),
        ("articles/01-lam-viec-vien-nam-son.toml", "14-lam-viec", "99-lam-viec", "no article"),
        ("articles/02-ky-ket-dai-hoc-ky-thuat.toml", '"15-trao', '"17-tuan-toi-doanh-nghiep", "15-trao', "no earlier article"),
        ("agencies.toml", 'successor = "so-khcn"', 'successor = "so-x"', "no agency so-x"),
        ("people.toml", 'key = "ngan"', 'kee = "ngan"', "has no kee"),
        ("menus.toml", 'page = "lien-he"', 'page = "lien"', "no page lien"),
    ],
)  # fmt: skip
def test_a_wrong_name_is_reported_with_its_file(tmp_path, file, old, new, complaint):
    folder = tmp_path / "content"
    shutil.copytree(reading.FOLDER, folder)
    path = folder / file
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(Broken, match=complaint) as caught:
        read(DAYS[0], folder)
    assert path.name in str(caught.value)
