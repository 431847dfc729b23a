"""What the tests of the list grids read from the form, and what they type into it."""

import io
import json

from PIL import Image


def kept(page, name: str) -> list:
    """What the form would send for this list."""
    return json.loads(page.locator(f"#id_{name}").input_value())


def people(page) -> list[dict]:
    return [line for delegation in kept(page, "delegations") for line in delegation["attendances"]]


def rows(page):
    return page.locator("#id_delegations-grid [data-item=attendance]")


def write_name(page, name: str) -> None:
    """Type a name in the row in focus and leave the row by Enter."""
    page.keyboard.type(name)
    page.keyboard.press("Enter")


def jpeg(name: str, colour: str) -> dict:
    file = io.BytesIO()
    Image.new("RGB", (900, 600), colour).save(file, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": file.getvalue()}
