"""Writing an article: what is typed is saved through the document, nothing typed is lost, no state changes by saving."""

import json

import pytest
from django.urls import reverse

from news.desk import document, workflow
from news.models import Article, Decision, Save
from tests import make
from tests.news.admin.desk_of import as_a, change, filled, signed_in, step

pytestmark = pytest.mark.django_db
ADD = "/quan-tri/news/article/add/"


@pytest.fixture
def writer():
    return as_a("writer")


def draft_of(client, **changes):
    return make.draft(by=client.user, **changes)


def open_text(article):
    return workflow.refreshed(article).open_edition


def test_a_writer_makes_a_draft_with_a_title_alone(writer):
    answer = writer.post(ADD, filled(writer, ADD, title="Họp  giao ban\ntháng 5"))
    article = Article.objects.get()
    assert answer.url == change(article)
    assert article.open_edition.title == "Họp giao ban tháng 5"
    assert (article.open_edition.state, article.created_by) == ("draft", writer.user)


def test_every_field_of_the_form_reaches_the_edition(writer):
    category, person, photo = make.category(), make.person("Đinh Hữu Phí"), make.photo()
    other = make.published()
    data = filled(
        writer,
        ADD,
        title="Làm việc",
        lead="Mở đầu",
        body="<p>Xin chào</p>",
        kind="meeting",
        category=category.pk,
        event_on="17/05/2022",
        event_place="Hội trường",
        byline="Văn phòng",
        tags="Số hóa, Sở hữu trí tuệ",
        related=f"/tin-tuc/bai-cu-{other.number}/",
        language="vi",
        cover=photo.pk,
        delegations=json.dumps([make.delegation(make.attendee(person))]),
        captions=json.dumps([make.caption(photo, "Quang cảnh")]),
    )
    writer.post(ADD, data)
    kept = document.read(Article.objects.exclude(pk=other.pk).get().open_edition)
    assert kept["event_on"] == "2022-05-17"
    assert kept["tags"] == ["Số hóa", "Sở hữu trí tuệ"]
    assert (kept["category"], kept["cover"], kept["related"]) == (category.pk, photo.pk, [other.number])
    assert kept["delegations"][0]["attendances"][0]["name"] == "Đinh Hữu Phí"
    assert kept["captions"][0]["text"] == "Quang cảnh"


def test_opening_and_saving_without_a_change_writes_nothing(writer):
    article = draft_of(writer, delegations=[make.delegation(make.attendee())], tags=["Số hóa"])
    before = Save.objects.count()
    colleague = as_a("publisher")
    body = "<p>Nội dung bài viết.</p>\n\n"  # as the editor lays it out
    colleague.post(change(article), filled(colleague, change(article), body=body))
    assert Save.objects.count() == before
    assert open_text(article).edited_by == writer.user


def test_saving_changes_the_text_and_counts_a_version_but_no_state(writer):
    article = draft_of(writer)
    version = article.open_edition.version
    writer.post(change(article), filled(writer, change(article), title="Tiêu đề mới", why="Sửa tiêu đề"))
    edition = open_text(article)
    assert (edition.title, edition.state, edition.version) == ("Tiêu đề mới", "draft", version + 1)
    assert Save.objects.filter(edition=edition).first().why == "Sửa tiêu đề"
    assert Decision.objects.filter(article=article).count() == 1  # its creation


def test_saving_keeps_what_is_not_on_the_form(writer):
    article = draft_of(writer)
    edition = article.open_edition
    document.write(edition, document.read(edition) | {"correction_note": "Ghi chú"}, by=writer.user)
    writer.post(change(article), filled(writer, change(article), lead="Khác"))
    assert open_text(article).correction_note == "Ghi chú"


def test_a_script_in_the_text_never_reaches_the_database(writer):
    article = draft_of(writer)
    body = '<p onclick="x()">Chữ<script>alert(1)</script></p>'
    writer.post(change(article), filled(writer, change(article), body=body))
    assert open_text(article).body == "<p>Chữ</p>"


def test_a_text_without_a_title_is_not_saved_and_stays_in_the_form(writer):
    article = draft_of(writer)
    answer = writer.post(change(article), filled(writer, change(article), title="", lead="Đã gõ lâu"))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'href="#id_title"' in page and "Đã gõ lâu" in page
    assert open_text(article).lead == "Đoạn mở đầu."


def test_a_fault_in_a_list_names_its_place_in_words(writer):
    article = draft_of(writer)
    lines = [make.delegation(make.attendee(), make.attendee(name=""))]
    data = filled(writer, change(article), delegations=json.dumps(lines), lead="Đã gõ")
    page = writer.post(change(article), data).content.decode()
    assert "bên 1, dòng 2, họ và tên" in page
    assert 'href="#part-delegations"' in page and "Đã gõ" in page


def test_a_list_that_is_no_list_is_refused_with_the_form_kept(writer):
    article = draft_of(writer)
    answer = writer.post(change(article), filled(writer, change(article), captions='{"a": 1}', lead="Đã gõ"))
    assert answer.status_code == 200 and "Đã gõ" in answer.content.decode()


@pytest.mark.parametrize("typed", ["bài hôm qua", "999999"])
def test_an_unknown_related_article_is_pointed_out(writer, typed):
    article = draft_of(writer)
    answer = writer.post(change(article), filled(writer, change(article), related=typed))
    assert answer.context["form"].errors.keys() == {"related"}


def test_related_articles_keep_the_order_in_which_they_were_chosen(writer):
    article, others = draft_of(writer), [make.published().number for _ in range(3)]
    typed = [others[2], others[0], others[1]]
    writer.post(change(article), filled(writer, change(article), related="\n".join(map(str, typed))))
    assert document.read(article.open_edition)["related"] == typed
    writer.post(change(article), filled(writer, change(article), related="\n".join(map(str, others))))
    assert document.read(article.open_edition)["related"] == others
    history = writer.get(f"/quan-tri/news/article/{article.pk}/so-sanh/").content.decode()
    assert f"#{others[2]}, #{others[0]}" in history


def test_a_sixth_related_article_is_refused(writer):
    article, others = draft_of(writer), [make.published().number for _ in range(6)]
    answer = writer.post(change(article), filled(writer, change(article), related=" ".join(map(str, others))))
    assert "nhiều nhất 5 bài" in answer.content.decode()


def test_a_colleagues_newer_text_is_not_overwritten_and_mine_is_kept(writer):
    article = draft_of(writer)
    mine = filled(writer, change(article), lead="Phần của tôi")
    editor = as_a("editor", full_name="Trần Văn Bình")
    editor.post(change(article), filled(editor, change(article), lead="Phần của anh Bình"))
    page = writer.post(change(article), mine, follow=True).content.decode()
    assert open_text(article).lead == "Phần của anh Bình"
    assert "Trần Văn Bình" in page and "anh Bình</ins>" not in page and "tôi</ins>" in page


def test_a_form_that_does_not_say_what_it_was_opened_on_overwrites_nothing(writer):
    article = draft_of(writer)
    answer = writer.post(
        change(article), filled(writer, change(article), lead="Không rõ từ đâu", base_version="")
    )
    assert answer.status_code == 200
    assert open_text(article).lead == "Đoạn mở đầu."


def test_a_form_of_an_edition_published_meanwhile_does_not_write_into_the_next_one(writer):
    article = draft_of(writer)
    publisher = as_a("publisher")
    mine = filled(publisher, change(article), lead="Từ thẻ cũ")
    workflow.publish(article, by=None)
    workflow.correct(article, by=None)
    page = publisher.post(change(article), mine, follow=True).content.decode()
    assert open_text(article).lead == "Đoạn mở đầu." and "Từ thẻ cũ" in page


def test_one_press_saves_and_submits(writer):
    article = draft_of(writer)
    writer.post(change(article), filled(writer, change(article), lead="Bản cuối", _step="submit"))
    edition = open_text(article)
    assert (edition.lead, edition.state) == ("Bản cuối", "review")


def test_one_press_creates_and_submits(writer):
    writer.post(ADD, filled(writer, ADD, title="Tin nhanh", _step="submit"))
    assert Article.objects.get().open_edition.state == "review"


def test_a_publisher_who_presses_publish_saves_first_and_confirms_then():
    publisher = as_a("publisher")
    article = make.draft()
    answer = publisher.post(change(article), filled(publisher, change(article), lead="Mới", _step="publish"))
    assert answer.url == step(article, "publish")
    assert (open_text(article).lead, open_text(article).state) == ("Mới", "draft")


def test_a_step_from_an_unchanged_form_says_only_what_the_step_did(writer):
    article = draft_of(writer)
    answer = writer.post(change(article), filled(writer, change(article), _step="submit"), follow=True)
    assert [str(message).split()[:2] for message in answer.context["messages"]] == [["Đã", "gửi"]]


def test_a_writer_whose_article_is_in_review_reads_what_it_waits_for(writer):
    article = workflow.submit(draft_of(writer), by=writer.user)
    assert "Bài đang chờ người khác đọc và duyệt." in writer.get(change(article)).content.decode()


def test_a_draft_has_one_preview_and_its_way_to_the_bin_stands_last(writer):
    page = writer.get(change(draft_of(writer))).content.decode()
    panel = page[page.index('id="article-panel"') : page.index('class="quick-bar"')]
    assert panel.count("Xem trước") == 1
    assert panel.index("Lịch sử chỉnh sửa") < panel.index("Bỏ vào thùng rác")
    assert panel.index("Gửi duyệt") < panel.index("Kiểm tra trước khi đăng") < panel.index("Đã sửa gì")


def test_a_save_with_faults_takes_no_step(writer):
    article = draft_of(writer)
    writer.post(change(article), filled(writer, change(article), title="", _step="submit"))
    assert open_text(article).state == "draft"


@pytest.mark.parametrize("role", ["administrator", ""])
def test_who_writes_no_articles_gets_no_form(role):
    client = as_a(role)
    assert client.get(ADD).status_code == 403
    assert client.post(ADD, {"title": "Tin"}).status_code == 403
    assert not Article.objects.exists()


def test_a_writer_reads_a_colleagues_draft_but_cannot_save_into_it(writer):
    article = make.draft(by=make.user("writer"), lead="Của đồng nghiệp")
    page = writer.get(change(article)).content.decode()
    assert "Của đồng nghiệp" in page and 'id="article-form"' not in page
    answer = writer.post(change(article), {"title": "Chiếm", "base_version": article.open_edition.version})
    assert answer.status_code == 403
    assert open_text(article).title != "Chiếm"


def test_a_writer_cannot_change_an_own_text_that_is_being_reviewed(writer):
    article = workflow.submit(draft_of(writer), by=writer.user)
    data = {"title": "Sửa lén", "base_version": article.open_edition.version}
    assert writer.post(change(article), data).status_code == 403
    assert open_text(article).title != "Sửa lén"


def test_an_editor_changes_any_open_text():
    editor, article = as_a("editor"), make.draft(by=make.user("writer"))
    editor.post(change(article), filled(editor, change(article), title="Đã biên tập"))
    assert open_text(article).title == "Đã biên tập"


def test_a_published_article_is_read_and_corrected_not_edited():
    writer, article = as_a("writer"), make.published(title="Đã đăng")
    page = writer.get(change(article)).content.decode()
    assert "Đã đăng" in page and 'id="article-form"' not in page
    assert writer.post(change(article), {"title": "Khác"}).status_code == 403


def test_nobody_deletes_an_article():
    publisher, article = as_a("publisher"), make.draft()
    address = reverse("admin:news_article_delete", args=[article.pk])
    assert publisher.get(address).status_code == publisher.post(address, {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"}
    publisher.post(reverse("admin:news_article_changelist"), data)
    assert Article.objects.filter(pk=article.pk).exists()


def test_an_anonymous_visitor_is_asked_to_sign_in(client):
    article = make.draft()
    for address in (change(article), ADD, step(article, "publish")):
        assert client.get(address).status_code == client.post(address).status_code == 302
    assert open_text(article).state == "draft"


def test_an_unknown_article_is_not_found(writer):
    for pk in ("999", "abc", "9" * 30):
        assert writer.get(f"/quan-tri/news/article/{pk}/change/").status_code == 404


def test_the_form_asks_as_many_questions_for_sixty_attendees_as_for_one(django_assert_max_num_queries):
    user = make.user("writer")
    few = make.draft(by=user, delegations=[make.delegation(make.attendee())])
    many = make.draft(by=user, delegations=[make.delegation(*(make.attendee() for _ in range(60)))])
    client = signed_in(user)
    client.get(change(few))
    with django_assert_max_num_queries(40) as one:
        client.get(change(few))
    with django_assert_max_num_queries(40) as sixty:
        client.get(change(many))
    assert len(one) == len(sixty)
