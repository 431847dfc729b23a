"""`extract_article`: one JSON object a line, in the order given."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests.news.importing.test_import_article import PAGE, write


def run(*arguments, **options):
    out = io.StringIO()
    call_command("extract_article", *map(str, arguments), stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def test_each_file_gives_one_line_in_the_order_given(tmp_path):
    paths = [write(tmp_path, name) for name in ("b.txt", "a.txt")]
    lines = [json.loads(line) for line in run(*paths).splitlines()]
    assert [line["file"] for line in lines] == [str(path) for path in paths]
    assert lines[0]["published_at"] == "2022-06-03T14:57"
    assert [person["name"] for person in lines[0]["attendees"]][:2] == ["Đặng Thị Thu Hòa", "Lý Văn Đạt"]


def test_with_a_folder_each_file_becomes_its_own_json(tmp_path):
    out = tmp_path / "ra" / "sau"
    assert run(write(tmp_path, "tin.txt"), out=out) == ""
    assert [path.name for path in out.iterdir()] == ["tin.json"]
    assert json.loads((out / "tin.json").read_text())["title"].startswith("Sở Công Thương")


def test_a_bad_file_stands_in_nobodys_way(tmp_path):
    empty = tmp_path / "rong.txt"
    empty.touch()
    out = io.StringIO()
    with pytest.raises(CommandError):
        call_command(
            "extract_article", str(empty), str(write(tmp_path, "t.txt")), stdout=out, stderr=io.StringIO()
        )
    assert len(out.getvalue().splitlines()) == 1


def test_the_text_is_not_changed_by_asking(tmp_path):
    path = write(tmp_path, "tin.txt")
    run(path)
    assert path.read_text() == PAGE
