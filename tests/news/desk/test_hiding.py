"""Hiding a person: found everywhere, blanked at once, taken out of the texts place by place, shown again."""

import io

import pytest
from docx import Document

from news import files
from news.desk import document, hiding, hiding_files, hiding_places, hiding_search, merging, workflow
from news.desk.errors import NotAllowed, Refused
from news.models import Attendance, Hiding
from news.spellings import Name
from tests import make

pytestmark = pytest.mark.django_db
NAME = "Đinh Hữu Phí"
STAND_INS = {"stand_in": "một đại biểu", "stand_in_en": "a participant"}


@pytest.fixture
def person():
    return make.person(NAME)


@pytest.fixture
def administrator():
    return make.user("administrator")


def hide(person, by=None, spellings=(), **more):
    return hiding.hide(person, by=by, reason="Theo yêu cầu", spellings=list(spellings), **STAND_INS | more)


def found(person, spellings=(NAME,)):
    names = [Name(text) for text in spellings]
    return hiding_search.texts(person, names, {"vi": "một đại biểu", "en": "a participant"})


def answers(text) -> dict:
    return {text.edition.pk: (text.edition.version, {place.key: place.proposal for place in text.places})}


def test_every_place_of_a_text_is_shown_with_its_words_and_a_proposal(person):
    make.published(
        title="Làm việc với ĐINH HỮU PHÍ",
        lead="Sáng nay, ông Dinh Huu Phi tới thăm.",
        body="<p>Tiếp <b>Đinh</b> Hữu&nbsp;Phí. Đinh Hữu Phí nói.</p>",
        delegations=[make.delegation(make.attendee(person, title="Cục trưởng"))],
        captions=[
            make.caption(text="Ông Đinh Hữu Phí (trái)", alt="Đinh hữu phí bắt tay", people=[person.pk])
        ],
        attachments=[make.attachment(title="Bài của Đinh Hữu Phí", name="dinh-huu-phi.pdf")],
        videos=[make.video(url="https://example.vn/a", title="Phim", transcript="Ông Đinh Hữu Phí nói.")],
        tags=["Đinh Hữu Phí"],
    )
    (text,), more, old = found(person)
    shown = {place.key: (place.matched, place.proposal) for place in text.places}
    assert shown["title#0"] == ("ĐINH HỮU PHÍ", "một đại biểu")
    assert shown["lead#0"] == ("ông Dinh Huu Phi", "một đại biểu")
    assert shown["body#0"] == ("Đinh Hữu Phí", "một đại biểu")
    assert shown["body#1"] == ("Đinh Hữu Phí", "Một đại biểu")
    assert shown["delegations.0.attendances.0"] == (NAME, "Một đại biểu")
    assert {
        "captions.0.text#0",
        "captions.0.alt#0",
        "captions.0.people",
        "attachments.0.title#0",
    } <= shown.keys()
    assert {"attachments.0.name#0", "videos.0.transcript#0", "tags.0#0"} <= shown.keys()
    assert (more, old) == (0, 0)


def test_a_short_form_is_found_once_it_is_a_spelling(person):
    make.published(lead="Ông Phí phát biểu.", delegations=[make.delegation(make.attendee(person))])
    suggested = hiding.suggested_spellings(person)
    assert [(row.text, row.is_chosen) for row in suggested] == [
        (NAME, True),
        ("Đ.H. Phí", True),
        ("ông Phí", False),
    ]
    (text,), _more, _old = found(person, [NAME, "ông Phí"])
    assert "lead#0" in {place.key for place in text.places}


def test_an_english_text_gets_english_words(person):
    make.published(language="en", lead="Mr. Dinh Huu Phi came.", body="<p>Đinh Hữu Phí spoke &amp; left.</p>")
    (text,), _more, _old = found(person)
    assert [place.proposal for place in text.places] == ["A participant", "A participant"]
    assert [place.after for place in text.places] == ["came.", "spoke & left."]


def test_old_texts_are_counted_and_texts_without_the_name_left_out(person):
    article = make.published(lead=f"Ông {NAME} tới.")
    make.corrected(article, lead="Một đại biểu tới.")
    make.published(lead="Định Hữu Phú tới.")
    assert found(person) == ([], 0, 1)


def test_the_words_of_attachments_are_read(person):
    word = Document()
    word.add_paragraph("Kế hoạch").add_run(" do Đinh ").font.bold = True
    word.paragraphs[0].add_run("Hữu Phí ký")
    data = io.BytesIO()
    word.save(data)
    data.seek(0)
    file, other = files.take_in(data, by=None, name="ke-hoach.docx"), make.document_file()
    side = make.delegation(make.attendee(person))
    article = make.published(delegations=[side], attachments=[make.attachment(file), make.attachment(other)])
    [naming], _blind = hiding_files.attached(person, [Name(NAME)])
    assert (naming.file, naming.editions) == (file, [article.last_release])


def test_attachments_without_words_are_told_apart(person):
    scan = make.stored_file(original_name="ban-chup.pdf")
    article = make.published(
        delegations=[make.delegation(make.attendee(person))], attachments=[make.attachment(scan)]
    )
    naming, [blind] = hiding_files.attached(person, [Name(NAME)])
    assert (naming, blind.file, blind.editions, blind.is_blind) == ([], scan, [article.last_release], True)


def test_attachments_cost_the_same_questions_for_one_and_for_many(person, django_assert_num_queries):
    for count in (1, 6):
        files = [make.attachment(make.stored_file()) for _file in range(count)]
        make.published(delegations=[make.delegation(make.attendee(person))], attachments=files)
        with django_assert_num_queries(2):
            hiding_files.attached(person, [Name(NAME)])


def test_what_stands_around_articles_is_found(person):
    make.site_settings(responsible_editor=f"Ông {NAME}")
    make.page("Giới thiệu", body="<p>Ông Đinh Hữu Phí.</p>")
    rows = {type(row.row).__name__: row.matched for row in hiding_search.around([Name(NAME)])}
    assert rows == {"SiteSettings": f"Ông {NAME}", "Page": f"Ông {NAME}"}


def test_a_confirmed_place_becomes_a_privacy_edition_with_its_reason(person, administrator):
    article = make.published(
        title=f"Làm việc với {NAME}",
        body=f"<p>Ông {NAME} nói. Cục trưởng {NAME}.</p>",
        delegations=[make.delegation(make.attendee(person, title="Cục trưởng", organization="Cục A"))],
        captions=[make.caption(text=NAME, people=[person.pk])],
    )
    before = article.last_release
    row = hide(person, administrator)
    (text,), _more, _old = found(person)
    outcome = hiding.mask(row, answers(text), by=administrator)
    assert (outcome.released, outcome.drafts, outcome.refused) == (1, 0, [])
    article = workflow.refreshed(article)
    content = document.read(article.last_release)
    assert not list(hiding_places.places(content, person, [Name(NAME)], ""))
    assert content["title"] == "Làm việc với một đại biểu"
    assert content["body"] == "<p>Một đại biểu nói. Cục trưởng một đại biểu.</p>"
    line = content["delegations"][0]["attendances"][0]
    assert (line["kind"], line["person"], line["name"], line["title"]) == ("group", None, "Một đại biểu", "")
    assert content["captions"][0]["people"] == []
    decision = article.decisions.first()
    assert (decision.step, decision.by, decision.reason) == ("mask", administrator, "Theo yêu cầu")
    before.refresh_from_db()
    assert before.title == f"Làm việc với {NAME}" and before.live_until == article.last_release.live_from
    assert Attendance.objects.filter(delegation__edition=before, person=person).exists()


def test_a_place_that_was_not_chosen_stays_and_words_may_be_one_s_own(person):
    make.published(lead=f"Ông {NAME} và bà Lan.", body=f"<p>{NAME}</p>")
    row = hide(person)
    (text,), _more, _old = found(person)
    hiding.mask(row, {text.edition.pk: (text.edition.version, {"lead#0": "Một lãnh đạo Cục"})}, by=None)
    content = document.read(workflow.refreshed(text.edition.article).last_release)
    assert (content["lead"], content["body"]) == ("Một lãnh đạo Cục và bà Lan.", f"<p>{NAME}</p>")


def test_a_text_that_is_being_written_is_changed_in_place_and_its_live_one_waits(person):
    article = workflow.correct(make.published(lead=f"Ông {NAME} tới."), by=None)
    row = hide(person)
    texts, _more, _old = found(person)
    assert [text.edition.ordinal for text in texts] == [2, 1]
    outcome = hiding.mask(row, answers(texts[0]) | answers(texts[1]), by=None)
    assert (outcome.released, outcome.drafts, len(outcome.refused)) == (0, 1, 1)
    assert workflow.refreshed(article).open_edition.lead == "Một đại biểu tới."


def test_a_text_saved_meanwhile_is_refused(person):
    draft = make.draft(lead=f"Ông {NAME} tới.")
    row = hide(person)
    (text,), _more, _old = found(person)
    document.write(draft.open_edition, document.read(draft.open_edition) | {"body": "<p>x</p>"}, by=None)
    assert hiding.mask(row, answers(text), by=None).refused
    assert workflow.refreshed(draft).open_edition.lead == f"Ông {NAME} tới."


def test_a_text_that_a_newer_one_has_replaced_is_not_written_over_it(person):
    article = make.published(lead=f"Ông {NAME} tới.")
    row = hide(person)
    (text,), _more, _old = found(person)
    make.corrected(article, lead="Đã đính chính.")
    outcome = hiding.mask(row, answers(text), by=None)
    assert (outcome.released, len(outcome.refused)) == (0, 1)
    assert workflow.refreshed(article).last_release.lead == "Đã đính chính."


@pytest.mark.parametrize("sign", ["<b>một đại biểu</b>", 'một "đại biểu"', "một \\ đại biểu", "A & B"])
def test_what_stands_in_is_words_alone_because_it_stands_in_pages_and_data_alike(person, sign):
    with pytest.raises(Refused):
        hide(person, stand_in=sign)
    with pytest.raises(Refused):
        hide(person, stand_in_en=sign)


def test_a_record_that_was_merged_is_hidden_by_the_one_that_was_kept(person):
    kept = make.person("Đinh Hữu Phi")
    merging.merge(merging.PERSON, kept, person, by=None)
    with pytest.raises(Refused):
        hide(person)
    hide(kept)


def test_only_an_administrator_hides_and_a_reason_is_asked(person, administrator):
    for role in ("writer", "editor", "publisher"):
        with pytest.raises(NotAllowed):
            hide(person, make.user(role))
    with pytest.raises(Refused):
        hiding.hide(person, by=administrator, reason=" ", spellings=[], **STAND_INS)
    with pytest.raises(Refused):
        hide(person, administrator, spellings=["Phí"])
    with pytest.raises(Refused):
        hide(person, administrator, stand_in=f"người từng là {NAME}")
    assert not Hiding.objects.exists()


def test_showing_again_needs_a_reason_and_leaves_the_privacy_editions(person, administrator):
    article = make.published(lead=f"Ông {NAME} tới.")
    row = hide(person, administrator)
    (text,), _more, _old = found(person)
    hiding.mask(row, answers(text), by=administrator)
    with pytest.raises(Refused):
        hiding.lift(row, by=administrator, reason="")
    hiding.lift(row, by=administrator, reason="Đã đồng ý")
    assert not Hiding.objects.active().exists()
    assert workflow.refreshed(article).last_release.lead == "Một đại biểu tới."
    hide(person, administrator)
    assert Hiding.objects.count() == 2


def test_a_privacy_edition_waits_for_a_second_look_by_somebody_else(person, administrator):
    make.site_settings()
    administrator.groups.add(*make.user("editor").groups.all())
    article = make.published(lead=f"Ông {NAME} tới.")
    row = hide(person, administrator)
    (text,), _more, _old = found(person)
    hiding.mask(row, answers(text), by=administrator)
    article = workflow.refreshed(article)
    assert article.last_release.look_due_at
    with pytest.raises(Refused):
        workflow.confirm(article, by=administrator)
    assert workflow.confirm(article, by=make.user("editor")).last_release.look_due_at is None
