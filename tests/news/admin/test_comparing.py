"""Comparing any two texts of an article, and going back to one: what the page says, who may, and that nothing is lost."""

import re

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as some

from news.desk import document, workflow
from news.models import Save
from tests import make
from tests.news.admin.desk_of import as_a
from tests.news.desk.test_document import documents

pytestmark = pytest.mark.django_db


def compare(article, older: str = "", newer: str = "") -> str:
    return f"{reverse('admin:news_article_compare', args=[article.pk])}?cu={older}&moi={newer}"


def saved(article, **changes) -> Save:
    """One more save of the open edition, by the system."""
    edition = workflow.refreshed(article).open_edition
    document.write(edition, document.read(edition) | changes, by=None)
    return Save.objects.filter(edition=edition).first()


def ref(save: Save) -> str:
    return f"luu-{save.pk}"


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def restored(client, article, ref: str, **data):
    """As from a page opened just now, unless `data` says otherwise."""
    address = reverse("admin:news_article_restore", args=[article.pk])
    edition = workflow.refreshed(article).open_edition
    data = {"base_version": edition.version if edition else ""} | data
    return client.post(address, {"ban": ref} | data, follow=True)


def test_two_saves_are_compared_word_by_word_with_attendees_captions_and_files():
    lan, agency = make.person("Nguyễn Thị Lan"), make.agency("Cục Sở hữu trí tuệ")
    article = make.draft(lead="Sáng nay hai bên gặp nhau.")
    first = article.open_edition.saves.get()
    side = make.delegation(make.attendee(lan, title="Cục trưởng"), agency=agency, heading="Về phía Cục")
    second = saved(
        article,
        lead="Chiều nay hai bên gặp nhau.",
        delegations=[side],
        captions=[make.caption(text="Toàn cảnh buổi làm việc")],
        attachments=[make.attachment(title="Kế hoạch năm")],
    )
    page = as_a("writer").get(compare(article, ref(first), ref(second))).content.decode()
    assert "<del><span" in page and "Sáng " in page and "Chiều " in page
    words = words_of(page)
    assert "Thêm ông Nguyễn Thị Lan, Cục trưởng (Về phía Cục)" in words
    assert "Thêm Toàn cảnh buổi làm việc" in words and "Thêm Kế hoạch năm" in words


def test_names_stand_where_the_documents_have_numbers():
    category = make.category("Hoạt động của Sở")
    article = make.draft(category=None)
    first = article.open_edition.saves.get()
    second = saved(article, category=category.pk, event_on="2022-05-17", shows_attendees=False)
    words = words_of(as_a("writer").get(compare(article, ref(first), ref(second))).content.decode())
    assert "Hoạt động của Sở" in words and "17/05/2022" in words and "có" in words


def test_a_choice_is_compared_by_its_label():
    article = make.draft(kind="other", delegations=[make.delegation(side="host", heading="Về phía Sở")])
    first = article.open_edition.saves.get()
    other_side = [make.delegation(side="guest", heading="Về phía Sở")]
    second = saved(article, kind="meeting", delegations=other_side)
    words = words_of(as_a("writer").get(compare(article, ref(first), ref(second))).content.decode())
    assert "Bỏ: Tin khác Thêm: Tin họp, làm việc" in words
    assert "Bỏ: Bên chủ trì, đón tiếp Thêm: Bên khách" in words


def test_a_bold_word_and_a_link_are_told_in_words():
    article = make.draft(body="<p>Sở họp với bạn.</p>")
    first = article.open_edition.saves.get()
    second = saved(article, body='<p>Sở <strong>họp</strong> với <a href="https://ban.vn/">bạn</a>.</p>')
    words = words_of(as_a("writer").get(compare(article, ref(first), ref(second))).content.decode())
    assert "[in đậm]" in words and "[liên kết: https://ban.vn/]" in words


def test_without_a_choice_the_open_text_is_compared_with_the_published_one():
    article = workflow.correct(make.published(lead="Lời cũ."), by=None)
    saved(article, lead="Lời mới.")
    words = words_of(as_a("writer").get(compare(article)).content.decode())
    assert "Đổi Lời Bỏ: cũ Thêm: mới ." in words
    assert "Bản thứ 1" in words and "Bản đang sửa" in words


def test_a_text_of_another_article_is_not_shown():
    article, other = make.draft(), make.draft(lead="Chuyện khác")
    stranger = other.open_edition.saves.get()
    answers = [
        as_a("writer").get(compare(article, made)) for made in (ref(stranger), "luu-0", "x", "toi", "ban-x")
    ]
    assert {answer.status_code for answer in answers} == {404}


@pytest.mark.parametrize("rows", [1, 30])
def test_a_comparison_asks_as_often_for_thirty_attendees_as_for_one(rows, django_assert_max_num_queries):
    article, writer = make.draft(), as_a("writer")
    first = article.open_edition.saves.get()
    people = [make.attendee(make.person(), agency=make.agency()) for _ in range(rows)]
    second = saved(
        article, delegations=[make.delegation(*people)], captions=[make.caption() for _ in range(rows)]
    )
    writer.get(compare(article, ref(first), ref(second)))
    with django_assert_max_num_queries(16):
        writer.get(compare(article, ref(first), ref(second)))


def test_history_leads_to_what_each_save_changed():
    article = make.draft(lead="Một")
    first, second = article.open_edition.saves.get(), saved(article, lead="Hai")
    page = as_a("writer").get(reverse("admin:news_article_history", args=[article.pk])).content.decode()
    assert f"?cu={ref(first)}&amp;moi={ref(second)}" in page


def test_an_old_save_becomes_the_open_draft_and_what_stood_there_stays_in_the_history():
    editor = as_a("editor", full_name="Trần Văn Bình")
    article = make.draft(lead="Bản đầu", captions=[make.caption(text="Ảnh đầu")])
    first = article.open_edition.saves.get()
    saved(article, lead="Bản hai", captions=[])
    page = restored(editor, article, ref(first), base_version="2").content.decode()
    assert "Đã khôi phục thành bản nháp mới" in page
    edition = workflow.refreshed(article).open_edition
    assert document.read(edition) == first.document
    assert [row.document["lead"] for row in edition.saves.all()] == ["Bản đầu", "Bản hai", "Bản đầu"]
    decision = article.decisions.first()
    assert (decision.step, decision.by_name) == ("restore", "Trần Văn Bình")
    history = editor.get(reverse("admin:news_article_history", args=[article.pk])).content.decode()
    assert "Đã khôi phục thành bản nháp mới" in history and ">restore<" not in history


def test_an_old_edition_opens_the_next_one_and_readers_keep_what_they_see(client):
    article = make.published(lead="Lời đầu", at="2022-05-17 11:30")
    first = article.last_release
    article = make.corrected(article, lead="Lời hai", correction_note="Đính chính tên")
    restored(as_a("editor"), article, f"ban-{first.pk}")
    article = workflow.refreshed(article)
    assert (article.open_edition.lead, article.open_edition.ordinal) == ("Lời đầu", 3)
    assert article.last_release.lead == "Lời hai"


def test_restoring_from_a_page_opened_before_somebody_began_a_correction_writes_over_nothing():
    editor = as_a("editor")
    article = make.corrected(make.published(lead="Lời đầu"), lead="Lời hai")
    first = article.editions.get(ordinal=1)
    page = editor.get(compare(article, f"ban-{first.pk}")).content.decode()
    seen = {
        name: re.search(rf'name="{name}" value="(.*?)"', page)[1] for name in ("base_edition", "base_version")
    }
    saved(workflow.correct(article, by=None), lead="Vừa viết")
    restored(editor, article, f"ban-{first.pk}", **seen)
    assert workflow.refreshed(article).open_edition.lead == "Vừa viết"


def test_restoring_over_a_colleagues_newer_save_is_refused_with_the_name():
    editor, lan = as_a("editor"), make.user("editor", full_name="Nguyễn Thị Lan")
    article = make.draft(lead="Bản đầu")
    first = article.open_edition.saves.get()
    document.write(article.open_edition, document.read(article.open_edition) | {"lead": "Của Lan"}, by=lan)
    page = restored(editor, article, ref(first), base_version="1").content.decode()
    assert "Nguyễn Thị Lan" in page
    assert workflow.refreshed(article).open_edition.lead == "Của Lan"


def test_what_an_old_text_names_and_is_gone_is_said_and_nothing_changes():
    gone = make.agency("Sở cũ")
    article = make.draft(agencies=[{"agency": gone.pk}])
    first = article.open_edition.saves.get()
    saved(article, agencies=[], lead="Nay")
    gone.delete()
    page = restored(as_a("editor"), article, ref(first)).content.decode()
    assert "Chưa khôi phục được" in page
    assert workflow.refreshed(article).open_edition.lead == "Nay"


@pytest.mark.parametrize("role", ["writer", "administrator", ""])
def test_who_may_not_write_here_restores_nothing(role):
    article = make.draft(lead="Bản đầu")
    first = article.open_edition.saves.get()
    saved(article, lead="Bản hai")
    assert restored(as_a(role), article, ref(first)).status_code == 403
    assert workflow.refreshed(article).open_edition.lead == "Bản hai"


def test_opening_the_address_of_a_restoration_changes_nothing():
    article = make.draft()
    answer = as_a("editor").get(reverse("admin:news_article_restore", args=[article.pk]))
    assert answer.status_code == 302 and Save.objects.filter(edition__article=article).count() == 1


@limits(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data())
def test_a_restored_text_is_exactly_what_was_saved(data, django_user_model):
    keys = [
        [make.person().pk, make.person().pk],
        [make.agency().pk],
        [make.photo().pk],
        [make.stored_file().pk],
        [make.category().pk],
        make.user("writer").pk,
    ]
    article = make.draft()
    first = saved(article, **data.draw(documents(*keys)))
    saved(article, **data.draw(documents(*keys)))
    restored(as_a("editor"), article, ref(first))
    assert document.read(workflow.refreshed(article).open_edition) == first.document


@pytest.mark.parametrize("page", ["compare", "restore", "conflict", "frame", "autosave"])
def test_strangers_and_accounts_without_a_role_are_turned_away(page, client):
    address = reverse(f"admin:news_article_{page}", args=[make.draft(title="Chưa công khai").pk])
    for visitor, status in ((client, 302), (as_a(""), 403)):
        for answer in (visitor.get(address), visitor.post(address, {})):
            assert answer.status_code == status and "Chưa công khai" not in answer.content.decode()
