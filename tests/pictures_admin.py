"""`python -m tests.pictures --admin`: the newsroom's pages for the guide, in docs/pictures/admin/<page>-<theme>-<width>.png.

Of a portal of its own with the demo content, in which a writer has changed a text and dropped a report; or, while one works on
the pages, of a running demo: `--admin ADDRESS FOLDER` with the folder that holds its sign-ins. Names after that choose pages.
Each picture shows one view of a page in few colours, so that all of them together stay small. A page that scrolls sideways is
named.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium
from tests.browser.story import INVENTED
from tests.processes import ROOT, running_portal

FOLDER = ROOT / "docs" / "pictures" / "admin"
SIZES = {1280: 860, 768: 960, 360: 740}
THEMES = ("light", "dark")
COLOURS = 64
# How far a page reaches beyond its right edge, in pixels.
BEYOND = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Pictures below the view would wait to be scrolled to.
LOADED = """async () => {
  await document.fonts.ready;
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
}"""
WRITER, EDITOR, PUBLISHER, ADMINISTRATOR = "nguoi-viet", "bien-tap", "duyet-dang", "quan-tri"


@dataclass(frozen=True)
class View:
    """A page as the demo's `user` sees it ("" before signing in). `part` is brought to the top, "" for the beginning."""

    name: str
    user: str
    path: str
    part: str = ""


def views(draft: str, review: str, dropped: str) -> Iterator[View]:
    """Paths of a draft's form, of the form of an article in review, and of the suggestions of a dropped text."""
    yield View("sign-in", "", "/quan-tri/")
    yield View("desk", WRITER, "/quan-tri/")
    yield View("desk-publisher", PUBLISHER, "/quan-tri/")
    yield View("list", EDITOR, "/quan-tri/news/article/")
    yield View("edit", EDITOR, review)
    yield View("attendees", EDITOR, review, "#part-delegations")
    yield View("captions", EDITOR, review, "#part-captions")
    yield View("photos", EDITOR, "/quan-tri/news/photo/")
    yield View("difference", WRITER, draft.replace("change/", "so-sanh/"))
    yield View("history", WRITER, draft.replace("change/", "history/"))
    yield View("suggestions", WRITER, dropped)
    yield View("publish", PUBLISHER, review.replace("change/", "buoc/publish/"))
    yield View("leader", EDITOR, review.replace("change/", "lanh-dao/"))
    yield View("royalties", PUBLISHER, "/quan-tri/nhuan-but/")
    yield View("users", ADMINISTRATOR, "/quan-tri/accounts/user/")
    yield View("keys", WRITER, "/quan-tri/news/article/phim-tat/")


class Studio:
    """A browser at one portal: signs in, prepares what is to be seen, takes the pictures."""

    def __init__(self, browser: Browser, site: str, passwords: dict[str, str]):
        self.browser, self.site, self.passwords = browser, site, passwords
        self.states: dict[str, dict | None] = {"": None}
        self.wide: list[str] = []

    def open(self, user: str, width: int, theme: str) -> Page:
        if user not in self.states:
            self.states[user] = self._sign_in(user)
        window = {"viewport": {"width": width, "height": SIZES[width]}, "color_scheme": theme}
        phone = {"is_mobile": True, "has_touch": True} if width < 768 else {}
        context = self.browser.new_context(
            **window, **phone, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", storage_state=self.states[user]
        )
        return context.new_page()

    def _sign_in(self, user: str) -> dict:
        page = self.open("", 1280, "light")
        page.goto(f"{self.site}/quan-tri/")
        page.get_by_label("Tên đăng nhập").fill(user)
        page.get_by_label("Mật khẩu").fill(self.passwords[user])
        page.get_by_role("button", name="Đăng nhập", exact=True).click()
        page.get_by_role("heading", name="Việc cần làm").wait_for()
        state = page.context.storage_state()
        page.context.close()
        return state

    def prepare(self) -> tuple[str, str, str]:
        """A changed draft, an article in review and a dropped text; their paths, as `views` takes them."""
        draft = self._change_a_draft()
        page = self.open(PUBLISHER, 1280, "light")
        page.goto(f"{self.site}/quan-tri/")
        review = page.locator("#desk-review ~ ul a").first.get_attribute("href")
        page.context.close()
        return draft, review, self._drop_a_text()

    def _change_a_draft(self) -> str:
        page = self.open(WRITER, 1280, "light")
        page.goto(f"{self.site}/quan-tri/")
        path = page.locator("#desk-edit ~ ul a").last.get_attribute("href")
        page.goto(self.site + path, wait_until="networkidle")
        title = page.get_by_label("Tiêu đề", exact=True)
        title.fill(title.input_value().replace("nhu cầu bảo hộ", "hồ sơ đăng ký"))
        page.get_by_label("Đoạn mở đầu (sapo)").fill("Đoàn khảo sát báo cáo kết quả trong tháng 6.")
        page.get_by_label("Địa điểm", exact=True).fill("Nhà văn hóa ấp Vàm Đỏ")
        page.get_by_label("Đã sửa gì").fill("Ghi rõ ngày và hạn báo cáo")
        page.locator(".panel-actions [name=_save]").click()
        page.locator(".messagelist .success").first.wait_for()
        page.context.close()
        return path

    def _drop_a_text(self) -> str:
        page = self.open(WRITER, 1280, "light")
        page.goto(f"{self.site}/quan-tri/", wait_until="networkidle")
        page.locator(".drop-zone__paste summary").click()
        page.locator("#drop-pasted").fill(report())
        page.get_by_role("button", name="Tạo bài từ văn bản này").click()
        page.wait_for_url("**/de-xuat/**")
        path = page.url.removeprefix(self.site)
        page.context.close()
        return path

    def take(self, view: View) -> None:
        for theme in THEMES:
            for width in SIZES:
                page = self.open(view.user, width, theme)
                page.goto(self.site + view.path, wait_until="networkidle")
                page.evaluate(LOADED)
                name = f"{view.name}-{theme}-{width}"
                if (beyond := page.evaluate(BEYOND)) > 0:
                    self.wide.append(f"{name} by {beyond} px")
                if view.part:
                    page.locator(view.part).evaluate("place => place.scrollIntoView()")
                    page.evaluate(LOADED)
                keep(page.screenshot(), FOLDER / f"{name}.png")
                page.context.close()


def report() -> str:
    """The invented meeting as a report reads: sentences that say who took part, and captions at the end."""
    hosts, guests = "; ".join(INVENTED.hosts), "; ".join(INVENTED.guests)
    took_part = f"Tham dự buổi làm việc, về phía Sở NN&MT có {hosts}. Về phía Viện có {guests}."
    photos = ("Một số hình ảnh trong buổi làm việc:", *INVENTED.captions)
    return "\n\n".join((INVENTED.title, INVENTED.lead, took_part, *INVENTED.body, *photos, INVENTED.byline))


def keep(picture: bytes, path: Path) -> None:
    """As a palette: a page has few colours, and the file is a third of its size."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    few = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def take_all(site: str, folder: Path, only: list[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    passwords = json.loads((folder / "demo-sign-ins.json").read_text())
    chosen = chromium.choose()
    path = {} if chosen == chromium.OWN_BUILD else {"executable_path": chosen}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(args=chromium.flags(), **path)
        studio = Studio(browser, site, passwords)
        for view in views(*studio.prepare()):
            if not only or view.name in only:
                studio.take(view)
                print(view.name, flush=True)
        browser.close()
    size = sum(file.stat().st_size for file in FOLDER.glob("*.png"))
    print(f"{len(list(FOLDER.glob('*.png')))} pictures, {size / 1e6:.1f} MB")
    print("\n".join(f"SCROLLS SIDEWAYS: {name}" for name in studio.wide) or "No page scrolls sideways.")


def main(arguments: list[str]) -> None:
    """`[ADDRESS FOLDER] [NAME …]`; without an address the portal is started, and stopped afterwards."""
    if arguments and "://" in arguments[0]:
        take_all(arguments[0].rstrip("/"), Path(arguments[1]), arguments[2:])
        return
    with tempfile.TemporaryDirectory() as folder:
        files = subprocess.run(
            ["make", "--silent", f"{folder}/static/.done"], cwd=ROOT, env=os.environ | {"VAR_DIR": folder}
        )
        files.check_returncode()
        with running_portal(Path(folder), DEMO="1") as portal:
            take_all(portal.address, Path(folder), arguments)
