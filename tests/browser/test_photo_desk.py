"""The photo desk in a browser: many files at once, what is lost on the way, the point to keep by keyboard; films in an article."""

import io
import json
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from PIL import Image

from news.files import take_in
from news.models import Photo
from tests import make, samples
from tests.browser.checker import EVERY, faults_by_day_and_night
from tests.browser.entering import let_in
from tests.processes import eventually

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def enter(db, live_server, context):
    """Opens an address as a new user of a role; returns the page."""
    from portal.accounts.roles import grant_roles

    grant_roles()

    def _enter(address: str, user):
        let_in(context, live_server.url, user)
        page = context.new_page()
        page.goto(live_server.url + address)
        return page

    return _enter


def jpeg(name: str, colour: str) -> dict:
    file = io.BytesIO()
    Image.new("RGB", (900, 600), colour).save(file, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": file.getvalue()}


DROP = """([target, files]) => {
  const data = new DataTransfer();
  for (const { name, type, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name, { type }));
  target.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
}"""


def drop(page, selector: str, *files: dict) -> None:
    sent = [{"name": file["name"], "type": file["mimeType"], "bytes": list(file["buffer"])} for file in files]
    page.evaluate(DROP, [page.locator(selector).element_handle(), sent])


def library(enter):
    return enter(reverse("admin:news_photo_changelist"), make.user("editor"))


def test_files_dropped_at_once_are_in_the_library_and_a_refused_one_holds_nobody_up(enter):
    page = library(enter)
    page.get_by_label("Tác giả của ảnh thả vào").fill("Lê Văn Nam")
    broken = {"name": "hong.jpg", "mimeType": "image/jpeg", "buffer": b"not a picture"}
    drop(
        page, "#photo-drop", jpeg("mot.jpg", "red"), broken, jpeg("hai.jpg", "blue"), jpeg("ba.jpg", "green")
    )
    page.get_by_text("Đã có 3 ảnh trong kho").wait_for()
    assert page.get_by_text("Không mở được ảnh “hong.jpg”").is_visible()
    assert sorted(Photo.objects.values_list("original_name", "credit")) == [
        ("ba.jpg", "Lê Văn Nam"), ("hai.jpg", "Lê Văn Nam"), ("mot.jpg", "Lê Văn Nam"),
    ]  # fmt: skip


def test_what_a_lost_connection_swallowed_is_sent_again_by_a_button_and_by_itself(enter):
    page = library(enter)
    lookup = "**" + reverse("admin:news_lookup_photos")
    page.route(lookup, lambda route: route.abort())
    page.locator("#photo-drop [data-files]").set_input_files(
        [jpeg("mot.jpg", "red"), jpeg("hai.jpg", "blue")]
    )
    again = page.get_by_role("button", name="Thử lại")
    again.nth(1).wait_for()
    page.unroute(lookup)
    again.first.click()
    page.get_by_text("Đã có 1 ảnh trong kho").wait_for()
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.get_by_text("Đã có 2 ảnh trong kho").wait_for()
    assert again.count() == 0


def test_a_busy_server_is_asked_again_without_anybody_pressing_anything(enter):
    page = library(enter)
    answers = iter([(503, {"Retry-After": "1"}), None])

    def sometimes(route):
        busy = next(answers)
        if busy:
            route.fulfill(
                status=busy[0], headers=busy[1], content_type="application/json", body='{"error": "Bận"}'
            )
        else:
            route.continue_()

    page.route("**" + reverse("admin:news_lookup_photos"), sometimes)
    page.locator("#photo-drop [data-files]").set_input_files([jpeg("mot.jpg", "red")])
    page.get_by_text("Đã có 1 ảnh trong kho").wait_for()


@pytest.mark.parametrize("has_touch", [True, False])
def test_a_camera_is_offered_where_there_is_one_in_the_hand(enter, has_touch):
    page = library(enter)
    phone = page.context.new_cdp_session(page)
    phone.send("Emulation.setTouchEmulationEnabled", {"enabled": has_touch})
    page.reload()
    camera = page.locator("#photo-drop label", has_text="Chụp ảnh")
    assert camera.is_visible() == has_touch
    assert camera.locator("input").get_attribute("capture") == "environment"
    camera.locator("input").set_input_files([jpeg("chup.jpg", "red")])
    page.get_by_text("Đã có 1 ảnh trong kho").wait_for()


def test_the_point_to_keep_is_moved_with_the_arrow_keys_and_the_crops_follow(enter):
    photo = make.picture(900, 600)
    page = enter(reverse("admin:news_photo_change", args=[photo.pk]), make.user("writer"))
    point = page.get_by_role("button", name="Điểm giữ khi cắt ảnh")
    point.focus()
    for _press in range(5):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    assert page.locator("[data-crop]").first.evaluate("image => image.style.objectPosition") == "55% 50%"
    assert "55 phần trăm từ trái" in page.locator("[data-said]").inner_text()
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.wait_for_url("**/news/photo/")
    photo.refresh_from_db()
    assert (photo.focal_x, photo.focal_y) == (0.55, 0.5)


def test_the_point_to_keep_is_set_by_a_press_on_the_picture(enter):
    photo = make.picture(900, 600)
    page = enter(reverse("admin:news_photo_change", args=[photo.pk]), make.user("writer"))
    box = page.locator("[data-whole]").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.75)
    assert abs(float(page.locator("#id_focal_x").input_value()) - 0.25) < 0.02
    assert abs(float(page.locator("#id_focal_y").input_value()) - 0.75) < 0.02


def test_a_beginning_is_written_and_the_cursor_stands_on_its_gap(enter):
    photo = make.picture(alt="")
    page = enter(reverse("admin:news_photo_change", args=[photo.pk]), make.user("writer"))
    page.get_by_role("button", name="Toàn cảnh …").click()
    page.keyboard.type("hội trường")
    assert page.locator("#id_alt").input_value() == "Toàn cảnh hội trường"


def test_the_photo_desk_has_no_fault_that_axe_finds(enter):
    photo = make.picture(900, 600, alt="")
    make.draft(captions=[make.caption(photo)])
    opened = library(enter)
    for address in (
        reverse("admin:news_photo_changelist"),
        reverse("admin:news_photo_change", args=[photo.pk]),
    ):
        opened.goto(urlsplit(opened.url)._replace(path=address, query="").geturl())
        assert faults_by_day_and_night(opened, EVERY) == {}, address


# --- in an article ---------------------------------------------------------------------------------------------------


def kept(page, name: str) -> list:
    return json.loads(page.locator(f"#id_{name}").input_value())


def test_captions_describe_all_photos_by_one_press(enter):
    writer = make.user("writer")
    bare = [make.caption(text=f"Chú thích {number}", alt="") for number in (1, 2)]
    article = make.draft(
        by=writer, captions=[*bare, make.caption(alt="Tả riêng"), make.caption(text=" ", alt="")]
    )
    page = enter(reverse("admin:news_article_change", args=[article.pk]), writer)
    page.get_by_role("button", name="Chú thích đã tả đủ mọi ảnh chưa có mô tả").click()
    assert [row["is_described_by_caption"] for row in kept(page, "captions")][:3] == [True, True, False]
    page.get_by_label("Tác giả mọi ảnh").fill("Lê Văn Nam")
    page.get_by_role("button", name="Ghi cho mọi ảnh").click()
    assert {row["credit"] for row in kept(page, "captions")} == {"Lê Văn Nam"}
    card = page.locator("[data-item=caption]").first
    card.locator("[data-field=is_decorative]").check()
    first = kept(page, "captions")[0]
    assert (first["is_decorative"], first["is_described_by_caption"]) == (True, False)


def test_a_film_is_added_with_its_subtitles_and_a_poster_from_the_article(enter):
    writer, photo = make.user("writer"), make.picture()
    article = make.draft(by=writer, captions=[make.caption(photo)])
    page = enter(reverse("admin:news_article_change", args=[article.pk]), writer)
    film = {"name": "le-ky-ket.mp4", "mimeType": "video/mp4", "buffer": samples.film()}
    grid = page.locator("#id_videos-grid")
    grid.locator("[data-files]").set_input_files([film])
    row = grid.locator("[data-item=video]")
    row.wait_for()
    row.locator("[data-part-file=subtitles]").set_input_files(
        [{"name": "loi.vtt", "mimeType": "text/vtt", "buffer": samples.SUBTITLES.encode()}]
    )
    row.get_by_text("loi.vtt").wait_for()
    row.locator("[data-choices]").focus()
    row.locator("[data-choices]").select_option(str(photo.pk))
    [made] = kept(page, "videos")
    assert made["title"] == "le ky ket" and made["poster"] == photo.pk
    assert made["file"] and made["subtitles"] and not made["url"]
    page.get_by_role("button", name="Lưu", exact=True).first.click()
    page.get_by_text("Đã lưu.").wait_for()
    article.refresh_from_db()
    assert article.open_edition.videos.get().subtitles.original_name == "loi.vtt"


def test_nothing_of_a_film_is_loaded_before_a_press(live_server, page):
    make.site_settings()
    row = make.video(file=make.film(), subtitles=make.subtitles(), poster=make.picture(640, 360))
    article = make.published(videos=[row])
    asked = []
    page.on("request", lambda request: "/video/" in request.url and asked.append(request.url))
    page.goto(f"{live_server.url}/tin-tuc/{article.last_release.slug}-{article.number}/")
    page.wait_for_load_state("networkidle")
    assert asked == []
    with page.expect_request("**/video/*/phim.mp4"):
        page.locator("video").evaluate("video => void video.play().catch(() => {})")


RECORD = """async () => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [320, 180];
  document.body.append(canvas);
  const pen = canvas.getContext("2d");
  const timer = setInterval(() => { pen.fillStyle = `hsl(${Date.now() / 5 % 360} 80% 50%)`; pen.fillRect(0, 0, 320, 180); }, 40);
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/mp4" });
  const parts = [];
  recorder.ondataavailable = (event) => parts.push(event.data);
  const stopped = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  recorder.stop();
  await stopped;
  clearInterval(timer);
  return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
}"""


def test_a_real_film_plays_and_shows_its_subtitles_when_they_are_switched_on(live_server, page):
    page.goto("about:blank")
    if not page.evaluate("MediaRecorder.isTypeSupported('video/mp4')"):
        pytest.skip("this browser records no MP4 to test with")
    file = take_in(io.BytesIO(bytes(page.evaluate(RECORD))), by=None, name="that.mp4", wanted="video")
    make.site_settings()
    article = make.published(videos=[make.video(file=file, subtitles=make.subtitles())])
    page.goto(f"{live_server.url}/tin-tuc/{article.last_release.slug}-{article.number}/")
    video = page.locator("video")
    video.evaluate("video => { video.muted = true; void video.play(); }")
    assert eventually(lambda: video.evaluate("video => video.currentTime > 0.5"), 20)
    assert video.evaluate("video => [video.videoWidth, video.videoHeight]") == [320, 180]
    video.evaluate("video => (video.textTracks[0].mode = 'showing')")
    assert eventually(lambda: video.evaluate("video => video.textTracks[0].cues?.length === 1"), 10)
