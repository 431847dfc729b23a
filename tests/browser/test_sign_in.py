"""Signing in as people do it: a code app set up and used, a passkey, an invitation; by phone too."""

import pytest

from portal.accounts import links
from portal.accounts.models import OneTimeLink
from portal.accounts.roles import grant_roles
from tests import make
from tests.browser.checker import faults_by_day_and_night
from tests.portal.accounts.codes import PASSWORD, code

pytestmark = pytest.mark.django_db(transaction=True)
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


@pytest.fixture
def browser_page(settings, live_server, page):
    """A page of a browser on a site where a second step is asked for."""
    settings.SECOND_FACTOR_FOR = ["news.publish_article", "accounts.change_user"]
    grant_roles()
    make.site_settings()
    page.add_init_script(WATCH)
    page.home = live_server.url
    return page


def enter(page, user, password: str = PASSWORD) -> None:
    page.goto(page.home + "/quan-tri/")
    page.get_by_label("Tên đăng nhập").fill(user.username)
    page.get_by_label("Mật khẩu").fill(password)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


def confirm(page) -> None:
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Tiếp tục").click()


def leave(page) -> None:
    page.goto(page.home + "/quan-tri/")
    page.get_by_role("button", name="Đăng xuất").click()
    page.get_by_text("Bạn đã đăng xuất").wait_for()


def desk(page) -> None:
    page.get_by_role("heading", name="Việc cần làm").wait_for()
    assert page.evaluate("violations") == []


def test_a_publisher_sets_up_the_app_and_signs_in_with_it(browser_page):
    page, publisher = browser_page, make.user("publisher")
    enter(page, publisher)
    page.get_by_text("Vai trò của bạn cần xác thực hai bước").wait_for()
    page.get_by_role("link", name="Thiết lập ứng dụng").click()
    confirm(page)
    secret = page.locator("#totp-key").inner_text()
    picture = page.locator(".qr svg").bounding_box()
    assert picture["width"] > 150 and picture["height"] > 150
    page.get_by_label("Mã của ứng dụng").fill(code(secret))
    page.get_by_role("button", name="Bật").click()
    page.get_by_role("heading", name="Mã khôi phục").wait_for()
    assert page.locator(".codes li").count() == 10
    page.get_by_role("link", name="Tới Việc cần làm").click()
    desk(page)

    leave(page)
    enter(page, publisher)
    page.get_by_role("heading", name="Xác thực hai bước").wait_for()
    # The library takes the codes of the half minutes around now too; each opens once, and the present one may be spent.
    page.get_by_label("Mã", exact=True).fill(code(secret, shift=1))
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.get_by_role("button", name="Ghi nhớ 30 ngày").click()
    desk(page)

    leave(page)
    enter(page, publisher)
    desk(page)


def test_a_passkey_is_added_and_opens_the_newsroom_without_a_password(browser_page):
    page, publisher = browser_page, make.user("publisher")
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
    }
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    enter(page, publisher)
    page.get_by_role("link", name="Thêm khóa truy cập").click()
    confirm(page)
    page.get_by_label("Đăng nhập không cần mật khẩu").check()
    page.get_by_role("button", name="Thêm").click()
    page.get_by_role("heading", name="Mã khôi phục").wait_for()

    leave(page)
    page.goto(page.home + "/quan-tri/")
    page.get_by_role("button", name="Đăng nhập bằng khóa truy cập").click()
    desk(page)


def test_a_passkey_that_is_refused_says_what_to_do(browser_page):
    page = browser_page
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto(page.home + "/quan-tri/")
    page.get_by_role("button", name="Đăng nhập bằng khóa truy cập").click()
    page.get_by_text("Chưa dùng được khóa truy cập").wait_for()
    assert page.evaluate("violations") == []


def test_an_invited_person_comes_in_by_the_link_on_a_phone(browser_page):
    page = browser_page
    page.set_viewport_size({"width": 360, "height": 740})
    writer = make.user("writer", full_name="Nguyễn Thị Lan", username="lan")
    secret = links.make(writer, OneTimeLink.Kind.INVITE, by=None)
    page.goto(f"{page.home}/quan-tri/lien-ket/{secret}/")
    page.get_by_text("Chào Nguyễn Thị Lan").wait_for()
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")
    for field in page.locator("input[type=password]").all():
        field.fill("mot mat khau rat moi")
    page.get_by_role("button", name="Đặt mật khẩu").click()
    page.get_by_text("Đã đặt mật khẩu").wait_for()
    enter(page, writer, "mot mat khau rat moi")
    desk(page)


def test_the_pages_of_signing_in_and_of_accounts_pass_the_accessibility_checker(settings, live_server, page):
    settings.SECOND_FACTOR_FOR = []
    grant_roles()
    make.site_settings()
    page.home = live_server.url
    administrator, writer = make.user("administrator"), make.user("writer")
    make.category()
    secret = links.make(writer, OneTimeLink.Kind.INVITE, by=None)
    found = {}

    def check(address: str) -> None:
        page.goto(f"{page.home}/quan-tri/{address}")
        if broken := faults_by_day_and_night(page):
            found[address] = broken

    check("dang-nhap/")
    check(f"lien-ket/{secret}/")
    enter(page, administrator)
    page.goto(page.home + "/quan-tri/bao-mat/ung-dung/")
    confirm(page)
    account = f"accounts/user/{writer.pk}/"
    for address in (
        "bao-mat/", "bao-mat/ung-dung/", "bao-mat/khoa/", "bao-mat/khoa/them/", "accounts/user/", "accounts/user/add/",
        account + "change/", account + "viec/khoa/", account + "lien-ket/", "accounts/signin/", "accounts/auditentry/",
    ):  # fmt: skip
        check(address)
    assert found == {}
