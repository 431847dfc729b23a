"""How much memory twenty large photos cost. The number is printed and stands in docs/operations.md."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

from tests.news.photos import twenty_photos

# MiB over what the process needed before the first photo. Measured: 42 to 70, which is one photo read at half its size (24, Pillow
# keeps four bytes a pixel), turned upright (24) and written, whatever the number. The whole portal: bench/photos.py.
MOST_GROWTH = 130


@pytest.mark.process
def test_twenty_photos_of_24_megapixels_at_once_cost_the_memory_of_one(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(twenty_photos.photograph())
    variables = {
        "VAR_DIR": str(tmp_path),
        "HTTPS": "0",
        "DATABASE_URL": "",
        "STORAGE_URL": "",
        "CACHE_URL": "",
    }
    environment = {name: value for name, value in (os.environ | variables).items() if value}
    command = [sys.executable, "-m", "tests.news.photos.twenty_photos", str(tmp_path / "photo.jpg")]
    done = subprocess.run(command, cwd=settings.ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    print(told)
    assert told["cleaned"] == twenty_photos.PHOTOS
    assert told["peak"] - told["before"] < MOST_GROWTH
