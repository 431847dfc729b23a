"""`import_batch`: an old site moves over, resumable, with every reject told by line and reason."""

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from news.models import Article, Attendance, Edition, Person
from tests import make
from tests.news.importing import word_files as word
from tests.news.importing.test_web import LEAD, SECOND, THIRD
from tests.processes import ROOT

pytestmark = pytest.mark.django_db


def row(number: int = 1, **values) -> dict:
    return {
        "id": number,
        "url": f"https://cu.example.vn/tin/{number}.html",
        "title": f"Sở Công Thương làm việc với Viện Năng lượng lần thứ {number}",
        "body": f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>",
        "published_at": "2019-03-05 08:30",
    } | values


def write(path, rows):
    lines = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def run(*arguments, **options):
    """(output, errors, whether it ended well)"""
    out, err, good = io.StringIO(), io.StringIO(), True
    try:
        call_command("import_batch", *map(str, arguments), stdout=out, stderr=err, **options)
    except CommandError as error:
        err.write(str(error))
        good = False
    return out.getvalue(), err.getvalue(), good


def counts_of(output: str) -> list[int]:
    import re

    return [int(number) for number in re.findall(r"\d+", output.splitlines()[-1])]


def test_rows_become_articles_under_their_old_dates(tmp_path):
    run(write(tmp_path / "tin.jsonl", [row(1), row(2, published_at=1_551_750_000)]), publish=True)
    first, second = Article.objects.order_by("number")
    assert first.published_at == make.moment("2019-03-05 08:30")
    assert second.published_at == make.moment("2019-03-05 08:40")
    assert first.last_release.title.endswith("lần thứ 1")
    assert first.last_release.lead == LEAD


@pytest.mark.parametrize("shape", ["array", "pretty", "csv"])
def test_other_shapes_of_exports_give_the_same_articles(tmp_path, shape):
    path = tmp_path / "tin"
    rows = [row(1), row(2)]
    if shape == "csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, rows[0], delimiter=";")
            writer.writeheader()
            writer.writerows(rows)
    else:
        path.write_text(json.dumps(rows, indent=2 if shape == "pretty" else None), encoding="utf-8")
    run(path)
    assert [edition.title[-1] for edition in Edition.objects.order_by("pk")] == ["1", "2"]
    assert Edition.objects.first().body == f"<p>{SECOND}</p>\n<p>{THIRD}</p>"


def test_an_array_longer_than_any_buffer_is_read_whole(tmp_path):
    from news.importing.batch import rows

    path = tmp_path / "tin.json"
    path.write_text(
        json.dumps([row(n, body="x" * (n * 3000)) for n in range(60)], indent=1), encoding="utf-8"
    )
    read = list(rows.read(path))
    assert [each.values["id"] for each in read] == list(range(60))
    lines = path.read_text().splitlines()
    assert all(lines[each.line - 1].strip() == "{" for each in read)


@pytest.mark.parametrize(
    "columns",
    [
        {
            "title": "Tin",
            "hometext": "Mở đầu",
            "bodyhtml": f"<p>{THIRD}</p>",
            "publtime": "1551750000",
            "alias": "tin",
        },
        {
            "Title": "Tin",
            "Description": "Mở đầu",
            "Content": f"<p>{THIRD}</p>",
            "displayDate": "2019-03-05T08:40:00",
        },
        {
            "Title": "Tin",
            "ArticleSummary": "Mở đầu",
            "PublishingPageContent": THIRD,
            "ArticleStartDate": "05/03/2019 08:40",
        },
    ],
    ids=["nukeviet", "liferay", "sharepoint"],
)
def test_the_columns_of_known_systems_are_understood(tmp_path, columns):
    run(write(tmp_path / "tin.jsonl", [columns]), publish=True)
    edition = Edition.objects.get()
    assert (edition.title, edition.lead, edition.body) == ("Tin", "Mở đầu", f"<p>{THIRD}</p>")
    assert edition.article.published_at == make.moment("2019-03-05 08:40")


def test_rejects_are_told_by_line_and_reason_and_stand_in_nobodys_way(tmp_path):
    rejects = tmp_path / "loi.csv"
    rows = [
        row(1),
        "{hỏng",
        row(2, title=""),
        row(3, published_at="hôm qua"),
        row(4, photos="mat.jpg"),
        row(5),
    ]
    out, err, good = run(write(tmp_path / "tin.jsonl", rows), rejects=rejects)
    assert not good
    assert Article.objects.count() == 2
    assert [line.split(":")[0] for line in err.splitlines()[:4]] == [f"dòng {n}" for n in (2, 3, 4, 5)]
    assert [line[0] for line in csv.reader(rejects.open(encoding="utf-8"))] == ["2", "3", "4", "5"]
    assert counts_of(out) == [6, 2, 0, 4]


def test_a_dry_run_counts_and_saves_nothing(tmp_path):
    path = write(tmp_path / "tin.jsonl", [row(1), row(2), row(2), row(3, body="")])
    out, _err, _good = run(path, dry=True)
    assert counts_of(out) == [4, 2, 1, 1]
    assert not Article.objects.exists()


def test_a_second_run_adds_only_what_is_new(tmp_path):
    run(write(tmp_path / "tin.jsonl", [row(1), row(2)]))
    out, _err, good = run(write(tmp_path / "tin.jsonl", [row(1), row(2), row(3)]))
    assert counts_of(out) == [3, 1, 2, 0]
    assert good and Article.objects.count() == 3


def test_people_are_only_proposed_where_asked_for(tmp_path):
    run(write(tmp_path / "a.jsonl", [row(1)]))
    assert not Person.objects.exists()
    run(write(tmp_path / "b.jsonl", [row(2)]), with_attendees=True)
    assert Attendance.objects.filter(printed_name="Lý Văn Đạt").exists()


def test_categories_are_matched_by_name_or_refused_by_name(tmp_path):
    known, other = make.category("Hoạt động"), make.category("Khác")
    _out, err, _good = run(write(tmp_path / "a.jsonl", [row(1, category="hoat dong"), row(2, category="Lạ")]))
    assert Edition.objects.get().category == known
    assert "Lạ" in err
    run(write(tmp_path / "a.jsonl", [row(2, category="Lạ")]), category="Khác")
    assert Edition.objects.order_by("pk").last().category == other


def test_photos_beside_the_export_come_along_and_no_other_file(tmp_path):
    folder = tmp_path / "xuat"
    (folder / "uploads").mkdir(parents=True)
    (folder / "uploads/a.jpg").write_bytes(word.picture(10))
    (folder / "b.jpg").write_bytes(word.picture(90))
    (tmp_path / "ngoai.jpg").write_bytes(word.picture(170))
    image = "<p><img src='https://cu.example.vn/uploads/a.jpg?w=300'></p><p><em>Toàn cảnh</em></p>"
    rows = [
        row(
            1,
            body=f"<p>{LEAD}</p>{image}<p>{THIRD}</p>",
            photos=[{"file": "b.jpg", "caption": "Ký kết", "credit": "An"}],
        )
    ]
    rows.append(row(2, photos=["../ngoai.jpg"]))
    _out, err, _good = run(write(folder / "tin.jsonl", rows))
    captions = Edition.objects.get().captions.select_related("photo")
    assert [(each.photo.original_name, each.text, each.credit) for each in captions] == [
        ("a.jpg", "Toàn cảnh", ""),
        ("b.jpg", "Ký kết (Ảnh: An)", "An"),
    ]
    assert "ngoai.jpg" in err


def test_old_addresses_are_written_beside_the_new_ones(tmp_path):
    table = tmp_path / "cu-moi.csv"
    path = write(tmp_path / "tin.jsonl", [row(1), row(2)])
    run(path, publish=True)
    run(path, publish=True, redirects=table)
    old = [line[0] for line in csv.reader(table.open(encoding="utf-8"))]
    assert old == [row(1)["url"], row(2)["url"]]
    assert "/tin-tuc/so-cong-thuong" in table.read_text()


def test_a_folder_of_saved_pages_is_a_batch_too(tmp_path):
    from tests.news.importing.test_web import LIFERAY, NUKEVIET

    (tmp_path / "a.html").write_text(NUKEVIET, encoding="utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/c.htm").write_text(LIFERAY.replace("Công Thương", "Tài chính"), encoding="utf-8")
    (tmp_path / "d.html").write_text("<html><body></body></html>", encoding="utf-8")
    out, err, _good = run(tmp_path, publish=True)
    assert counts_of(out) == [3, 2, 0, 1]
    assert "d.html" in err
    assert {article.published_at for article in Article.objects.all()} == {make.moment("2022-06-03 14:57")}


def test_markup_of_an_export_is_made_safe(tmp_path):
    body = (
        f"<p onclick=x()>{LEAD}</p><script>alert(1)</script><p>{THIRD} <a href='javascript:x()'>đây</a></p>"
    )
    run(write(tmp_path / "tin.jsonl", [row(1, body=body)]))
    text = Edition.objects.get().body
    assert THIRD in text
    assert "script" not in text and "onclick" not in text


def test_a_broken_array_keeps_what_stood_before_it(tmp_path):
    path = tmp_path / "tin.json"
    path.write_text(json.dumps([row(1), row(2)])[:-40], encoding="utf-8")
    _out, err, good = run(path)
    assert not good and "tin.json" in err
    assert Article.objects.count() == 1


@pytest.mark.process
def test_a_killed_run_is_completed_by_the_next_without_a_duplicate(tmp_path):
    total = 250
    path = write(tmp_path / "tin.jsonl", [row(n) for n in range(total)])
    (tmp_path / "var").mkdir()
    settings = {"VAR_DIR": str(tmp_path / "var"), "DATABASE_URL": "", "DEMO": "0", "HTTPS": "0"}
    environment = {name: value for name, value in (os.environ | settings).items() if value}

    def manage(*arguments):
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    prepared = manage("migrate", "--verbosity", "0")
    assert prepared.communicate()[0] == "" and prepared.returncode == 0
    first = manage("import_batch", str(path))
    first.stdout.readline()  # a hundred are in
    first.send_signal(signal.SIGKILL)
    first.communicate()
    [database] = (tmp_path / "var").rglob("*.sqlite3")

    def kept():
        with sqlite3.connect(database) as connection:
            return [
                connection.execute(f"select count(*) from news_{table}").fetchone()[0]
                for table in ("article", "edition", "save")
            ]

    articles, editions, saves = kept()
    assert 100 <= articles < total
    assert articles == editions == saves
    said = manage("import_batch", str(path)).communicate()[0]
    assert kept() == [total] * 3, said
