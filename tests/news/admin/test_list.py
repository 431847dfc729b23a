"""The list of articles and the desk: what each person finds, in words, and at what cost."""

import pytest
from django.test import RequestFactory
from django.utils import timezone

from news.admin.article_list import in_state
from news.admin.paging import CappedPaginator
from news.admin.waiting import waiting_for
from news.desk import document, steps, workflow
from news.models import Article
from tests import make
from tests.news.admin.desk_of import as_a, signed_in

pytestmark = pytest.mark.django_db
LIST = "/quan-tri/news/article/"


def listed(client, query="") -> list[str]:
    return [str(row) for row in client.get(LIST + query).context["cl"].result_list]


def one_of_each(writer) -> dict:
    """An article for each standing, by its name."""
    soon = timezone.now() + timezone.timedelta(hours=1)

    def draft(title):
        return make.draft(by=writer, title=title)

    reviewed = workflow.submit(draft("đang duyệt"), by=writer)
    approved = workflow.approve(workflow.submit(draft("đã duyệt"), by=writer), by=None)
    live = workflow.publish(draft("công khai"), by=None)
    gone = workflow.publish(draft("đã gỡ"), by=None)
    return {
        steps.DRAFT: draft("nháp"),
        steps.REVIEW: reviewed,
        steps.APPROVED: approved,
        steps.SCHEDULED: workflow.schedule(draft("hẹn giờ"), soon, by=None),
        steps.LIVE: live,
        steps.WITHDRAWN: workflow.withdraw(gone, by=None, reason="x", public_reason="y"),
        steps.ARCHIVED: workflow.archive(workflow.publish(draft("lưu trữ"), by=None), by=None),
        steps.BINNED: workflow.bin(draft("bỏ"), by=None),
    }


def test_the_newest_article_stands_first():
    client = as_a("editor")
    make.draft(title="Bài cũ")
    make.published(title="Bài mới")
    assert listed(client) == ["Bài mới", "Bài cũ"]


def test_each_filter_of_state_finds_what_carries_its_badge():
    client, articles = as_a("editor"), one_of_each(make.user("writer"))
    assert set(articles) == set(steps.LABELS)
    for standing, article in articles.items():
        assert steps.standing_of(article) == standing
        assert listed(client, f"?trang-thai={standing}") == [str(article)], standing


def test_a_state_in_the_database_is_the_state_of_the_clock():
    article = one_of_each(make.user("writer"))[steps.SCHEDULED]
    later = timezone.now() + timezone.timedelta(days=1)
    assert Article.objects.filter(in_state(steps.LIVE, later), pk=article.pk).exists()
    assert not Article.objects.filter(in_state(steps.SCHEDULED, later), pk=article.pk).exists()


def test_a_returned_draft_says_so():
    client, article = as_a("editor"), workflow.submit(make.draft(title="Thiếu ảnh"), by=None)
    workflow.send_back(article, by=None, reason="Thiếu ảnh")
    assert "Bị trả lại" in client.get(LIST).content.decode()
    assert listed(client, "?trang-thai=returned") == ["Thiếu ảnh"]


def test_the_list_is_filtered_by_category_kind_language_and_person():
    client = as_a("writer")
    other = make.category("Chuyên mục khác")
    make.draft(by=client.user, title="Của tôi", category=other, kind="meeting")
    make.published(title="Of a colleague", language="en", kind="notice")
    assert listed(client, "?cua=toi") == ["Của tôi"]
    assert listed(client, f"?chuyen-muc={other.pk}") == ["Của tôi"]
    assert listed(client, "?loai=notice") == ["Of a colleague"]
    assert listed(client, "?language__exact=en") == ["Of a colleague"]
    assert listed(client, "?chuyen-muc=abc") == []


def test_a_filter_reads_the_text_that_is_being_written_not_the_replaced_one():
    client, article = as_a("editor"), make.published(title="Đổi loại", kind="notice")
    article = workflow.correct(article, by=None)
    document.write(article.open_edition, document.read(article.open_edition) | {"kind": "meeting"}, by=None)
    assert listed(client, "?loai=notice") == []
    assert listed(client, "?loai=meeting") == ["Đổi loại"]


def test_search_finds_words_of_the_title_and_the_number():
    client = as_a("editor")
    article = make.draft(title="Hội nghị chuyển đổi số")
    make.draft(title="Hội nghị khác")
    assert listed(client, "?q=nghị+số") == ["Hội nghị chuyển đổi số"]
    assert listed(client, f"?q=%23{article.number}") == ["Hội nghị chuyển đổi số"]
    assert listed(client, "?q=" + "9" * 40) == []


def test_search_is_the_same_with_and_without_marks():
    client = as_a("editor")
    make.draft(title="Hội nghị chuyển đổi số")
    for words in ("chuyen doi", "CHUYỂN ĐỔI", "đổi chuyen"):
        assert listed(client, f"?q={words}") == ["Hội nghị chuyển đổi số"], words
    assert listed(client, "?q=chuyen+khac") == []


def test_search_finds_the_title_that_is_being_written_and_forgets_the_replaced_one():
    client, article = as_a("editor"), workflow.correct(make.published(title="Tiêu đề cũ"), by=None)
    document.write(article.open_edition, document.read(article.open_edition) | {"title": "Tên mới"}, by=None)
    assert listed(client, "?q=ten+moi") == ["Tên mới"] and listed(client, "?q=tieu+de") == []


def test_the_list_is_filtered_by_agency_of_the_text_that_counts():
    client, agency = as_a("editor"), make.agency("Cục Sở hữu trí tuệ", abbreviation="CSHTT")
    make.published(title="có tên", agencies=[{"agency": agency.pk, "name": agency.name}])
    make.draft(title="có đoàn", delegations=[make.delegation(make.attendee(), agency=agency)])
    old = workflow.correct(make.published(title="cũ", agencies=[{"agency": agency.pk, "name": "x"}]), by=None)
    document.write(old.open_edition, document.read(old.open_edition) | {"agencies": []}, by=None)
    for words in ("so huu tri tue", "cshtt"):
        assert listed(client, f"?co-quan={words}") == ["có đoàn", "có tên"]
    assert listed(client, "?co-quan=khong+co") == []


def test_the_list_is_filtered_by_days_in_viet_nam():
    client = as_a("editor")
    for title, at in (
        ("sớm", "2022-05-16 23:59"),
        ("đúng", "2022-05-17 00:00"),
        ("muộn", "2022-05-18 00:00"),
    ):
        make.published(title=title, at=at)
    assert listed(client, "?tu-ngay=2022-05-17&den-ngay=2022-05-17") == ["đúng"]
    assert listed(client, "?tu-ngay=2022-05-17") == ["muộn", "đúng"]
    assert listed(client, "?tu-ngay=hom-qua") == [] and listed(client, "?den-ngay=9999-12-31") == []


def test_what_waits_for_me_follows_from_my_rights():
    writer = as_a("writer")
    one_of_each(writer.user)
    assert listed(writer, "?cua=cho-toi") == ["nháp"]
    assert set(listed(as_a("editor"), "?cua=cho-toi")) == {"đang duyệt"}
    assert set(listed(as_a("publisher"), "?cua=cho-toi")) == {"đang duyệt", "đã duyệt"}


def test_filters_and_search_stay_in_the_address_together():
    client, category = as_a("editor"), make.category()
    make.published(title="Tin họp", category=category, kind="meeting", at="2022-05-17 11:30")
    page = client.get(
        f"{LIST}?loai=meeting&chuyen-muc={category.pk}&q=tin&tu-ngay=2022-01-01"
    ).content.decode()
    assert page.count('name="loai" value="meeting"') == 3
    assert "tu-ngay=2022-01-01&amp;q=tin&amp;trang-thai=draft" in page or "tu-ngay=2022-01-01" in page


def test_thirty_articles_cost_as_many_queries_as_three(django_assert_max_num_queries):
    client = as_a("editor")
    one_of_each(make.user("writer"))
    client.get(LIST)
    with django_assert_max_num_queries(15) as few:
        client.get(LIST)
    for _ in range(3):
        one_of_each(make.user("writer"))
    with django_assert_max_num_queries(15) as many:
        client.get(LIST)
    assert len(few) == len(many)


def test_the_count_stops_at_what_a_person_would_leaf(monkeypatch):
    monkeypatch.setattr("news.admin.paging.MOST_COUNTED", 3)
    for _ in range(5):
        make.draft()
    capped = CappedPaginator(Article.objects.order_by("-number"), 2)
    assert capped.count == 3 and capped.is_capped
    assert "hơn 3 bài" in as_a("editor").get(LIST).content.decode()


def test_nobody_without_a_role_sees_the_list():
    assert as_a("").get(LIST).status_code == 403
    assert as_a("administrator").get(LIST).status_code == 200


# --- the desk ---------------------------------------------------------------------------------------------------------


def desk(user) -> dict[str, list[str]]:
    return {group.key: [str(row["article"]) for row in group.rows] for group in waiting_for(user)}


def test_a_writer_finds_own_drafts_and_what_goes_out_today():
    writer, other = make.user("writer"), make.user("writer")
    one_of_each(writer)
    make.draft(by=other, title="của người khác")
    groups = desk(writer)
    assert groups.keys() == {"edit", "today"}
    assert groups["edit"] == ["nháp"]


def test_an_editor_finds_what_waits_for_review_and_a_publisher_what_waits_to_be_published():
    one_of_each(make.user("writer"))
    assert desk(make.user("editor"))["review"] == ["đang duyệt"]
    assert desk(make.user("publisher"))["publish"] == ["đã duyệt"]


def test_what_goes_out_tomorrow_is_not_shown_for_today(time_machine):
    time_machine.move_to(make.moment("2026-05-17 10:00"))
    for title, at in (("hôm nay", "2026-05-17 23:00"), ("ngày mai", "2026-05-18 00:30")):
        make.scheduled(title=title, at=make.moment(at))
    assert desk(make.user("writer"))["today"] == ["hôm nay"]


def test_a_draft_in_the_bin_waits_for_nobody():
    writer = make.user("writer")
    workflow.bin(make.draft(by=writer), by=None)
    assert desk(writer)["edit"] == []


def first_page(role: str) -> str:
    return as_a(role).get("/quan-tri/").content.decode()


def test_the_first_page_shows_the_desk_and_the_button_to_write():
    writer = make.user("writer")
    article = make.draft(by=writer, title="Bài đang viết")
    page = signed_in(writer).get("/quan-tri/").content.decode()
    assert "Cần tôi sửa" in page and "Bài đang viết" in page and "Viết bài mới" in page
    assert f"/quan-tri/news/article/{article.pk}/change/" in page


def test_the_desk_says_what_becomes_of_dropped_files():
    assert "Máy tạo bản nháp và các đề xuất; bạn xem lại rồi mới gửi duyệt." in first_page("writer")


def test_an_administrators_desk_leads_to_what_administrators_do():
    page = first_page("administrator")
    card = page[page.index('id="desk-keeping"') :]
    for words in ("Mời người dùng", "Tên cơ quan, địa chỉ, điện thoại của trang", "Nhật ký thao tác"):
        assert words in card, words
    assert "desk-keeping" not in first_page("publisher")


def test_the_desk_leads_to_ones_own_password_where_the_head_of_a_telephone_has_no_room():
    page = first_page("writer")
    menu = page[page.index('class="desk-menu"') :]
    assert "Tài khoản của tôi" in menu and "/quan-tri/bao-mat/" in menu


def test_an_account_without_a_role_gets_an_empty_desk():
    page = as_a("").get("/quan-tri/").content.decode()
    assert "chưa có vai trò" in page and "Viết bài mới" not in page


def test_the_desk_costs_the_same_for_many_articles(django_assert_max_num_queries):
    publisher = make.user("publisher")
    one_of_each(publisher)
    fresh = type(publisher).objects.get(pk=publisher.pk)
    with django_assert_max_num_queries(12) as few:
        waiting_for(fresh)
    for _ in range(4):
        one_of_each(publisher)
    fresh = type(publisher).objects.get(pk=publisher.pk)
    with django_assert_max_num_queries(12) as many:
        waiting_for(fresh)
    assert len(few) == len(many)


def test_the_menu_speaks_of_the_newsroom_and_shows_only_what_may_be_seen():
    from django.contrib import admin

    request = RequestFactory().get("/quan-tri/")
    request.user = make.user("writer")
    rows = [row for section in admin.site.get_app_list(request) for row in section["models"]]
    assert {row["model"]._meta.label_lower for row in rows if "model" in row} == {
        "news.article", "news.photo", "news.person", "news.agency", "news.category", "news.tag", "news.glossaryentry",
        "accessibility.narration",
    }  # fmt: skip
    # Beside the lists of rows, pages: a writer's own royalties.
    assert [row["name"] for row in rows if "model" not in row] == ["Nhuận bút của tôi"]
