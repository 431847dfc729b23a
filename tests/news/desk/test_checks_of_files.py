"""What the checks before publishing say about attachments and films."""

import pytest

from news.desk import checks
from tests import make

pytestmark = pytest.mark.django_db
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def found(**lists) -> list[tuple[str, bool]]:
    findings = checks.findings(make.content(**lists))
    return [
        (row.place, row.is_blocking) for row in findings if row.place.startswith(("attachments", "videos"))
    ]


def video(**row) -> dict:
    blank = {"title": "Phim", "url": "", "file": None, "subtitles": None, "poster": None, "transcript": ""}
    return blank | {key: getattr(value, "pk", value) for key, value in row.items()}


def film(**facts):
    return make.stored_file(media_type="video/mp4", original_name="phim.mp4", facts=facts)


def test_comments_left_in_a_file_are_worth_a_look():
    file = make.stored_file(facts={"comments": 2, "names": ["Lê Văn C"]})
    document = make.content(attachments=[make.attachment(file, title="Kế hoạch")])
    told = [row.sentence for row in checks.findings(document) if row.place == "attachments.0.file"]
    assert len(told) == 2 and all("Kế hoạch" in sentence for sentence in told)
    assert checks.blocking(document) == []


def test_a_file_that_holds_nothing_more_passes():
    assert found(attachments=[make.attachment()]) == []


def test_a_scan_asks_for_its_text_until_the_text_stands_beside_it():
    scan = make.attachment(make.stored_file(is_scan=True), title="Kế hoạch số 5 (bản chụp)")
    text = make.attachment(make.stored_file(media_type=DOCX), title="KẾ HOẠCH SỐ 5 (bản chữ)")
    other = make.attachment(make.stored_file(media_type=DOCX), title="Phụ lục")
    assert found(attachments=[scan, other]) == [("attachments.0.file", False)]
    assert found(attachments=[scan, text]) == []


def test_a_film_with_sound_and_no_words_at_all_holds_publication_up():
    assert found(videos=[video(file=film(has_sound=True))]) == [("videos.0.transcript", True)]


def test_a_film_with_its_words_in_writing_still_lacks_subtitles():
    assert found(videos=[video(file=film(has_sound=True), transcript="Xin chào")]) == [
        ("videos.0.subtitles", False)
    ]


def test_a_silent_film_one_with_subtitles_and_a_link_need_nothing():
    subtitles = make.stored_file(media_type="text/vtt")
    silent, spoken = video(file=film()), video(file=film(has_sound=True), subtitles=subtitles)
    assert found(videos=[silent, spoken, video(url="https://vtv.vn/1")]) == []


def test_a_file_without_a_title_holds_publication_up():
    assert found(attachments=[make.attachment(title="")]) == [("attachments.0.title", True)]


def test_the_checks_ask_once_a_list(django_assert_num_queries):
    for count in (1, 9):
        document = make.content(
            attachments=[make.attachment(make.stored_file(is_scan=True)) for _ in range(count)],
            videos=[video(file=film(has_sound=True)) for _ in range(count)],
        )
        with django_assert_num_queries(3):
            list(checks.files.files_tell_nothing_more(document))
            list(checks.files.films_can_be_followed(document))
