"""What an editor does in the photos of an article: upload, describe, order."""

import io

import pytest
from PIL import Image

from news.models import Photo
from tests import make
from tests.browser.grid_page import jpeg, kept

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_photos_are_uploaded_and_described(enter):
    page = enter()
    page.locator("#id_captions-grid [data-files]").set_input_files(
        [jpeg("mot.jpg", "navy"), jpeg("hai.jpg", "teal")]
    )
    cards = page.locator("#id_captions-grid [data-item=caption]")
    cards.nth(1).wait_for()
    cards.nth(0).locator("[data-field=text]").fill("Toàn cảnh buổi làm việc")
    cards.nth(0).locator("[data-field=alt]").fill("Mười người ngồi quanh bàn")
    cards.nth(1).locator("[data-field=is_decorative]").check()
    cards.nth(1).locator("[data-action=cover]").click()
    cards.nth(1).get_by_role("button", name="Lên", exact=True).click()

    first, second = kept(page, "captions")
    assert first["is_decorative"] and first["alt"] == ""
    assert (second["text"], second["alt"]) == ("Toàn cảnh buổi làm việc", "Mười người ngồi quanh bàn")
    assert page.locator("[name=cover]").input_value() == str(first["photo"])
    assert cards.nth(0).locator("img").first.evaluate("image => image.complete && image.naturalWidth") == 200


def test_a_refused_photo_says_why_and_the_next_one_still_arrives(enter):
    page = enter()
    broken = {"name": "hong.jpg", "mimeType": "image/jpeg", "buffer": b"not a picture"}
    page.locator("#id_captions-grid [data-files]").set_input_files([broken, jpeg("hai.jpg", "teal")])
    page.locator("#id_captions-grid [data-item=caption]").wait_for()

    refused = page.locator("#id_captions-grid [data-refused]")
    assert "hong.jpg" in refused.inner_text()
    assert len(kept(page, "captions")) == 1


def test_markers_in_the_text_are_told_of_new_numbers(enter):
    page = enter(captions=[make.caption(), make.caption(), make.caption()])
    page.evaluate(
        "document.addEventListener('photos-renumbered', (event) => { window.told = event.detail.numbers; })"
    )
    cards = page.locator("#id_captions-grid [data-item=caption]")
    cards.nth(1).locator("[data-action=remove]").click()
    assert page.evaluate("window.told") == {"2": None, "3": 2}

    page.evaluate(
        "document.addEventListener('photo-marker', (event) => { window.asked = event.detail.number; })"
    )
    cards.nth(1).locator("[data-action=insert]").click()
    assert page.evaluate("window.asked") == 2


def large_photo() -> dict:
    file = io.BytesIO()
    Image.effect_noise((2600, 1900), 120).convert("RGB").save(file, "JPEG", quality=95)
    return {"name": "lon.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}


def test_after_a_lost_connection_only_the_rest_of_a_large_photo_is_sent(enter, settings, tmp_path):
    settings.VAR = tmp_path
    page, photo, sent = enter(), large_photo(), []

    def door(route):
        if route.request.method == "GET":
            return route.continue_()
        sent.append(len(route.request.post_data_buffer))
        return route.abort() if len(sent) == 2 else route.continue_()

    page.route("**/tra-cuu/phan-tep/**", door)
    page.locator("#id_captions-grid [data-files]").set_input_files([photo])
    again = page.locator("#id_captions-grid [data-queue] [data-retry]")
    again.wait_for()
    again.click()
    page.locator("#id_captions-grid [data-item=caption]").wait_for()

    whole, lost = len(photo["buffer"]), sent[1]
    assert len(photo["buffer"]) > 2 * 2**20 and sum(sent) - lost < whole + 10_000
    assert [row["photo"] for row in kept(page, "captions")] == [Photo.objects.get().pk]
