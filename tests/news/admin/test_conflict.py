"""Two people, one text: the second save changes nothing until its maker has chosen, and neither text is lost."""

import re
from json import dumps

import pytest
from django.urls import reverse

from news.desk import document, workflow
from news.models import Save, WorkingCopy
from tests import make
from tests.news.admin.desk_of import as_a, change, filled

pytestmark = pytest.mark.django_db


class Clash:
    """A writer typed `mine` on the text over which Trần Văn Bình saved `his` meanwhile."""

    def __init__(self, mine: dict, his: dict, **content):
        self.writer, self.editor = as_a("writer"), as_a("editor", full_name="Trần Văn Bình")
        self.article = make.draft(by=self.writer.user, **content)
        address = change(self.article)
        typed = filled(self.writer, address, **mine)
        self.editor.post(address, filled(self.editor, address, **his))
        self.answer = self.writer.post(address, typed, follow=True)
        self.page = self.answer.content.decode()

    def choose(self, choice: str, mine=(), both=()):
        shown = {"choice": choice, "base_version": self.answer.context["newer"].version}
        taken = {f"take-{key}": "mine" for key in mine} | {f"take-{key}": "both" for key in both}
        return self.writer.post(conflict(self.article), shown | taken, follow=True)

    @property
    def stands(self):
        return workflow.refreshed(self.article).open_edition


def conflict(article) -> str:
    return reverse("admin:news_article_conflict", args=[article.pk])


def test_the_second_save_shows_both_texts_and_says_that_nobody_was_overwritten():
    clash = Clash({"lead": "Lời của tôi"}, {"lead": "Lời của anh"})
    assert "Trần Văn Bình đã lưu bài này lúc" in clash.page
    assert "chưa ghi đè lên ai" in clash.page
    assert "tôi" in clash.page and "anh" in clash.page
    for choice in ("So sánh hai bản", "Lưu phần của tôi thành bản riêng", "Bỏ phần của tôi"):
        assert choice in clash.page
    assert clash.stands.lead == "Lời của anh"
    assert WorkingCopy.objects.get().document["lead"] == "Lời của tôi"


def test_my_text_kept_as_its_own_stands_in_the_history_and_changes_nothing_else():
    clash = Clash({"lead": "Lời của tôi"}, {"lead": "Lời của anh"})
    clash.choose("own")
    own = Save.objects.get(is_aside=True)
    assert (own.document["lead"], own.by) == ("Lời của tôi", clash.writer.user)
    assert clash.stands.lead == "Lời của anh" and WorkingCopy.objects.exists()
    history = clash.writer.get(
        reverse("admin:news_article_history", args=[clash.article.pk])
    ).content.decode()
    assert "Lưu thành bản riêng" in history
    # The next save of the text that stands is no conflict.
    address = change(clash.article)
    clash.editor.post(address, filled(clash.editor, address, lead="Lời mới của anh"))
    assert clash.stands.lead == "Lời mới của anh"


def test_what_each_of_two_changed_alone_is_brought_together():
    person = make.person("Đinh Hữu Phí")
    clash = Clash(
        {"lead": "Lời của tôi"},
        {"byline": "Ban Biên tập"},
        delegations=[make.delegation(make.attendee(person))],
    )
    page = clash.choose("merge").content.decode()
    assert (clash.stands.lead, clash.stands.byline) == ("Lời của tôi", "Ban Biên tập")
    assert "Đã lưu" in page and not WorkingCopy.objects.exists()
    assert clash.stands.delegations.get().attendances.get().person == person


@pytest.mark.parametrize(("mine", "lead"), [([], "Lời của anh"), (["lead"], "Lời của tôi")])
def test_where_both_changed_a_field_the_choice_decides(mine, lead):
    clash = Clash({"lead": "Lời của tôi", "byline": "Lan"}, {"lead": "Lời của anh"})
    assert "cả hai đã sửa" in clash.page
    clash.choose("merge", mine=mine)
    assert (clash.stands.lead, clash.stands.byline) == (lead, "Lan")
    leads = set(clash.stands.saves.values_list("document__lead", flat=True))
    assert "Lời của anh" in leads


def test_each_field_is_told_as_the_change_of_whoever_made_it():
    clash = Clash(
        {"lead": "Lời của tôi", "byline": "Lan"},
        {"lead": "Lời của anh", "event_place": "Hà Nội"},
        event_place="Huế",
    )
    fields = {
        field["key"]: (field["standing"], field["rows"][0]["values"][0]["words"])
        for field in clash.answer.context["fields"]
    }
    assert list(fields) == ["lead", "byline", "event_place"]
    assert fields["byline"] == ("mine", [("come", "Lan")])
    assert fields["event_place"][0] == "theirs" and ("come", "Hà Nội") in fields["event_place"][1]
    assert fields["lead"] == ("disputed", [("same", "Lời của "), ("gone", "anh"), ("come", "tôi")])


def test_a_third_save_while_i_choose_is_not_overwritten_either():
    clash = Clash({"lead": "Lời của tôi"}, {"lead": "Lời của anh"})
    edition = clash.stands
    document.write(edition, document.read(edition) | {"lead": "Lời thứ ba"}, by=clash.editor.user)
    page = clash.choose("merge", mine=["lead"]).content.decode()
    assert clash.stands.lead == "Lời thứ ba" and "Trần Văn Bình" in page
    assert WorkingCopy.objects.get().document["lead"] == "Lời của tôi"


def test_my_text_is_dropped_only_when_i_say_so():
    clash = Clash({"lead": "Lời của tôi"}, {"lead": "Lời của anh"})
    clash.writer.get(conflict(clash.article))
    assert WorkingCopy.objects.exists()
    clash.choose("drop")
    assert not WorkingCopy.objects.exists() and clash.stands.lead == "Lời của anh"


def test_a_text_typed_while_the_article_was_published_is_kept_and_can_go_into_the_next_edition():
    publisher = as_a("publisher")
    article = make.draft(lead="Cũ")
    typed = filled(publisher, change(article), lead="Phần của tôi")
    workflow.correct(workflow.publish(article, by=None), by=None)
    page = publisher.post(change(article), typed, follow=True)
    publisher.post(conflict(article), {"choice": "merge", "base_version": page.context["newer"].version})
    article = workflow.refreshed(article)
    assert (article.open_edition.lead, article.last_release.lead) == ("Phần của tôi", "Cũ")


def test_a_choice_made_on_an_earlier_edition_is_shown_the_later_one_first():
    """Both may have been saved equally often."""
    clash = Clash({"lead": "Lời của tôi"}, {"lead": "Lời của anh"})
    seen = {
        name: re.search(rf'name="{name}" value="(.*?)"', clash.page)[1]
        for name in ("base_edition", "base_version")
    }
    article = workflow.correct(workflow.publish(clash.article, by=None), by=clash.writer.user)
    document.write(article.open_edition, document.read(article.open_edition) | {"lead": "Mới"}, by=None)
    assert clash.stands.version == int(seen["base_version"])
    clash.writer.post(conflict(article), seen | {"choice": "merge", "take-lead": "mine"})
    assert clash.stands.lead == "Mới" and WorkingCopy.objects.exists()


def test_a_writer_whose_draft_was_submitted_by_a_colleague_loses_no_word():
    writer = as_a("writer")
    article = make.draft(by=writer.user)
    typed = filled(writer, change(article), lead="Vừa viết xong")
    workflow.submit(article, by=None)
    answer = writer.post(change(article), typed)
    assert answer.status_code == 403 and "được giữ lại cho bạn" in answer.content.decode()
    assert WorkingCopy.objects.get().document["lead"] == "Vừa viết xong"
    assert "chưa lưu từ" in writer.get(change(article)).content.decode()


def test_a_stranger_leaves_no_copy_behind():
    stranger, article = as_a("writer"), make.draft(by=make.user("writer"))
    edition = article.open_edition
    data = {"title": "x", "edition_pk": edition.pk, "base_version": 1, "form_name": "a"}
    assert stranger.post(change(article), data).status_code == 403
    assert not WorkingCopy.objects.exists()


def test_the_same_form_sent_twice_is_saved_once_and_is_no_conflict():
    writer = as_a("writer")
    article = make.draft(by=writer.user)
    typed = filled(writer, change(article), lead="Một lần thôi")
    answers = [writer.post(change(article), typed) for _ in range(2)]
    assert [answer.url for answer in answers] == [change(article)] * 2
    assert article.open_edition.saves.count() == 2


def test_a_text_that_another_tab_kept_moves_into_the_history_before_mine_takes_its_place():
    clash = Clash({"lead": "Từ thẻ một", "form_name": "mot"}, {"lead": "Lời của anh"})
    address = change(clash.article)
    old = {"form_name": "hai", "lead": "Từ thẻ hai", "base_version": 1}
    clash.writer.post(address, filled(clash.writer, address) | old)
    assert WorkingCopy.objects.get().document["lead"] == "Từ thẻ hai"
    aside = Save.objects.get(is_aside=True)
    # Without the name of its form: the other tab may still be open, and what it types next is kept too.
    assert (aside.document["lead"], aside.form) == ("Từ thẻ một", "")


def test_the_choice_costs_the_same_for_many_differences(django_assert_max_num_queries):
    clash = Clash(
        {"lead": "a", "byline": "b", "source": "c"}, {"lead": "d", "byline": "e", "event_place": "g"}
    )
    with django_assert_max_num_queries(32):
        clash.writer.get(conflict(clash.article))


def lines(*names) -> str:
    """A grid's field with one side and these people on it."""
    side = make.delegation(*(make.attendee(people[name], name=name) for name in names))
    return dumps([side | {"agency": None}])


people: dict = {}


@pytest.fixture
def clash_of_rows():
    people.update({name: make.person(name) for name in ("An", "Bình", "Chi")})
    first = make.delegation(make.attendee(people["An"], name="An"))
    return Clash(
        {"delegations": lines("An", "Bình")}, {"delegations": lines("Chi", "An")}, delegations=[first]
    )


def names_of(edition) -> list[str]:
    return [row["name"] for row in document.read(edition)["delegations"][0]["attendances"]]


def test_attendees_that_each_of_two_added_can_both_be_kept(clash_of_rows):
    assert "Giữ dòng của cả hai" in clash_of_rows.page
    clash_of_rows.choose("merge", both=["delegations"])
    assert names_of(clash_of_rows.stands) == ["Chi", "An", "Bình"]


@pytest.mark.parametrize(("mine", "names"), [((), ["Chi", "An"]), (("delegations",), ["An", "Bình"])])
def test_a_list_of_one_of_the_two_is_taken_whole_when_so_chosen(clash_of_rows, mine, names):
    clash_of_rows.choose("merge", mine=mine)
    assert names_of(clash_of_rows.stands) == names


def test_rows_that_contradict_each_other_offer_no_third_choice():
    agency = make.agency("Cục Sở hữu trí tuệ")
    rows = [{"agency": agency.pk, "name": "Cục", "abbreviation": ""}]
    mine, his = (dumps([rows[0] | {"name": name}]) for name in ("Cục SHTT", "Cục Sở hữu"))
    clash = Clash({"agencies": mine}, {"agencies": his}, agencies=rows)
    assert "cả hai đã sửa" in clash.page and "Giữ dòng của cả hai" not in clash.page
    clash.choose("merge", both=["agencies"])
    assert document.read(clash.stands)["agencies"][0]["name"] == "Cục Sở hữu"


def test_words_cannot_be_kept_of_both():
    clash = Clash({"lead": "Lời của tôi"}, {"lead": "Lời của anh"})
    clash.choose("merge", both=["lead"])
    assert clash.stands.lead == "Lời của anh"
