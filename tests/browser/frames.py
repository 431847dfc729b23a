"""What a reader sees while a page arrives: its frames as pictures; and faults put into what the server sends."""

import base64
import io
from contextlib import contextmanager

from PIL import Image, ImageChops

# Shown by the browser itself as long as nothing of the page is painted; no theme has it.
NOTHING = (255, 0, 255)


class Frames:
    """Every frame that the browser paints from now on, in `taken` (PIL pictures)."""

    def __init__(self, page):
        self.session, self.taken = page.context.new_cdp_session(page), []
        red, green, blue = NOTHING
        ground = {"color": {"r": red, "g": green, "b": blue, "a": 1}}
        self.session.send("Emulation.setDefaultBackgroundColorOverride", ground)
        self.session.on("Page.screencastFrame", self._take)
        self.session.send("Page.startScreencast", {"format": "png", "everyNthFrame": 1})
        self._begin(page)

    def _begin(self, page):
        """The empty page of a new window may still be painted white once; what counts begins behind it."""
        for _ in range(100):
            if self.taken and self.taken[-1].getpixel((3, 3)) == NOTHING:
                break
            page.wait_for_timeout(20)
        self.taken.clear()

    def _take(self, told):
        self.taken.append(Image.open(io.BytesIO(base64.b64decode(told["data"]))).convert("RGB"))
        self.session.send("Page.screencastFrameAck", {"sessionId": told["sessionId"]})

    def of_the_page(self) -> list[Image.Image]:
        return [frame for frame in self.taken if frame.getpixel((3, 3)) != NOTHING]


def share_that_differs(one: Image.Image, other: Image.Image) -> float:
    """0..1 of the pixels."""
    difference = ImageChops.difference(one, other).convert("L").point(lambda value: 255 * (value > 24))
    return difference.histogram()[255] / (one.width * one.height)


@contextmanager
def changed(page, address: str, old: str, new: str):
    """The page with a fault put into what the server sends."""

    def answer(route):
        answer = route.fetch()
        text = answer.text()
        assert old in text
        route.fulfill(response=answer, body=text.replace(old, new))

    page.route(address, answer)
    yield
    page.unroute(address, answer)
