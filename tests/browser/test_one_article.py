"""One article from the first word to the last: each step by the right person in a browser, the wrong one refused."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from news.desk import steps, workflow
from news.models import Article, Consent, Decision
from tests import make
from tests.browser.test_admin import newsroom, text_of

__all__ = ["newsroom"]
pytestmark = pytest.mark.django_db(transaction=True)
LEADER = "Ông Trần Văn Bình, Giám đốc Sở"


@pytest.fixture
def staff(newsroom):
    """Writer, editor and publisher, each at a desk of their own."""
    make.site_settings()
    make.category("Hoạt động của Sở")
    return {
        role: newsroom(make.user(role, full_name=f"Nguyễn {role}"))
        for role in ("writer", "editor", "publisher")
    }


class Story:
    """The article of this test, seen from outside: where it stands, and what a person may not do to it."""

    def __init__(self, home: str):
        self.home, self.article = home, Article.objects.get()

    @property
    def page(self) -> str:
        return f"{self.home}/quan-tri/news/article/{self.article.pk}/change/"

    @property
    def public(self) -> str:
        release = workflow.refreshed(self.article).last_release
        return f"{self.home}/tin-tuc/{release.slug}-{self.article.number}/"

    def stands(self) -> str:
        return steps.standing_of(workflow.refreshed(self.article))

    def read_by(self, page) -> tuple[int, str]:
        """Status and text of the public page, asked anew: a browser keeps a page for up to a minute."""
        answer = page.request.get(self.public)
        return answer.status, answer.text()

    def refuses(self, page, *names: str) -> None:
        """The page of the step and a direct post are both answered with 403, and nothing changes."""
        before = (self.stands(), Decision.objects.count())
        for name in names:
            address = f"{self.home}/quan-tri/news/article/{self.article.pk}/buoc/{name}/"
            assert page.request.get(address).status == 403, name
            assert _post(page, address).status == 403, name
        assert (self.stands(), Decision.objects.count()) == before


def _post(page, address: str):
    """As the page's own form would send it, with its token."""
    token = next(row["value"] for row in page.context.cookies() if row["name"] == "csrftoken")
    form = {"csrfmiddlewaretoken": token, "reason": "x", "public_reason": "y"}
    return page.request.post(address, form=form, headers={"Referer": address}, max_redirects=0)


def press(page, story: Story, step: str, **fields: str) -> None:
    """A step from the article's page: its button, then, where one is asked, the fields and the button of the confirmation."""
    page.goto(story.page)
    button = page.locator(".panel-actions .button").filter(has_text=re.compile(rf"^\s*{step}…?\s*$")).first
    with page.expect_navigation():
        button.click()
    for label, text in fields.items():
        page.get_by_label(LABELS[label]).fill(text)
    if page.locator("body.step-page").count():
        with page.expect_navigation():
            page.locator("#content-main form button.button--main").click()
    page.locator(".article-panel").wait_for()


LABELS = {
    "comment": "Ý kiến cần sửa", "day": "Ngày", "time": "Giờ", "public_reason": "Lý do công khai",
    "reason": "Lý do nội bộ",
}  # fmt: skip


def test_the_life_of_one_article(staff, live_server, new_context, time_machine):
    writer, editor, publisher = staff["writer"], staff["editor"], staff["publisher"]
    reader = new_context().new_page()

    # The writer writes and sends it for review.
    writer.get_by_role("link", name="Viết bài mới").click()
    writer.get_by_label("Tiêu đề", exact=True).fill("Sở làm việc với xã Bình An")
    writer.get_by_label("Đoạn mở đầu (sapo)").fill("Hai bên thống nhất kế hoạch.")
    text_of(writer).click()
    writer.keyboard.type("Sáng nay, hai bên gặp nhau tại Hội trường lớn.")
    writer.get_by_label("Chuyên mục").select_option(label="Hoạt động của Sở")
    writer.get_by_role("button", name="Lưu và gửi duyệt").click()
    writer.get_by_text("Chờ duyệt").first.wait_for()
    story = Story(live_server.url)
    story.refuses(writer, "approve", "send_back", "publish", "schedule")

    # The editor returns it with a comment, which meets the writer on the form.
    press(editor, story, "Trả lại để sửa", comment="Thêm tên người chủ trì")
    assert story.stands() == steps.DRAFT
    writer.goto(story.page)
    writer.get_by_text("Thêm tên người chủ trì").wait_for()
    writer.get_by_label("Đoạn mở đầu (sapo)").fill("Bà Lan chủ trì; hai bên thống nhất kế hoạch.")
    writer.get_by_role("button", name="Gửi duyệt").first.click()
    writer.get_by_text("Chờ duyệt").first.wait_for()

    # The editor asks the leader by a link; the leader has no account and agrees.
    editor.goto(story.page)
    editor.get_by_role("link", name="Ý kiến lãnh đạo").click()
    editor.locator("#id_ask-leader").fill(LEADER)
    editor.get_by_role("button", name="Tạo liên kết").click()
    secret = editor.locator("#link-address").input_value()
    leader = new_context(viewport={"width": 360, "height": 740}).new_page()
    leader.goto(secret)
    assert leader.get_by_role("heading", level=1).inner_text() == "Sở làm việc với xã Bình An"
    leader.get_by_role("button", name="Tôi đồng ý cho đăng").click()
    leader.get_by_text("Câu trả lời của bạn đã được ghi nhận").wait_for()
    assert leader.context.cookies() == [] and Consent.objects.get().leader == LEADER
    editor.goto(story.page)
    editor.locator(".article-panel").get_by_text("Đồng ý cho đăng").wait_for()
    press(editor, story, "Duyệt")
    assert story.stands() == steps.APPROVED
    story.refuses(editor, "publish", "schedule")
    story.refuses(writer, "publish", "send_back")

    # The publisher sets the moment; readers find it then and not a second before.
    moment = (timezone.localtime() + timedelta(hours=1)).replace(second=0, microsecond=0)
    press(publisher, story, "Hẹn giờ đăng", day=moment.strftime("%d/%m/%Y"), time=moment.strftime("%H:%M"))
    assert story.stands() == steps.SCHEDULED
    story.refuses(editor, "unschedule", "withdraw")
    time_machine.move_to(moment - timedelta(seconds=1), tick=False)
    assert story.read_by(reader)[0] == 404
    time_machine.move_to(moment, tick=False)
    status, text = story.read_by(reader)
    assert status == 200 and "Bà Lan chủ trì" in text
    time_machine.move_to(moment + timedelta(minutes=1), tick=True)

    # A correction is written by the editor; readers keep the old text until the publisher publishes it.
    press(editor, story, "Sửa bài đã đăng")
    editor.get_by_label("Đoạn mở đầu (sapo)").fill("Bà Lan và ông Bình chủ trì.")
    editor.get_by_role("button", name="Lưu", exact=True).first.click()
    editor.get_by_text("Đã lưu.").wait_for()
    assert "ông Bình" not in story.read_by(reader)[1]
    story.refuses(editor, "publish")
    story.refuses(writer, "publish", "withdraw", "archive")
    press(publisher, story, "Đăng ngay")
    assert "ông Bình chủ trì" in story.read_by(reader)[1]

    # Withdrawn with a reason for readers, then published again.
    story.refuses(editor, "withdraw", "quick_fix", "feature")
    withdraw(publisher, story)
    status, text = story.read_by(reader)
    assert status == 410 and "Thông tin đang được kiểm tra" in text
    story.refuses(editor, "reinstate")
    press(publisher, story, "Đăng lại")
    assert story.read_by(reader)[0] == 200

    log = list(Decision.objects.order_by("pk").values_list("step", flat=True))
    assert log == [
        "create", "submit", "send_back", "submit", "ask", "consent", "approve", "schedule", "correct", "publish", "withdraw",
        "reinstate",
    ]  # fmt: skip


def withdraw(page, story: Story) -> None:
    page.goto(f"{story.home}/quan-tri/news/article/{story.article.pk}/buoc/withdraw/")
    page.locator("#id_public_reason").fill("Thông tin đang được kiểm tra.")
    page.locator("#id_reason").fill("Sai số liệu.")
    page.locator("#content-main form button.button--main").click()
    page.get_by_text("Đã gỡ").first.wait_for()


def test_a_leaders_page_breaks_no_rule_of_its_policy_and_shows_its_photo(live_server, new_context):
    from news.desk import consent
    from tests.browser.test_admin import WATCH

    make.site_settings()
    article = make.draft(captions=[make.caption(make.picture(600, 400))])
    _link, token = consent.ask(article, by=None, leader=LEADER)
    page = new_context().new_page()
    page.add_init_script(WATCH)
    page.goto(f"{live_server.url}/xem-truoc/{token}/")
    picture = page.locator("main figure img").first
    picture.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('main figure img').naturalWidth > 0")
    assert page.evaluate("violations") == []
    root = "document.documentElement"
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")
