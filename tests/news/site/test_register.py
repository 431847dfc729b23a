"""The register as readers ask it: a form without scripts, names chosen where they are ambiguous, and an answer under its months."""

import datetime
import re

import pytest

from tests import make

pytestmark = pytest.mark.django_db
REGISTER = "/ai-gap-ai/"


def on(day: int, month: int = 5, year: int = 2022) -> datetime.date:
    return datetime.date(year, month, day)


def met(*people, title="Cuộc họp", guest=None, **changes):
    sides = [
        make.delegation(*(make.attendee(row, title="Giám đốc Sở") for row in people), heading="Về phía Sở"),
        make.delegation(agency=guest, side="guest", heading="Về phía Cục"),
    ]
    return make.published(title=title, **({"delegations": sides, "event_on": on(13)} | changes))


def ask(client, path=REGISTER, **words) -> str:
    answer = client.get(path, words)
    assert answer.status_code == 200
    return answer.content.decode()


def titles(html: str) -> list[str]:
    return re.findall(r'class="rows__title"><a[^>]*>(.*?)</a>', html)


@pytest.fixture
def person():
    return make.person("Lê Thị Hạnh")


@pytest.fixture
def bureau():
    return make.agency("Cục Sở hữu trí tuệ", abbreviation="SHTT")


def test_the_page_shows_the_latest_meetings_before_anything_is_asked(client, person, bureau):
    met(person, title="Trước", event_on=on(1))
    met(person, title="Sau", event_on=on(2))
    make.published(title="Tin thường")
    assert titles(ask(client)) == ["Sau", "Trước"]


def test_an_empty_site_has_an_empty_register(client):
    assert "Chưa có tin nào về các cuộc làm việc." in ask(client)


def test_who_met_whom_is_asked_from_either_side_without_marks(client, person, bureau):
    met(person, guest=bureau, title="Gặp nhau")
    met(person, title="Gặp người khác")
    assert titles(ask(client, ai="le thi hanh", gap="shtt")) == ["Gặp nhau"]
    assert titles(ask(client, ai="Cục Sở hữu trí tuệ", gap="hạnh")) == ["Gặp nhau"]


def test_the_answer_says_side_title_of_that_day_and_month(client, person, bureau):
    met(person, guest=bureau)
    html = ask(client, ai="Lê Thị Hạnh")
    assert ">Tháng 5/2022<" in html
    assert "Về phía Sở" in html
    assert "<strong>Ông Lê Thị Hạnh</strong>, Giám đốc Sở" in html
    assert f'<a class="meeting__side" href="/co-quan/cuc-so-huu-tri-tue-{bureau.pk}/">Về phía Cục</a>' in html


def test_namesakes_are_offered_for_choice_and_the_choice_is_kept(client, person):
    twin = make.person("Lê Thị Hạnh", note="quê Bến Tre")
    met(person, title="Của người này")
    met(twin, title="Của người kia")
    html = ask(client, ai="Lê Thị Hạnh")
    assert "Có nhiều tên như vậy. Bạn muốn tìm ai?" in html
    assert "quê Bến Tre" in html
    assert f'name="ai-chon" value="p{twin.pk}"' in html
    assert titles(html) == []
    chosen = ask(client, **{"ai": "hạnh", "ai-chon": f"p{twin.pk}"})
    assert titles(chosen) == ["Của người kia"]
    assert f'<input type="hidden" name="ai-la" value="p{twin.pk}">' in chosen


def test_words_typed_anew_stand_over_a_choice_made_before(client, person, bureau):
    met(person, title="Của Hạnh")
    met(guest=bureau, title="Của Cục")
    for word in ("ai-la", "ai-chon"):
        asked = {"ai": "Cục Sở hữu trí tuệ", word: f"p{person.pk}"}
        assert titles(ask(client, **asked)) == ["Của Cục"]
    # Part of the name of whoever was found before is a new search.
    met(make.person("Lê Văn An"))
    assert "Bạn muốn tìm ai?" in ask(client, **{"ai": "Lê", "ai-la": f"p{person.pk}"})


def test_a_name_that_nobody_has_is_said_beside_its_field(client, person):
    met(person)
    html = ask(client, ai="Không Có Ai")
    assert re.search(r'value="Không Có Ai"[^>]*aria-describedby="ai-said" aria-invalid="true"', html)
    assert 'id="ai-said">Không có ai mang tên đó' in html
    assert titles(html) == []


def test_two_who_never_met_have_an_answer_too(client, person, bureau):
    met(person)
    met(guest=bureau)
    assert "Không có cuộc làm việc nào" in ask(client, ai="Lê Thị Hạnh", gap="SHTT")


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ({"tu": "2022-05-02"}, ["3", "2"]),
        ({"den": "02/05/2022"}, ["2", "1"]),
        ({"tu": "2022-05-02", "den": "2022-05-02"}, ["2"]),
        ({"tu": "2023-01-01"}, []),
    ],
)
def test_a_span_of_days_includes_its_ends(client, person, days, found):
    for day in (1, 2, 3):
        met(person, title=str(day), event_on=on(day))
    assert titles(ask(client, **days)) == titles(ask(client, ai="hạnh", **days)) == found


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"tu": "hôm qua"}, "Hãy viết ngày theo mẫu 17/05/2022."),
        ({"tu": "2022-13-01"}, "Hãy viết ngày theo mẫu 17/05/2022."),
        ({"den": "0001-01-01"}, "Hãy viết ngày theo mẫu 17/05/2022."),
        ({"tu": "2022-05-02", "den": "2022-05-01"}, "Ngày cuối đứng trước ngày đầu."),
    ],
)
def test_a_day_that_cannot_be_read_is_said_beside_its_field(client, person, days, said):
    met(person)
    html = ask(client, **days)
    assert said in html
    assert titles(html) == []


def test_a_long_answer_is_leafed_through_and_keeps_the_question(client, person):
    for number in range(45):
        met(person, title=f"{number:02}", event_on=None if number % 5 == 0 else on(1 + number // 5),
            at=f"2022-05-{1 + number // 5:02} {number % 5 + 8:02}:00")  # fmt: skip
    address, seen = f"{REGISTER}?ai=hạnh&tu=2022-05-01", []
    while address:
        html = client.get(address).content.decode()
        seen.append(titles(html))
        older = re.search(r'rel="next" href="([^"]+)"', html)
        address = older and older[1].replace("&amp;", "&")
        assert not older or f"ai-la=p{person.pk}&" in address
        assert not older or "tu=2022-05-01" in address
    assert [len(page) for page in seen] == [20, 20, 5]
    assert len({title for page in seen for title in page}) == 45


def test_answers_are_no_pages_for_search_engines_and_the_register_is(client, person):
    met(person)
    assert "noindex" not in ask(client)
    assert 'hreflang="en" href="http://testserver/en/who-met-whom/"' in ask(client)
    html = ask(client, ai="hạnh")
    assert '<meta name="robots" content="noindex, follow">' in html
    assert f'rel="canonical" href="http://testserver/ai-gap-ai/?ai-la=p{person.pk}"' in html


def test_the_english_register_asks_in_english(client, person):
    met(person, title="Meeting", language="en")
    html = ask(client, "/en/who-met-whom/", who="hanh", **{"from": "2022-05-01"})
    assert titles(html) == ["Meeting"]
    assert ">May 2022<" in html


@pytest.mark.parametrize(
    "words",
    [
        {"ai": "<script>alert(1)</script>"},
        {"ai": "x" * 5000},
        {"ai": "%_\\'\""},
        {"ai-la": "p99999999999999999999"},
        {"ai": "\x00"},
        {"gap-la": "<b>"},
        {"tu": "٢٠٢٢-٠٥-٠١"},
    ],
)
def test_strange_words_are_only_words(client, person, words):
    met(person)
    html = ask(client, **words)
    assert "<script>alert" not in html
    assert "<b>" not in html


@pytest.mark.parametrize("place", ["x", "1-", "253402300799999999-1", "-9" * 9, "9" * 18 + "-1"])
def test_a_place_that_is_none_is_not_found(client, person, place):
    met(person)
    assert client.get(REGISTER, {"truoc": place}).status_code == 404


def test_a_full_page_is_light(client, bureau):
    for _number in range(20):
        met(
            *(make.person() for _line in range(12)),
            guest=bureau,
            title="Một tiêu đề dài như vẫn thấy trên báo " * 3,
        )
    html = ask(client, ai="SHTT")
    assert len(titles(html)) == 20
    assert len(html.encode()) < 60_000


@pytest.mark.parametrize("words", [{}, {"ai": "hạnh"}, {"ai": "hạnh", "gap": "shtt", "tu": "2022-01-01"}])
def test_a_full_page_asks_the_database_as_little_as_one_meeting(
    client, person, bureau, words, django_assert_num_queries
):
    make.site_settings()
    met(person, guest=bureau)
    # Site and menu, two lists and their rows, sides; two for each name, one for an agency's units.
    expected = 4 + bool(words) + 2 * len(words.keys() & {"ai", "gap"}) + ("gap" in words)
    with django_assert_num_queries(expected):
        ask(client, **words)
    for _number in range(15):
        met(person, make.person(), guest=bureau)
    with django_assert_num_queries(expected):
        ask(client, **words)
