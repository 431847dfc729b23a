"""What an editor gets from a pasted page."""

import unicodedata

import pytest

from news.extraction import extract, to_dict
from tests.news.extraction import pages


def people(text):
    return {person["name"]: person for person in to_dict(extract(text))["attendees"]}


def units(text):
    return [unit["name"] for unit in to_dict(extract(text))["attending_units"]]


def agencies(text):
    return {agency["name"]: agency["abbreviation"] for agency in to_dict(extract(text))["agencies"]}


def test_a_meeting_page_is_read_whole():
    found = to_dict(extract(pages.MEETING))
    assert found["kind"] == "meeting"
    assert found["published_at"] == "2021-09-08T14:57"
    assert found["event_on"] == "2021-09-06"
    assert found["title"] == "Cục Bản quyền bản đồ làm việc với Sở Bản đồ và Viễn thám thành phố Lạc Châu"
    assert found["lead"].startswith("Ngày 6/9/2021, bà Kiều Lam Thảo") and found["lead"].endswith(
        "thời gian tới."
    )
    assert found["byline"] == "Cục Bản quyền bản đồ"
    assert found["photo_captions"] == [
        "Cục trưởng Kiều Lam Thảo phát biểu tại buổi làm việc",
        "Toàn cảnh buổi làm việc (Ảnh: Hà Vy)",
    ]


def test_each_attendee_has_office_body_and_side():
    found = people(pages.MEETING)
    assert list(found) == ["Kiều Lam Thảo", "Tạ Duy Khôi", "Vừ Thị Máy", "Nông Ái Liên"]
    assert found["Kiều Lam Thảo"] == {
        "honorific": "bà",
        "name": "Kiều Lam Thảo",
        "role": "Cục trưởng Cục Bản quyền bản đồ (BQBĐ)",
        "organization": "Cục Bản quyền bản đồ",
        "side": "guest",
    }
    assert found["Tạ Duy Khôi"]["role"] == "Giám đốc Sở"
    assert found["Tạ Duy Khôi"]["organization"] == "Sở Bản đồ và Viễn thám thành phố Lạc Châu"
    assert found["Tạ Duy Khôi"]["side"] == "host"


def test_a_speaker_named_only_deep_in_the_body_is_found():
    speaker = people(pages.MEETING)["Nông Ái Liên"]
    assert speaker["role"] == "Trưởng phòng Đo đạc chuyên ngành"
    spoken = {person.value: person.spoken for person in extract(pages.MEETING).attendees}
    assert spoken["Nông Ái Liên"].value.startswith("Bà Nông Ái Liên, Trưởng phòng")
    assert spoken["Vừ Thị Máy"] is None


def test_commas_inside_a_units_name_do_not_split_it():
    assert units(pages.MEETING) == [
        "lãnh đạo một số đơn vị trực thuộc Sở",
        "Phòng Chính sách và Thanh tra",
        "Văn phòng Cục",
        "Trung tâm Lưu trữ, Tra cứu và Phát hành, Dịch vụ bản đồ",
    ]


def test_the_long_name_and_its_abbreviation_are_one_agency():
    found = agencies(pages.MEETING)
    assert found["Sở Bản đồ và Viễn thám thành phố Lạc Châu"] == "BĐ&VT"
    assert found["Cục Bản quyền bản đồ"] == "BQBĐ"
    assert "Sở BĐ&VT" not in found and "Cục BQBĐ" not in found


def test_the_dead_are_not_attendees():
    assert "Phan Cự Lẫm" not in people(pages.MEETING)


@pytest.mark.parametrize("form", ["NFD", "NFC"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_change_nothing(form, newline):
    text = unicodedata.normalize(form, pages.MEETING).replace("\n", newline)
    assert to_dict(extract(text)) == to_dict(extract(pages.MEETING))


@pytest.mark.parametrize("page", [pages.MEETING, pages.LISTED, pages.SIGNING, pages.NOTICE, pages.ENGLISH])
def test_every_finding_quotes_the_source(page):
    text = unicodedata.normalize("NFD", page).replace("\n", "\r\n")
    plain = {"published_at", "event_on"}
    for finding in extract(text).every():
        quoted = " ".join(unicodedata.normalize("NFC", text[finding.start : finding.end]).split())
        assert quoted and finding.reason
        if type(finding).__name__ == "Agency":
            assert quoted.startswith(finding.value.split()[0])
        elif type(finding).__name__ != "Moment" and type(finding).__name__ not in plain:
            assert quoted == " ".join(finding.value.split())


def test_a_list_of_attendees_is_read_line_by_line():
    found = people(pages.LISTED)
    assert set(found) == {"Lò A Chải", "Phùng Mùi Say", "Giàng Seo Dín", "Đặng Thị Mến"}
    assert found["Phùng Mùi Say"]["role"] == "Hạt trưởng Hạt Kiểm lâm Nà Phiêng"
    assert units(pages.LISTED) == ["Hội Nông dân huyện", "Huyện đoàn"]


def test_an_office_shared_by_several_places_is_completed_for_each_person():
    found = people(pages.LISTED)
    assert found["Giàng Seo Dín"]["role"] == "Phó Chủ tịch UBND xã Bản Lùng"
    assert found["Đặng Thị Mến"]["role"] == "Phó Chủ tịch UBND xã Tà Khoang"


def test_a_day_without_a_year_lies_before_the_posting_day():
    found = to_dict(extract(pages.LISTED))
    assert (found["published_at"], found["event_on"]) == ("2023-01-03T09:40", "2022-12-28")


def test_somebody_only_thanked_was_not_there():
    assert "Trịnh Đình Bão" not in people(pages.LISTED)


def test_other_news_below_the_article_is_left_out():
    found = extract(pages.LISTED)
    assert found.byline.value == "Tin, ảnh: Mùa Say"
    assert all("Hội nghị khác" not in paragraph.value for paragraph in found.paragraphs)


def test_words_of_address_can_be_surnames():
    found = people(pages.SIGNING)
    assert found["Ông Quý Bửu"]["honorific"] == "PGS.TS."
    assert found["Phó Đức Thuần"]["role"] == "Viện trưởng"


def test_a_shared_office_is_given_to_each_name():
    found = people(pages.SIGNING)
    assert found["Cồ Minh Tuệ"]["role"] == found["Bá Thị Sương"]["role"] == "Phó Hiệu trưởng"


def test_the_absent_one_is_out_and_the_one_sent_is_in():
    found = people(pages.SIGNING)
    assert "Đỗ Khắc Uy" not in found
    assert "Lãnh Thị Cúc" in found


def test_units_under_one_head_word_come_one_by_one():
    assert units(pages.SIGNING) == ["Hóa men", "Lò nung"]


def test_a_document_has_no_lead_no_attendees_and_no_byline():
    found = to_dict(extract(pages.NOTICE))
    assert found["kind"] == "notice"
    assert found["title"] == "V/v tạm dừng cấp giấy phép qua mạng"
    assert found["published_at"] == "2022-03-07"
    assert (found["lead"], found["byline"], found["event_on"], found["attendees"]) == (None, None, None, [])


def test_an_english_page_is_read_too():
    found = to_dict(extract(pages.ENGLISH))
    assert (found["kind"], found["published_at"], found["event_on"]) == (
        "meeting_en",
        "2023-03-04T14:45",
        "2023-03-02",
    )
    names = {person["name"]: person for person in found["attendees"]}
    assert set(names) == {"Dinh Hoai An", "Alden Forsberg", "Luu Van Kha", "Petra Lindahl"}
    assert names["Dinh Hoai An"]["role"] == "Deputy Director General of the Department of River Charts (DRC)"
    assert names["Alden Forsberg"]["organization"] == "Norwick Map Trust"
    assert [unit["name"] for unit in found["attending_units"]] == [
        "Legal Division",
        "Office of the Department",
    ]


def test_a_draft_gets_paragraphs_captions_and_side_headings_in_place():
    found = extract(pages.MEETING)
    assert found.paragraphs[0].is_lead and len(found.paragraphs) == 5
    assert [caption.after_paragraph for caption in found.captions] == [4, 4]
    assert found.captions[1].credit == "Hà Vy"
    assert found.photo_heading.value.startswith("Một số hình ảnh")
    assert [side.value for side in found.delegations] == [
        "về phía Sở BĐ&VT thành phố Lạc Châu",
        "Về phía Cục BQBĐ",
    ]
