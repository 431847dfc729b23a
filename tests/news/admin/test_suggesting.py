"""The page of suggestions as a plain form: what is shown, what an answer does to the draft, who may, and a tab left behind."""

import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.admin.suggestion_words import TEXTS
from news.desk import document, workflow
from news.importing import dropping
from news.models import Agency, Article, Person, Photo, Proposal
from news.photos.intake import take_in
from tests import make
from tests.news.admin.desk_of import as_a
from tests.news.importing.test_bundle import scene
from tests.news.importing.test_import_article import PAGE
from tests.news.importing.test_proposals import THREE

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    make.category("Hoạt động của Sở")
    return as_a("writer")


def drop(client, text: str = PAGE, photos: int = 0) -> Proposal:
    held = dropping.hold("tin.txt", text.encode(), by=client.user)
    for number in range(photos):
        held.photos.append(taken(number).pk)
    dropping.begin(held, by=client.user)
    return Proposal.objects.get()


def taken(number: int) -> Photo:
    return take_in(io.BytesIO(scene(number)), by=None, name=f"anh {number + 1}.jpg")


def page_of(proposal: Proposal) -> str:
    return reverse("admin:news_article_suggestions", args=[proposal.edition.article_id])


def sent(client, proposal: Proposal, act: str = "keep", **answers):
    """The page's form as a browser sends it, with `answers` (double underscores for the dots of field names)."""
    data = {"base_version": proposal.edition.version, "act": act, "photos.sent": "1"}
    for item in proposal.items:
        if item["sort"] == "photo":
            value = item["value"]
            data |= {
                f"{item['id']}.{name}": value.get(name, "") for name in ("photo", "text", "alt", "credit")
            }
    data |= {_field(name): text for name, text in answers.items()}
    answer = client.post(page_of(proposal), data)
    proposal.refresh_from_db()
    proposal.edition.refresh_from_db()
    return answer


def _field(name: str) -> str:
    """`person_0__answer` as person-0.answer; the fields of the document keep their own names."""
    key, _dots, field = name.partition("__")
    return f"{key if key in TEXTS else key.replace('_', '-')}.{field}"


def draft(proposal: Proposal) -> dict:
    proposal.edition.refresh_from_db()
    return document.read(proposal.edition)


def names(content: dict) -> list[str]:
    return [line["name"] for side in content["delegations"] for line in side["attendances"]]


def said(answer) -> str:
    return " ".join(answer.content.decode().split())


# --- what is shown ----------------------------------------------------------------------------------------------------------


def test_the_summary_counts_what_was_found(writer):
    proposal = drop(writer, THREE, photos=3)
    page = said(writer.get(page_of(proposal)))
    count = sum(item["sort"] == "person" for item in proposal.items)
    assert f"{count} người, " in page and "3 ảnh, 3 chú thích" in page and "1 chỗ cần bạn xem" in page


def test_each_quoted_suggestion_is_marked_once_in_the_source_text(writer):
    proposal = drop(writer)
    page = writer.get(page_of(proposal)).content.decode()
    for item in proposal.items:
        if item["start"] is not None:
            assert page.count(f'id="m-{item["id"]}"') == 1
    source = re.search(r'id="source-text">(.*?)</div>', page, re.DOTALL)[1]
    plain = re.sub(r"<[^>]*>", "", source)
    assert " ".join(plain.split()) == " ".join(proposal.text.split())


def test_markup_in_a_dropped_text_is_shown_as_text(writer):
    proposal = drop(writer, PAGE.replace("Ngày 01/6/2022", "<b onclick=x>Ngày 01/6/2022</b>"))
    page = writer.get(page_of(proposal)).content.decode()
    assert "<b onclick" not in page and "&lt;b onclick=x&gt;" in page


def test_the_page_asks_the_same_number_of_questions_for_few_and_for_many(writer):
    one = drop(
        writer, "Sở họp giao ban\n\nSáng 01/6/2022, ông Lý Văn Đạt, Giám đốc Sở, chủ trì họp.\n", photos=1
    )
    writer.get(page_of(one))
    with CaptureQueriesContext(connection) as few:
        writer.get(page_of(one))
    one.delete()
    many = drop(writer, THREE, photos=3)
    with CaptureQueriesContext(connection) as more:
        writer.get(page_of(many))
    assert len(more) <= len(few) + 1


# --- what an answer does ----------------------------------------------------------------------------------------------------


def test_nothing_is_written_before_somebody_accepts_it(writer):
    proposal = drop(writer)
    sent(writer, proposal)
    assert draft(proposal) == document.empty() | {"title": "tin"}
    assert not Person.objects.exists() and proposal.edition.version == 1


def test_accepting_one_suggestion_writes_that_one(writer):
    proposal = drop(writer)
    sent(writer, proposal, title__answer="accept")
    content = draft(proposal)
    assert content["title"] == "Sở Công Thương tỉnh Trường Giang làm việc với Viện Năng lượng tái tạo"
    assert content["lead"] == "" and names(content) == []


def test_all_the_rest_is_accepted_at_once(writer):
    proposal = drop(writer)
    sent(writer, proposal, act="rest")
    content = draft(proposal)
    assert "Lý Văn Đạt" in names(content) and content["body"] and content["event_on"] == "2022-06-01"
    assert content["kind"] == "meeting" and content["category"]
    assert "Không còn gì phải sửa" in said(writer.get(page_of(proposal)))


def test_a_changed_suggestion_stands_as_it_was_changed(writer):
    proposal = drop(writer)
    sent(writer, proposal, title__answer="change", title__text="Sở làm việc với Viện")
    assert draft(proposal)["title"] == "Sở làm việc với Viện"


def test_what_is_left_out_does_not_come_in_with_the_rest(writer):
    proposal = drop(writer)
    person = next(item for item in proposal.items if item["sort"] == "person")
    sent(writer, proposal, act="rest", **{f"{person['id']}__answer".replace("-", "_"): "refuse"})
    assert person["value"]["name"] not in names(draft(proposal))
    assert not Person.objects.filter(full_name=person["value"]["name"]).exists()


def test_a_lead_that_is_none_begins_the_body(writer):
    proposal = drop(writer)
    lead = next(item for item in proposal.items if item["id"] == "lead")["value"]["text"]
    sent(writer, proposal, act="rest", lead__answer="refuse")
    content = draft(proposal)
    assert content["lead"] == "" and content["body"].startswith(f"<p>{lead[:40]}")


def test_the_rest_leaves_doubts_to_be_looked_at(writer):
    make.person("Lý Văn Đạt", note="một")
    make.person("Lý Văn Đạt", note="hai")
    proposal = drop(writer)
    sent(writer, proposal, act="rest")
    assert "Lý Văn Đạt" not in names(draft(proposal))
    assert "1 chỗ cần bạn xem" in said(writer.get(page_of(proposal)))


def test_a_namesake_is_chosen(writer):
    make.person("Lý Văn Đạt", note="một")
    second = make.person("Lý Văn Đạt", note="hai")
    proposal = drop(writer)
    key = next(item["id"] for item in proposal.items if item["value"].get("name") == "Lý Văn Đạt")
    sent(writer, proposal, act="rest", **{f"{key}__answer".replace("-", "_"): f"match:{second.pk}"})
    lines = [line for side in draft(proposal)["delegations"] for line in side["attendances"]]
    assert [line["person"] for line in lines if line["name"] == "Lý Văn Đạt"] == [second.pk]


def test_a_known_person_of_the_printed_post_is_no_doubt(writer):
    known = make.person("Lý Văn Đạt")
    make.appointment(person=known, agency=make.agency("Sở Công Thương tỉnh Trường Giang"), title="Giám đốc")
    item = next(row for row in drop(writer).items if row["value"].get("name") == "Lý Văn Đạt")
    assert (item["doubt"], item["matches"]) == ("", [known.pk])


def test_a_known_name_with_another_post_is_a_doubt(writer):
    known = make.person("Lý Văn Đạt")
    make.appointment(person=known, agency=make.agency("Trường Cao đẳng nghề"), title="Hiệu trưởng")
    proposal = drop(writer)
    item = next(row for row in proposal.items if row["value"].get("name") == "Lý Văn Đạt")
    assert item["doubt"] == "post"
    page = said(writer.get(page_of(proposal)))
    assert "Đúng người này" in page and "Hiệu trưởng – Trường Cao đẳng nghề" in page


def test_a_record_with_other_marks_is_a_doubt(writer):
    make.person("Lý Văn Đát")
    item = next(row for row in drop(writer).items if row["value"].get("name") == "Lý Văn Đạt")
    assert item["doubt"] == "marks"


def test_tone_placement_is_no_doubt(writer):
    known = make.person("Đặng Thị Thu Hoà")
    item = next(row for row in drop(writer).items if row["value"].get("name") == "Đặng Thị Thu Hòa")
    assert (item["doubt"], item["matches"]) == ("", [known.pk])


def test_an_agency_is_known_by_its_other_name(writer):
    agency = make.agency("Viện Năng lượng mới")
    agency.other_names.create(name="Viện Năng lượng tái tạo")
    proposal = drop(writer)
    sent(writer, proposal, act="rest")
    assert agency.pk in [row["agency"] for row in draft(proposal)["agencies"]]
    assert not Agency.objects.filter(name="Viện Năng lượng tái tạo").exists()


def test_a_day_that_is_none_is_asked_for_again(writer):
    proposal = drop(writer)
    answer = sent(writer, proposal, event_on__answer="change", event_on__text="hôm qua")
    assert "17/05/2022" in said(answer) and 'value="hôm qua"' in said(answer)
    sent(writer, proposal, event_on__answer="change", event_on__text="02/6/2022")
    assert draft(proposal)["event_on"] == "2022-06-02"


def test_a_record_that_was_looked_up_is_shown_again(writer):
    meant = make.person("Vũ Thị Mơ", note="Trường nghề")
    proposal = drop(writer)
    key = next(item["id"] for item in proposal.items if item["sort"] == "person").replace("-", "_")
    sent(writer, proposal, act="remember", **{f"{key}__answer": "other", f"{key}__other_key": meant.pk})
    proposal.refresh_from_db()
    sent(writer, proposal, act="remember", **{f"{key}__answer": f"match:{meant.pk}"})
    assert "Đúng người này</b> Vũ Thị Mơ" in said(writer.get(page_of(proposal)))


def test_another_person_is_named_without_scripts(writer):
    meant = make.person("Lý Văn Đạt Em")
    proposal = drop(writer)
    key = next(item["id"] for item in proposal.items if item["value"].get("name") == "Lý Văn Đạt").replace(
        "-", "_"
    )
    answer = sent(writer, proposal, **{f"{key}__answer": "other", f"{key}__other": "Không Có Ai"})
    assert "Chưa có hồ sơ nào tên “Không Có Ai”" in said(answer)
    writer.post(page_of(proposal), {
        "base_version": proposal.edition.version, "act": "keep", f"{key.replace('_', '-')}.answer": "other",
        f"{key.replace('_', '-')}.other": "ly van dat em",
    })  # fmt: skip
    lines = [line for side in draft(proposal)["delegations"] for line in side["attendances"]]
    assert [line["person"] for line in lines] == [meant.pk]


# --- the end of the page ----------------------------------------------------------------------------------------------------


def test_it_is_submitted_from_the_page_once_everything_is_decided(writer):
    proposal = drop(writer)
    sent(writer, proposal, act="submit")
    assert draft(proposal)["title"] == "tin" and proposal.edition.state == "draft"
    sent(writer, proposal, act="rest")
    assert "Gửi duyệt" in said(writer.get(page_of(proposal)))
    sent(writer, proposal, act="submit")
    assert proposal.edition.state == "review"


def test_what_is_left_to_look_at_is_counted_beside_the_buttons(writer):
    make.person("Trần Quang Tuấn")
    proposal = drop(writer, THREE, photos=3)
    assert "Còn 1 chỗ cần bạn xem." in said(writer.get(page_of(proposal)))


def test_what_must_be_mended_leads_to_the_form_before_submitting(writer):
    proposal = drop(writer, THREE, photos=3)
    sent(writer, proposal, act="rest", pairing__answer="accept")
    page = writer.get(page_of(proposal)).content.decode()
    bar = page[page.index('class="suggestions-bar"') :]
    assert "chưa có mô tả" in page
    assert 0 < bar.index("Mở bài để sửa") < bar.index("Gửi duyệt") and bar.count("button--main") == 1


def test_what_stands_in_the_draft_is_not_written_twice(writer):
    proposal = drop(writer)
    sent(writer, proposal, act="rest")
    before = draft(proposal)
    sent(writer, proposal, act="rest", title__answer="refuse")
    assert draft(proposal) == before


def test_choices_are_remembered_without_touching_the_draft(writer):
    proposal = drop(writer)
    assert sent(writer, proposal, act="remember", title__answer="refuse").status_code == 204
    assert (
        proposal.answers["title"]["answer"] == "refuse" and proposal.answers["title"]["by"] == writer.user.pk
    )
    assert draft(proposal)["title"] == "tin" and proposal.edition.version == 1


def test_a_tab_left_behind_writes_over_nobody_and_keeps_its_choices(writer):
    proposal = drop(writer)
    document.write(
        proposal.edition, document.empty() | {"title": "Sửa bởi người khác"}, by=make.user("editor")
    )
    proposal.edition.version = 1
    answer = writer.post(
        page_of(proposal), {"base_version": 1, "act": "rest", "title.answer": "accept"}, follow=True
    )
    assert "sau khi bạn mở" in said(answer) and "vẫn còn" in said(answer)
    proposal.refresh_from_db()
    assert draft(proposal)["title"] == "Sửa bởi người khác"
    assert proposal.answers["title"]["answer"] == "accept"


def test_words_typed_in_the_form_meanwhile_stay(writer):
    proposal = drop(writer)
    content = draft(proposal) | {"short_title": "Ngắn", "tags": ["Năng lượng"]}
    document.write(proposal.edition, content, by=writer.user)
    proposal.edition.refresh_from_db()
    sent(writer, proposal, act="rest")
    assert (draft(proposal)["short_title"], draft(proposal)["tags"]) == ("Ngắn", ["Năng lượng"])


# --- who may ----------------------------------------------------------------------------------------------------------------


def test_the_owner_and_an_editor_may_a_colleague_and_a_stranger_may_not(writer, client):
    proposal = drop(writer)
    address = page_of(proposal)
    assert [who.get(address).status_code for who in (writer, as_a("editor"))] == [200, 200]
    assert [as_a(role).get(address).status_code for role in ("writer", "administrator")] == [403, 403]
    assert client.get(address).status_code == 302
    colleague = as_a("writer")
    assert colleague.post(address, {"act": "rest"}).status_code == 403
    assert draft(proposal)["title"] == "tin"


def test_after_submitting_the_writer_no_longer_decides(writer):
    proposal = drop(writer)
    workflow.submit(Article.objects.get(), by=writer.user)
    assert writer.post(page_of(proposal), {"act": "rest"}).status_code == 403
    assert draft(proposal)["title"] == "tin"


def test_an_article_without_a_dropped_text_has_no_suggestions():
    article = make.draft()
    assert as_a("editor").get(reverse("admin:news_article_suggestions", args=[article.pk])).status_code == 404
