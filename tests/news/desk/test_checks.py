"""Each check before publishing: what it points out, and what it leaves alone."""

import pytest

from news.desk import checks, document, workflow
from news.desk.checks import people, secrets, words
from tests import make

pytestmark = pytest.mark.django_db


def found(check, **changes) -> list[tuple[str, str]]:
    """(place, sentence) of one check's findings."""
    document = make.content(**changes)
    for caption in document["captions"]:
        caption.setdefault("people", [])
    return [(finding.place, finding.sentence) for finding in check(document)]


def attendees(*names, **keys):
    lines = [make.attendee(make.person(name), **keys) for name in names]
    for line in lines:
        line.setdefault("title", "")
    return [make.delegation(*lines)]


def test_every_check_is_in_the_list_and_a_sound_article_passes_them_all():
    who = make.person("Lê Thị Hạnh")
    whole = make.content(
        title="Bà Lê Thị Hạnh làm việc với xã Bình An",
        lead="Sáng nay hai bên gặp nhau.",
        delegations=[make.delegation(make.attendee(who, title="Giám đốc Sở"))],
    )
    from news.desk.document import sound

    assert checks.findings(sound(whole)) == []
    assert len(checks.CHECKS) == len(set(checks.CHECKS)) >= 21


# --- people ---------------------------------------------------------------------------------------------------------


def test_a_name_in_the_title_or_a_caption_that_did_not_take_part_is_pointed_out():
    caption = make.caption(text="Bà Trần Thị Lan phát biểu")
    rows = found(
        people.named_people_took_part, title="Ông Đinh Hữu Phí thăm xã", captions=[caption],
        delegations=attendees("Lê Thị Hạnh"),
    )  # fmt: skip
    assert [place for place, _ in rows] == ["title", "captions.0.text"]
    assert "Đinh Hữu Phí" in rows[0][1] and "Trần Thị Lan" in rows[1][1]


@pytest.mark.parametrize(
    "title",
    [
        "Bà Lê Thị Hạnh làm việc với xã",
        "Bà Thị Hạnh phát biểu",
        "Khảo sát đường Nguyễn Văn Linh",
        "Trường THPT Nguyễn Thị Minh Khai khai giảng",
        "Đoàn Thái Nguyên thăm Lâm Đồng",
        "Văn phòng Sở họp giao ban",
    ],
)
def test_attendees_streets_and_places_are_left_alone(title):
    assert found(people.named_people_took_part, title=title, delegations=attendees("Lê Thị Hạnh")) == []


def test_an_article_without_attendees_is_not_asked_who_took_part():
    assert found(people.named_people_took_part, title="Chúc mừng ông Đinh Hữu Phí") == []


def test_a_person_marked_in_the_caption_counts():
    who = make.person("Trần Thị Lan")
    caption = make.caption(text="Bà Trần Thị Lan phát biểu", people=[who.pk])
    assert (
        found(people.named_people_took_part, captions=[caption], delegations=attendees("Lê Thị Hạnh")) == []
    )


def test_two_spellings_of_one_name_are_pointed_out_once():
    body = "<p>Bà Lê Thị Hành phát biểu. Bà Lê Thị Hành kết luận.</p>"
    [(place, sentence)] = found(
        people.names_are_spelt_one_way, body=body, delegations=attendees("Lê Thị Hạnh")
    )
    assert place == "body" and "Lê Thị Hạnh" in sentence and "Lê Thị Hành" in sentence


def test_one_spelling_and_different_people_are_left_alone():
    body = "<p>Bà Lê Thị Hạnh và ông Đinh Hữu Phí.</p>"
    assert (
        found(people.names_are_spelt_one_way, body=body, delegations=attendees("Lê Thị Hạnh", "Đinh Hữu Phí"))
        == []
    )


def hanh(title: str, **columns):
    """Bà Lê Thị Hạnh, printed as `title`, with an appointment as Giám đốc Sở since 2 April 2022."""
    who = make.person("Lê Thị Hạnh")
    make.appointment(person=who, title="Giám đốc Sở", **{"from_on": "2022-04-02"} | columns)
    return [make.delegation(make.attendee(who, honorific="bà", title=title))]


def test_a_title_that_the_register_knows_otherwise_is_pointed_out_with_both_and_the_day():
    rows = found(
        people.titles_are_those_held_that_day, delegations=hanh("Phó Giám đốc Sở"), event_on="2022-05-17"
    )
    assert rows == [
        (
            "delegations.0.attendances.0.title",
            "Nên xem lại chức vụ: bài ghi bà Lê Thị Hạnh là “Phó Giám đốc Sở”, còn hồ sơ ghi “Giám đốc Sở” từ 02/04/2022.",
        )
    ]


@pytest.mark.parametrize(
    "title", ["Giám đốc Sở", "Giám đốc", "GIÁM ĐỐC SỞ", "Giám đốc Sở Nội vụ", "Tỉnh ủy viên, Giám đốc Sở", ""]
)
def test_a_title_that_agrees_is_left_alone(title):
    assert found(people.titles_are_those_held_that_day, delegations=hanh(title), event_on="2022-05-17") == []


@pytest.mark.parametrize(("english", "count"), [("", 0), ("Director", 0), ("Deputy Director", 1)])
def test_an_english_title_is_compared_with_the_english_one(english, count):
    lines = hanh("Director of the Department", title_en=english)
    assert (
        len(found(people.titles_are_those_held_that_day, delegations=lines, event_on="2022-05-17")) == count
    )


@pytest.mark.parametrize("columns", [{"from_on": "2022-06-01"}, {"until_on": "2022-05-01"}])
def test_an_appointment_of_another_time_says_nothing_about_that_day(columns):
    lines = hanh("Phó Giám đốc Sở", **columns)
    assert found(people.titles_are_those_held_that_day, delegations=lines, event_on="2022-05-17") == []


def test_titles_of_many_people_are_asked_for_once(django_assert_num_queries):
    document = make.content(
        delegations=attendees(*(f"Nguyễn Văn {letter}" for letter in "ABCDEFGH"), title="Trưởng phòng")
    )
    with django_assert_num_queries(1):
        list(people.titles_are_those_held_that_day(document))


@pytest.mark.parametrize(("kind", "count"), [("meeting", 1), ("notice", 0), ("recruitment", 0)])
def test_a_meeting_to_come_is_pointed_out_and_a_notice_of_it_is_not(kind, count, time_machine):
    time_machine.move_to(make.moment("2022-05-16 23:00"))
    assert len(found(people.the_event_is_not_to_come, kind=kind, event_on="2022-05-17")) == count
    assert found(people.the_event_is_not_to_come, kind=kind, event_on="2022-05-16") == []


# --- what must not slip out -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body", ["<p>MẬT</p><p>Nội dung</p>", "<p>Công văn (TỐI MẬT) số 5</p>", "<p>Độ mật: Mật</p>"]
)
def test_a_stamp_of_secrecy_stands_against_publishing(body):
    assert [place for place, _ in found(secrets.no_stamp_of_secrecy, body=body)] == ["body"]
    assert any(finding.is_blocking for finding in secrets.no_stamp_of_secrecy(make.content(body=body)))


@pytest.mark.parametrize(
    "body",
    [
        "<p>Tập huấn bảo vệ bí mật nhà nước</p>",
        "<p>HỘI NGHỊ VỀ BẢO MẬT</p>",
        "<p>Mật ong rừng</p>",
        "<p>(mật ong)</p>",
    ],
)
def test_secrecy_as_a_subject_is_left_alone(body):
    assert found(secrets.no_stamp_of_secrecy, body=body) == []


def test_a_draft_among_the_attachments_is_pointed_out():
    file = make.attachment(title="DỰ THẢO Kế hoạch 2026", name="ke-hoach.pdf")
    assert [place for place, _ in found(secrets.no_draft_of_a_document, attachments=[file])] == [
        "attachments.0.title"
    ]
    assert found(secrets.no_draft_of_a_document, body="<p>Góp ý dự thảo kế hoạch</p>") == []


def test_an_identity_number_stands_against_publishing_and_is_not_spelt_out():
    finding = next(secrets.no_numbers_of_persons(make.content(body="<p>CCCD số 048 089 001 234</p>")))
    assert finding.is_blocking and finding.place == "body"
    assert "048089001234" not in finding.sentence.replace(" ", "") and "048…234" in finding.sentence


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mã 048089001234 của bà Lan", 1),
        ("Liên hệ 0905 123 456", 1),
        ("Liên hệ +84 905.123.456", 1),
        ("Tổng đài 1900 1234, điện thoại (0236) 3822 123", 0),
        ("Kinh phí 1.048.089.001.234 đồng", 0),
        ("Quyết định số 1234/QĐ-UBND ngày 17/05/2022", 0),
        ("Mã số thuế 0401234567-001", 0),
    ],
)
def test_numbers_of_persons_are_pointed_out_and_other_numbers_are_not(text, count):
    assert len(found(secrets.no_numbers_of_persons, body=f"<p>{text}</p>")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Bà Lan, thường trú tại số nhà 12 đường Lê Lợi", 1),
        ("Ông An ngụ tại tổ 5, ấp Bình Hòa", 1),
        ("Cơ quan thường trú Báo Nhân dân", 0),
        ("Ủy viên Thường trực Hội đồng nhân dân xã", 0),
        ("Trụ sở tại số 24 đường Trần Phú", 0),
    ],
)
def test_home_addresses_are_pointed_out_and_offices_are_not(text, count):
    assert len(found(secrets.no_home_addresses, body=f"<p>{text}</p>")) == count


def test_a_secret_in_a_caption_leads_to_its_photo():
    rows = found(
        secrets.no_numbers_of_persons, captions=[make.caption(), make.caption(text="Gọi 0905123456")]
    )
    assert [place for place, _ in rows] == ["captions.1.text"]


# --- words ------------------------------------------------------------------------------------------------------------


def test_abbreviations_that_nobody_explains_are_listed_in_one_line():
    make.glossary_entry("SHTT", "sở hữu trí tuệ")
    make.agency("Ủy ban nhân dân", abbreviation="UBND")
    body = "<p>UBND và SHTT bàn về OCOP, KH&amp;CN và VNeID.</p>"
    [(place, sentence)] = found(words.abbreviations_are_explained, body=body)
    assert place == "body" and sentence.endswith("OCOP, KH&CN, VNeID.")


@pytest.mark.parametrize(
    "text",
    [
        "Chương trình mỗi xã một sản phẩm (OCOP) và OCOP tỉnh",
        "OCOP (mỗi xã một sản phẩm) năm nay",
        "Đại hội lần thứ XIV, quý II, PGS.TS Nguyễn Văn A",
        "HỘI NGHỊ TỔNG KẾT NĂM",
        "Trị giá 5 triệu USD",
        "Công văn 123",
    ],
)
def test_explained_and_common_abbreviations_numerals_and_capitals_are_left_alone(text):
    assert found(words.abbreviations_are_explained, body=f"<p>{text}</p>") == []


def test_an_abbreviation_given_in_the_articles_own_agencies_is_known():
    agency = make.agency("Trung tâm Đổi mới")
    own = [{"agency": agency.pk, "name": agency.name, "abbreviation": "TTĐM"}]
    assert found(words.abbreviations_are_explained, body="<p>TTĐM họp</p>", agencies=own) == []


def test_a_broken_own_link_is_pointed_out_and_others_are_left_alone():
    from news.desk.checks import links

    live = make.published()
    good = f"/tin-tuc/{live.last_release.slug}-{live.number}/"
    body = f'<p><a href="/trang/khong-co/">a</a> <a href="{good}">b</a> <a href="https://khac.vn/x">c</a></p>'
    [(place, sentence)] = found(links.own_links_lead_somewhere, body=body)
    assert place == "body" and "/trang/khong-co/" in sentence


def sentences(article, **about) -> list[str]:
    content = document.read(article.open_edition)
    return [row.sentence for row in checks.findings(content, article, **about) if row.place == "event_on"]


def test_the_day_of_the_event_is_compared_with_the_printed_day_of_publication_in_a_correction():
    imported = make.published(kind="meeting", event_on="2022-05-18", at="2022-05-17 23:30")
    article = workflow.correct(imported, by=None)
    assert sentences(article) == ["Ngày diễn ra 18/05/2022 muộn hơn ngày đăng 17/05/2022."]
    same_day = workflow.correct(
        make.published(kind="meeting", event_on="2022-05-17", at="2022-05-17 00:10"), by=None
    )
    assert sentences(same_day) == []


def test_the_day_of_the_event_is_compared_with_the_moment_for_which_publication_is_set(time_machine):
    time_machine.move_to(make.moment("2022-05-15 08:00"))
    article = make.draft(kind="meeting", event_on="2022-05-17")
    day = make.moment("2022-05-17 06:00").date()
    assert len(sentences(article)) == 1 and sentences(article, published_on=day) == []
    assert len(sentences(article, published_on=day.replace(day=16))) == 1
