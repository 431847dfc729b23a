"""The article says one title of a person, the register another: three buttons, each of which settles it."""

import pytest

from news.desk import document, titles, workflow
from news.desk.errors import Refused
from news.models import Appointment
from tests import make
from tests.news.admin.desk_of import as_a, change, filled

pytestmark = pytest.mark.django_db
ASKS = "Giám đốc Sở” từ 02/04/2022"


@pytest.fixture
def person():
    found = make.person("Lê Thị Hạnh")
    day = make.moment("2022-04-02 00:00").date()
    make.appointment(person=found, agency=make.agency("Sở Thử nghiệm"), title="Giám đốc Sở", from_on=day)
    return found


@pytest.fixture
def editor():
    return as_a("editor")


@pytest.fixture
def article(editor, person):
    line = make.attendee(person, title="Phó Giám đốc Sở", honorific="Bà")
    return make.draft(by=editor.user, event_on="2022-05-17", delegations=[make.delegation(line)])


def test_following_the_register_writes_over_nobody(article, person, monkeypatch):
    read = document.read

    def read_and_saved_by_a_colleague(edition):
        content = read(edition)
        monkeypatch.setattr(document, "read", read)
        document.write(edition, content | {"lead": "Câu của đồng nghiệp."}, by=None)
        return content

    monkeypatch.setattr(document, "read", read_and_saved_by_a_colleague)
    with pytest.raises(Refused):
        titles.follow_register(article, person.pk, "Phó Giám đốc Sở", "Giám đốc Sở", by=None)
    assert workflow.refreshed(article).open_edition.lead == "Câu của đồng nghiệp."


def page(client, article) -> str:
    return client.get(change(article)).content.decode()


def press(client, article, act: str, person, printed="Phó Giám đốc Sở", **typed):
    data = filled(client, change(article), _title=f"{act}|{person.pk}|{printed}", **typed)
    return client.post(change(article), data, follow=True)


def title_of(article) -> str:
    return document.read(article.open_edition)["delegations"][0]["attendances"][0]["title"]


def test_the_finding_offers_the_three_answers(editor, article):
    shown = page(editor, article)
    assert ASKS in shown
    for label in ("Giữ như bài", "Sửa trong bài", "Cập nhật hồ sơ"):
        assert f">{label}</button>" in shown


def test_what_is_kept_is_not_asked_again_not_even_in_a_correction(editor, article, person):
    answer = press(editor, article, "keep", person)
    assert "không hỏi lại" in answer.content.decode() and ASKS not in page(editor, article)
    assert title_of(article) == "Phó Giám đốc Sở"
    corrected = workflow.correct(workflow.publish(article, by=None), by=None)
    assert ASKS not in page(editor, corrected)


def test_another_title_in_the_line_is_asked_about_again(editor, article, person):
    press(editor, article, "keep", person)
    content = document.read(article.open_edition)
    content["delegations"][0]["attendances"][0]["title"] = "Chánh Văn phòng"
    document.write(article.open_edition, content, by=editor.user)
    assert ASKS in page(editor, article)


def test_mending_the_article_prints_what_the_register_says_and_saves_what_was_typed(editor, article, person):
    answer = press(editor, article, "follow", person, lead="Vừa gõ thêm.")
    article.refresh_from_db()
    assert title_of(article) == "Giám đốc Sở" and article.open_edition.lead == "Vừa gõ thêm."
    assert "Bài đã ghi “Giám đốc Sở”" in answer.content.decode() and ASKS not in page(editor, article)


def test_an_answer_to_a_line_that_says_something_else_by_now_changes_nothing(editor, article, person):
    answer = press(editor, article, "follow", person, printed="Trưởng phòng")
    assert title_of(article) == "Phó Giám đốc Sở" and not article.titles_kept.exists()
    assert "không thay đổi gì" in answer.content.decode()


@pytest.mark.parametrize("said", ["keep", "keep|x|y", "other|1|y", "||"])
def test_nonsense_in_place_of_an_answer_breaks_nothing(editor, article, person, said):
    said = said.replace("|1|", f"|{person.pk}|")
    answer = editor.post(change(article), filled(editor, change(article), _title=said), follow=True)
    assert answer.status_code in (200, 404) and title_of(article) == "Phó Giám đốc Sở"


def test_the_register_learns_a_new_post_from_the_day_of_the_event_on(editor, article, person):
    answer = press(editor, article, "update", person)
    shown = answer.content.decode()
    assert "Hồ sơ ghi Lê Thị Hạnh là “Giám đốc Sở”, Sở Thử nghiệm, từ 02/04/2022" in shown
    address = answer.request["PATH_INFO"] + "?" + answer.request["QUERY_STRING"]
    editor.post(address, {"title": "Phó Giám đốc Sở", "how": "changed", "on": "17/05/2022"})
    held = {post.title: (str(post.from_on), str(post.until_on)) for post in person.appointments.all()}
    assert held == {"Giám đốc Sở": ("2022-04-02", "2022-05-16"), "Phó Giám đốc Sở": ("2022-05-17", "None")}
    assert ASKS not in page(editor, article)


def test_a_mistake_of_the_register_is_corrected_in_place(editor, article, person):
    address = f"/quan-tri/news/article/{article.pk}/chuc-vu/{person.pk}/?chuc-vu=Phó Giám đốc Sở"
    editor.post(address, {"title": "Phó Giám đốc Sở", "how": "mistake"})
    assert person.appointments.get().title == "Phó Giám đốc Sở"


def test_a_post_cannot_end_before_it_began(editor, article, person):
    address = f"/quan-tri/news/article/{article.pk}/chuc-vu/{person.pk}/?chuc-vu=Phó Giám đốc Sở"
    answer = editor.post(address, {"title": "Phó Giám đốc Sở", "how": "changed", "on": "02/04/2022"})
    assert "bắt đầu từ ngày đó hoặc muộn hơn" in answer.content.decode()
    assert "Hãy ghi ngày" in editor.post(address, {"title": "X", "how": "changed"}).content.decode()
    assert person.appointments.get().title == "Giám đốc Sở" and Appointment.objects.count() == 1


def test_a_writer_answers_for_the_own_article_and_leaves_the_register_alone(person):
    writer = as_a("writer")
    line = make.attendee(person, title="Phó Giám đốc Sở")
    own = make.draft(by=writer.user, event_on="2022-05-17", delegations=[make.delegation(line)])
    shown = page(writer, own)
    assert ">Giữ như bài</button>" in shown and ">Cập nhật hồ sơ</button>" not in shown
    address = f"/quan-tri/news/article/{own.pk}/chuc-vu/{person.pk}/?chuc-vu=Phó Giám đốc Sở"
    assert (
        writer.get(address).status_code
        == writer.post(address, {"title": "X", "how": "mistake"}).status_code
        == 403
    )
    assert person.appointments.get().title == "Giám đốc Sở"


def test_a_colleague_without_the_right_to_edit_answers_nothing(article, person):
    stranger = as_a("writer")
    stranger.post(change(article), {"_title": f"keep|{person.pk}|Phó Giám đốc Sở"})
    assert not article.titles_kept.exists()
