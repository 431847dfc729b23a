"""`import_article`: from text files and pictures to drafts and published articles."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from news.models import Agency, Article, Decision, Edition, Person, Photo
from tests import make

pytestmark = pytest.mark.django_db

# A page of our own with the features of the source page: two sides, a unit with commas in its name, late speakers.
PAGE = (Path(__file__).parents[2] / "pages/lam-viec.txt").read_text(encoding="utf-8")


def write(folder: Path, name: str, text: str = PAGE) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def write_picture(folder: Path, name: str, shade: int = 90) -> Path:
    path = folder / name
    Image.new("RGB", (640, 420), (shade, 120, 140)).save(path, "JPEG")
    return path


def run(*arguments, **options):
    out, err = io.StringIO(), io.StringIO()
    call_command("import_article", *map(str, arguments), stdout=out, stderr=err, **options)
    return out.getvalue()


def counts():
    return [model.objects.count() for model in (Article, Edition, Person, Agency, Photo, Decision)]


def test_a_text_becomes_a_structured_draft(tmp_path):
    run(write(tmp_path, "tin.txt"))
    edition = Edition.objects.get()
    assert edition.state == "draft"
    assert edition.title == "Sở Công Thương tỉnh Trường Giang làm việc với Viện Năng lượng tái tạo"
    assert edition.lead.startswith("Ngày 01/6/2022, bà Đặng Thị Thu Hòa")
    assert str(edition.event_on) == "2022-06-01"
    assert edition.byline == "Viện Năng lượng tái tạo"
    sides = {row.side: [str(line) for line in row.attendances.all()] for row in edition.delegations.all()}
    assert sides == {
        "host": [
            "ông Lý Văn Đạt",
            "ông Cao Xuân Bách",
            "lãnh đạo một số đơn vị trực thuộc Sở",
            "bà Tạ Thị Minh",
        ],
        "guest": [
            "bà Đặng Thị Thu Hòa",
            "Văn phòng Viện",
            "Phòng Kế hoạch, Tài chính",
            "Trung tâm Thử nghiệm, Kiểm định và Tư vấn",
        ],
    }


def test_publishing_dates_the_article_as_its_page_does(tmp_path):
    run(write(tmp_path, "tin.txt"), publish=True)
    article = Article.objects.get()
    assert article.published_at == make.moment("2022-06-03 14:57")
    decision = Decision.objects.get(step="publish")
    assert decision.by is None
    assert decision.reason


def test_a_second_run_changes_nothing(tmp_path):
    path = write(tmp_path, "tin.txt")
    photo = write_picture(tmp_path, "a.jpg")
    run(path, photos=[photo], publish=True)
    before = counts()
    run(path, photos=[photo], publish=True)
    assert counts() == before


def test_the_same_source_with_other_line_ends_and_marks_is_the_same_article(tmp_path):
    import unicodedata

    run(write(tmp_path, "tin.txt"))
    run(write(tmp_path, "khac.txt", unicodedata.normalize("NFD", PAGE).replace("\n", "\r\n")))
    assert Article.objects.count() == 1


def test_photos_meet_their_captions_in_order(tmp_path):
    photos = [write_picture(tmp_path, f"{name}.jpg", shade) for name, shade in (("b", 10), ("a", 200))]
    run(write(tmp_path, "tin.txt"), photos=photos)
    captions = Edition.objects.get().captions.select_related("photo")
    assert [(row.photo.original_name, row.text) for row in captions] == [
        ("b.jpg", "Viện trưởng Đặng Thị Thu Hòa phát biểu tại buổi làm việc"),
        ("a.jpg", "Toàn cảnh buổi làm việc"),
    ]


def test_a_caption_without_a_photo_stays_in_the_text(tmp_path):
    run(write(tmp_path, "tin.txt"))
    assert "Toàn cảnh buổi làm việc" in Edition.objects.get().body


def test_a_folder_gives_each_text_the_pictures_of_its_stem(tmp_path):
    write(tmp_path, "hop.txt")
    write(tmp_path, "ky-ket.txt", PAGE.replace("Viện Năng lượng tái tạo", "Viện Cơ khí"))
    for number, name in enumerate(["hop-2.jpg", "hop-10.jpg", "ky-ket.jpg", "la.jpg"]):
        write_picture(tmp_path, name, number * 40)
    run(tmp_path)
    pictures = {
        edition.title: [row.photo.original_name for row in edition.captions.all()]
        for edition in Edition.objects.all()
    }
    assert sorted(pictures.values()) == [["hop-2.jpg", "hop-10.jpg"], ["ky-ket.jpg"]]


def test_a_lone_text_of_a_folder_takes_all_pictures(tmp_path):
    write(tmp_path, "tin.txt")
    for number, name in enumerate(["IMG_10.jpg", "IMG_9.jpg"]):
        write_picture(tmp_path, name, number * 40)
    run(tmp_path)
    assert [row.photo.original_name for row in Edition.objects.get().captions.all()] == [
        "IMG_9.jpg",
        "IMG_10.jpg",
    ]


def test_known_people_and_agencies_are_found_again(tmp_path):
    body = make.agency("Sở Công thương tỉnh Trường Giang")
    person = make.person("Đặng Thị Thu Hoà")  # the other place of the tone mark
    run(write(tmp_path, "tin.txt"))
    assert Person.objects.filter(folded="dang thi thu hoa").get() == person
    assert Agency.objects.filter(folded="so cong thuong tinh truong giang").get() == body


def test_another_tone_is_another_person(tmp_path):
    make.person("Lý Văn Dạt")
    make.person("Lý Văn Đát")
    run(write(tmp_path, "tin.txt"))
    assert Person.objects.get(full_name="Lý Văn Đạt")


def test_what_an_import_proposes_waits_to_be_confirmed(tmp_path):
    run(write(tmp_path, "tin.txt"))
    assert not Person.objects.filter(is_confirmed=True).exists()


def test_the_draft_belongs_to_the_named_account(tmp_path):
    writer = make.user("writer")
    run(write(tmp_path, "tin.txt"), by=writer.username)
    assert Article.objects.get().created_by == writer


def test_an_unknown_account_is_refused(tmp_path):
    with pytest.raises(CommandError, match="khong-co"):
        run(write(tmp_path, "tin.txt"), by="khong-co")
    assert not Article.objects.exists()


def test_one_bad_photo_refuses_the_whole_article(tmp_path):
    broken = tmp_path / "hong.jpg"
    broken.write_bytes(b"\xff\xd8\xff but no picture")
    before = counts()
    with pytest.raises(CommandError):
        run(write(tmp_path, "tin.txt"), photos=[broken])
    assert counts() == before


def test_one_bad_text_does_not_keep_the_others_out(tmp_path):
    empty = tmp_path / "rong.txt"
    empty.touch()
    with pytest.raises(CommandError):
        run(empty, write(tmp_path, "tin.txt"))
    assert Article.objects.count() == 1


def test_photos_for_several_texts_are_refused(tmp_path):
    first, second = write(tmp_path, "a.txt"), write(tmp_path, "b.txt", PAGE + "x")
    with pytest.raises(CommandError):
        run(first, second, photos=[write_picture(tmp_path, "p.jpg")])
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rong.txt", b""),
        ("trang.txt", b"  \n\t\n"),
        ("nhieu.txt", bytes(range(256)) * 8),
        ("cu.txt", "Cục trưởng Cục Sở hữu trí tuệ".encode().decode("utf-8").encode("utf-16-le")[1:]),
        ("nhat.txt", "会議は火曜日に開かれました。".encode("shift_jis") * 9),
        ("trang.html", b"<html><body><script>alert(1)</script></body></html>"),
        ("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900)),
        ("ban-in.pdf", b"%PDF-1.7 no text"),
        ("ghi.rtf", b"{\\rtf1 Tin}"),
        ("anh.jpg", b"\xff\xd8\xff\xe0 picture"),
    ],
)
@pytest.mark.parametrize("command", ["import_article", "extract_article"])
def test_what_is_no_text_is_refused_by_name_with_what_to_do(tmp_path, command, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    err = io.StringIO()
    with pytest.raises(CommandError):
        call_command(command, str(path), stdout=io.StringIO(), stderr=err)
    assert name in err.getvalue()
    assert not Article.objects.exists()


def test_a_file_over_the_limit_is_refused(tmp_path, settings):
    settings.IMPORT_MAX_MB = 0.0001
    err = io.StringIO()
    with pytest.raises(CommandError):
        call_command("import_article", str(write(tmp_path, "to.txt")), stderr=err)
    assert "IMPORT_MAX_MB" in err.getvalue()


def test_a_title_with_markup_is_text_and_nothing_else(tmp_path, client):
    run(write(tmp_path, "x.txt", PAGE.replace("Hai bên", "<b onclick=alert(1)>Hai bên</b>")), publish=True)
    body = Edition.objects.get().body
    assert "&lt;b onclick" in body
    assert "<b " not in body


PAGE_WITH_SCRIPTS = (
    "<html><body><h1>Sở Công Thương làm việc với huyện Sông Vĩnh</h1><p>Ngày 13/5/2022, hai bên trao đổi.</p>"
    "<script>alert(1)</script><p>Hai bên thống nhất ký kết.</p></body></html>"
)


@pytest.mark.parametrize("command", ["import_article", "extract_article"])
@pytest.mark.parametrize(
    "html",
    [PAGE_WITH_SCRIPTS, PAGE_WITH_SCRIPTS.replace("<script>alert(1)</script>", "<p onclick=x()>x</p>")],
)
def test_a_page_with_scripts_is_refused_by_name_until_its_text_alone_is_asked_for(tmp_path, command, html):
    path = write(tmp_path, "trang.html", html)
    err = io.StringIO()
    with pytest.raises(CommandError):
        call_command(command, str(path), stdout=io.StringIO(), stderr=err)
    assert "trang.html" in err.getvalue() and "--drop-scripts" in err.getvalue()
    assert not Article.objects.exists()
    call_command(command, str(path), drop_scripts=True, stdout=io.StringIO(), stderr=err)


def test_the_text_of_a_page_is_taken_without_its_scripts(tmp_path):
    run(write(tmp_path, "trang.html", PAGE_WITH_SCRIPTS), drop_scripts=True)
    assert "alert" not in Edition.objects.get().body
