"""Twenty photos of 24 megapixels handed in by eight threads at once, in a process of their own. Prints JSON: how many were
cleaned, and the peak memory of the process in MiB before and after.

    VAR_DIR=/tmp/somewhere python -m tests.news.photos.twenty_photos
"""

import io
import json
import os
import resource
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import django

THREADS, PHOTOS, SIZE = 8, 20, (6000, 4000)


def peak() -> int:
    """Linux counts in KiB, macOS in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024 * 1024 if sys.platform == "darwin" else 1024)


def photograph() -> bytes:
    """A JPEG of about 9 MB, turned on its side: the costlier way."""
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = 6
    buffer = io.BytesIO()
    with Image.effect_noise((1500, 1000), 60) as noise:
        noise.convert("RGB").resize(SIZE).save(buffer, "JPEG", quality=92, exif=exif)
    return buffer.getvalue()


def add(data: bytes, number: int) -> int:
    """As the page does: a busy server is asked again."""
    from django.core.files.base import ContentFile
    from django.db import connection

    from news.files import Busy
    from news.photos.intake import take_in

    while True:
        try:
            # Bytes behind the end of a JPEG make it another file and the same picture.
            return take_in(ContentFile(data + number.to_bytes(2)), by=None, name=f"anh-{number}.jpg").pk
        except Busy:
            continue
        finally:
            connection.close()


def main(source: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    data = Path(source).read_bytes()
    before = peak()
    with ThreadPoolExecutor(THREADS) as threads:
        cleaned = set(threads.map(lambda number: add(data, number), range(PHOTOS)))
    print(
        json.dumps({"cleaned": len(cleaned), "before": before, "peak": peak(), "megabytes": len(data) / 1e6})
    )


if __name__ == "__main__":
    main(sys.argv[1])
