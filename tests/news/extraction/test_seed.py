"""The founder's own page, when the corpus lies beside the repository."""

import json
import warnings
from pathlib import Path

import pytest

from news.extraction import extract, to_dict

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"


def test_the_founders_page_is_read_exactly():
    if not (CORPUS / "pages" / "seed.txt").exists():
        warnings.warn(f"no corpus at {CORPUS}: the founder's page was NOT checked", stacklevel=1)
        pytest.skip(f"no corpus at {CORPUS}")
    with (CORPUS / "pages" / "seed.txt").open(encoding="utf-8", newline="") as file:
        found = to_dict(extract(file.read()))
    gold = json.loads((CORPUS / "gold" / "seed.json").read_text(encoding="utf-8"))
    for field in (
        "published_at",
        "event_on",
        "title",
        "lead",
        "byline",
        "photo_captions",
        "kind",
        "attendees",
    ):
        assert found[field] == gold[field]
    by_name = lambda listed: sorted(listed, key=lambda item: item["name"])  # noqa: E731
    assert by_name(found["attending_units"]) == by_name(gold["attending_units"])
    assert {agency["name"] for agency in found["agencies"]} == {agency["name"] for agency in gold["agencies"]}
