"""Does a browser play a sentence when its mark says? `python bench/heard.py`: sixty tones, sought and listened to in Chromium.

The recording is made as every other, of a voice that says tones. After each seek the page's own sound is watched (Web Audio) until a tone
begins; printed is how long after its mark that is. Polling and the browser's own buffers are part of the figure.
"""

import io
import os
import re
import sys
import tempfile
from array import array
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ |= {"DJANGO_SETTINGS_MODULE": "portal.settings", "DEMO": "1", "HTTPS": "0"}

import django  # noqa: E402

django.setup()

from playwright.sync_api import sync_playwright  # noqa: E402

from accessibility.narration import recording  # noqa: E402
from accessibility.narration.engines import RATE, Sound  # noqa: E402
from accessibility.narration.spoken_before import SpokenBefore  # noqa: E402
from tests import chromium  # noqa: E402

TONES = 60
PAGE = '<!doctype html><audio id="sound" src="http://heard.test/tones.mp3" preload="auto"></audio>'
# Silence must be heard first: what was played before the seek may still stand in the analyser.
LISTEN = """async (from) => {
  const sound = document.getElementById("sound");
  window.heard ??= new AudioContext();
  if (!window.analyser) {
    window.analyser = Object.assign(heard.createAnalyser(), { fftSize: 256 });
    heard.createMediaElementSource(sound).connect(analyser).connect(heard.destination);
  }
  await heard.resume();
  sound.pause();
  sound.currentTime = from;
  await new Promise((done) => sound.addEventListener("seeked", done, { once: true }));
  const wave = new Float32Array(256);
  let quiet = false;
  await sound.play();
  return await new Promise((done) => {
    const look = () => {
      analyser.getFloatTimeDomainData(wave);
      const loudest = Math.max(...wave.map(Math.abs));
      quiet ||= loudest < 0.05;
      if (quiet && loudest > 0.15) return done(sound.currentTime);
      setTimeout(look, 1);
    };
    look();
  });
}"""


class Tones:
    """A voice that says a tone of four tenths of a second."""

    identity = label = "tones"

    def say(self, text: str) -> Sound:
        wave = array("h", [12_000 if place // 25 % 2 else -12_000 for place in range(RATE * 4 // 10)])
        return Sound(wave.tobytes())


def made() -> tuple[bytes, list]:
    recording.engine_for = lambda language: Tones()
    lines = [recording.Line(f"b{number}", 0, 1, f"tone {number}", (), "vi") for number in range(TONES)]
    out = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        recorded = recording.record(lines, out, SpokenBefore(Path(folder), 1 << 30))
    return out.getvalue(), recorded.marks["s"]


def answer(route, data: bytes) -> None:
    asked = re.fullmatch(r"bytes=(\d+)-(\d*)", route.request.headers.get("range", "bytes=0-"))
    first, last = int(asked[1]), int(asked[2] or len(data) - 1)
    headers = {
        "Content-Range": f"bytes {first}-{last}/{len(data)}", "Accept-Ranges": "bytes",
        "Content-Type": "audio/mpeg", "Access-Control-Allow-Origin": "*",
    }  # fmt: skip
    route.fulfill(status=206, headers=headers, body=data[first : last + 1])


def main() -> None:
    data, marks = made()
    with sync_playwright() as player:
        flags = [*chromium.flags(), "--autoplay-policy=no-user-gesture-required"]
        browser = player.chromium.launch(executable_path=chromium.choose(), args=flags)
        page = browser.new_page()
        page.route("**/tones.mp3", lambda route: answer(route, data))
        page.route("**/page", lambda route: route.fulfill(content_type="text/html", body=PAGE))
        page.goto("http://heard.test/page")
        late = []
        for number in (1, 20, 5, 59, 10, 40, 3, 50, 30, 25):
            begins = marks[number][3] / 1000
            late.append(round((page.evaluate(LISTEN, begins - 0.3) - begins) * 1000))
        version = browser.version
        browser.close()
    print(
        f"Chromium {version}: ten tones of {TONES} sought in a row were heard {min(late)} to {max(late)} ms after their marks"
    )
    print(late)


if __name__ == "__main__":
    main()
