"""Links to our own pages: which lead nowhere, and how the round over live texts finds them."""

import pytest

from news.desk import links, workflow
from news.models import BrokenLink
from tests import make

pytestmark = pytest.mark.django_db


def body(*hrefs) -> str:
    return "".join(f'<p><a href="{href}">chỗ này</a></p>' for href in hrefs)


def address(article) -> str:
    return f"/tin-tuc/{article.last_release.slug}-{article.number}/"


def test_every_kind_of_own_page_is_known():
    article, agency, person = make.published(tags=["Số hóa"]), make.agency(), make.person()
    category, page = make.category(), make.page()
    good = [
        "/", "/luu-tru/", "/luu-tru/2022/05/", "/en/", address(article), f"/chuyen-muc/{category.slug}/",
        f"/trang/{page.slug}/", f"/co-quan/{agency.slug}-{agency.pk}/", f"/nhan-su/{person.slug}-{person.pk}/",
        "/tu-khoa/so-hoa/", address(article) + "#phan-2", address(article).replace("tin-tuc/", "tin-tuc/ten-cu-"),
    ]  # fmt: skip
    assert links.broken(good) == set()


def test_what_leads_nowhere_is_found():
    draft, gone = make.draft(), make.withdrawn()
    bad = [
        "/khong-co/", "/tin-tuc/bai-999999/", f"/tin-tuc/nhap-{draft.number}/", address(gone), "/chuyen-muc/khong-co/",
        "/trang/khong-co/", "/co-quan/x-999999/", "/tep/999999/a.pdf", "/tu-khoa/khong-co/",
    ]  # fmt: skip
    assert links.broken(bad) == set(bad)


def test_a_withdrawn_article_that_leads_on_is_no_broken_link():
    gone = make.withdrawn(redirect_to=make.published())
    assert links.broken([address(gone)]) == set()


def test_other_sites_mail_and_places_of_the_page_are_never_asked(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert not links.broken(
            [
                "https://khac.example/x",
                "mailto:a@b.vn",
                "tel:0236",
                "#muc-2",
                "//khac.example/",
                "x.html",
                "http://[",
                "tel://\u2100",
            ]
        )


def test_one_address_that_is_none_does_not_end_the_round():
    make.published(body=body("tel://\u2100", "/khong-co/"))
    assert links.check_some() == 1
    assert BrokenLink.objects.get().address == "/khong-co/"


def test_own_links_written_in_full_count_as_own(settings):
    settings.PUBLIC_ORIGIN = "https://tin.example.vn"
    full = ["https://tin.example.vn/khong-co/", "https://tin.example.vn"]
    assert links.broken(full) == {"https://tin.example.vn/khong-co/"}


def test_many_links_ask_one_question_a_kind(django_assert_num_queries):
    many = [f"/tin-tuc/bai-{number}/" for number in range(1, 60)] + ["/chuyen-muc/a/", "/chuyen-muc/b/"]
    with django_assert_num_queries(3):
        links.broken(many)


def test_the_round_finds_what_broke_without_the_text_changing_and_forgets_what_was_mended():
    target = make.published()
    make.published(body=body(address(target)))
    links.check_some()
    assert not BrokenLink.objects.exists()
    workflow.withdraw(target, by=None, reason="x", public_reason="y")
    assert links.check_some() == 0 and links.check_some() == 1
    assert BrokenLink.objects.get().address == address(target)
    workflow.reinstate(target, by=None)
    links.check_some()
    links.check_some()
    assert not BrokenLink.objects.exists()


def test_the_round_goes_on_where_it_stopped():
    for _ in range(5):
        make.published(body=body("/khong-co/"))
    assert [links.check_some(2) for _ in range(4)] == [2, 2, 1, 0]
    assert BrokenLink.objects.count() == 5


def test_a_text_that_was_replaced_takes_its_broken_links_along():
    article = make.published(body=body("/khong-co/"))
    links.check_some()
    make.corrected(article, body="<p>Không còn liên kết.</p>")
    links.check_some()
    links.check_some()
    assert not BrokenLink.objects.exists()
