"""Every step of the workflow from its page: who may take it, what it asks, what happens, what is refused."""

import pytest
from django.utils import timezone

from news.desk import document, steps, workflow
from news.models import Decision, Edition
from tests import make
from tests.news.admin.desk_of import as_a, change, signed_in, step

pytestmark = pytest.mark.django_db
REASONS = {"reason": "Lý do nội bộ", "public_reason": "Lý do công khai"}


def at(where: str, writer):
    """An article of the writer, standing there."""
    article = make.draft(by=writer)
    if where == steps.DRAFT:
        return article
    if where == steps.BINNED:
        return workflow.bin(article, by=None)
    if where == steps.REVIEW:
        return workflow.submit(article, by=writer)
    if where == steps.APPROVED:
        return workflow.approve(workflow.submit(article, by=writer), by=make.user("editor"))
    if where == steps.SCHEDULED:
        return workflow.schedule(article, timezone.now() + timezone.timedelta(days=1), by=None)
    if where == steps.UNLOOKED:
        alone = make.user("publisher")
        document.write(article.open_edition, document.read(article.open_edition), by=alone)
        return workflow.publish(article, by=alone, reason="Tin khẩn")
    article = workflow.publish(article, by=None)
    if where == steps.FEATURED:
        return workflow.feature(article, by=None)
    if where == steps.ARCHIVED:
        return workflow.archive(article, by=None)
    if where == steps.WITHDRAWN:
        return workflow.withdraw(article, by=None, reason="x", public_reason="y")
    return article


def answers(name: str) -> dict:
    """What the form of a step is filled with."""
    tomorrow = timezone.localtime() + timezone.timedelta(days=1)
    moment = {"at_0": tomorrow.strftime("%d/%m/%Y"), "at_1": "06:00"}
    return REASONS | (moment if name == "schedule" else {})


def quick_texts(article) -> dict:
    """The form of a quick fix, one word changed, sent with the button that publishes."""
    release = article.last_release
    texts = {"title": release.title + " (sửa)", "lead": release.lead, "body": release.body}
    return texts | {"edition_pk": release.pk, "_publish": "1"}


def seen_on(client, article, name: str) -> dict:
    """The hidden fields of a step's page: which text it was opened on."""
    form = client.get(step(article, name)).context["form"]
    return {field.html_name: str(field.value()) for field in form.hidden_fields()}


def standing(article) -> str:
    return steps.standing_of(workflow.refreshed(article))


EVERYBODY = {"owner", "writer", "editor", "publisher", "administrator", "nobody"}
WRITING = {"owner", "editor", "publisher"}
REVIEWING, PUBLISHING = {"editor", "publisher"}, {"publisher"}
MAY = {
    "submit": WRITING, "bin": WRITING, "unbin": WRITING, "correct": WRITING,
    "send_back": REVIEWING, "approve": REVIEWING,
    "publish": PUBLISHING, "schedule": PUBLISHING, "unschedule": PUBLISHING, "withdraw": PUBLISHING,
    "reinstate": PUBLISHING, "archive": PUBLISHING, "unarchive": PUBLISHING,
    "confirm": REVIEWING, "quick_fix": PUBLISHING, "feature": PUBLISHING, "unfeature": PUBLISHING,
}  # fmt: skip


@pytest.mark.parametrize("name", steps.STEPS)
@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_a_step_is_taken_by_those_who_may_and_refused_to_all_others_also_by_a_direct_post(name, who):
    owner = make.user("writer")
    article = at(steps.STEPS[name].starts[0], owner)
    before = (standing(article), Decision.objects.filter(article=article).count())
    user = owner if who == "owner" else make.user("" if who == "nobody" else who)
    answer = signed_in(user).post(
        step(article, name), quick_texts(article) if name == "quick_fix" else answers(name)
    )
    if who in MAY[name]:
        assert answer.status_code == 302, answer.context["form"].errors
        assert Decision.objects.filter(article=article, step=name, by=user).count() == 1
        assert standing(article) == steps.STEPS[name].to
    else:
        assert answer.status_code == 403
        assert (standing(article), Decision.objects.filter(article=article).count()) == before


@pytest.mark.parametrize("name", steps.STEPS)
def test_asking_for_the_page_of_a_step_changes_nothing(name):
    publisher, article = as_a("publisher"), at(steps.STEPS[name].starts[0], make.user("writer"))
    before = standing(article)
    answer = publisher.get(step(article, name))
    assert answer.status_code == 200 and str(steps.STEPS[name].label) in answer.content.decode()
    assert standing(article) == before


@pytest.mark.parametrize("name", ["send_back", "withdraw"])
def test_a_step_that_needs_a_reason_is_not_taken_without_one(name):
    publisher, article = as_a("publisher"), at(steps.STEPS[name].starts[0], make.user("writer"))
    before = standing(article)
    answer = publisher.post(step(article, name), {"reason": "   "})
    assert answer.status_code == 200 and standing(article) == before


def test_a_step_that_is_not_possible_now_says_where_the_article_stands():
    publisher, article = as_a("publisher"), make.published()
    answer = publisher.post(step(article, "approve"), follow=True)
    [message] = answer.context["messages"]
    assert "Duyệt" in str(message) and "Đã đăng" in str(message) and standing(article) == steps.LIVE


def test_an_unknown_step_is_not_found():
    assert as_a("publisher").get(step(make.draft(), "xuat-ban")).status_code == 404


def test_readers_see_what_was_published_and_not_before(client):
    publisher, article = as_a("publisher"), make.draft(title="Tin công khai", slug="tin")
    address = f"/tin-tuc/{article.open_edition.slug}-{article.number}/"
    assert client.get(address).status_code == 404
    publisher.post(step(article, "publish"))
    assert "Tin công khai" in client.get(address).content.decode()


def test_an_article_with_open_faults_is_not_published_and_the_page_links_to_them():
    publisher, article = as_a("publisher"), make.draft(by=make.user("writer"))
    edition = article.open_edition
    document.write(edition, document.read(edition) | {"category": None}, by=edition.edited_by)
    page = publisher.get(step(article, "publish")).content.decode()
    assert f"{change(article)}#id_category" in page
    publisher.post(step(article, "publish"))
    assert standing(article) == steps.DRAFT


def test_who_wrote_the_last_change_publishes_alone_only_with_a_written_reason():
    publisher = as_a("publisher")
    article = make.draft(by=publisher.user)
    assert publisher.post(step(article, "publish")).status_code == 200
    assert standing(article) == steps.DRAFT
    publisher.post(step(article, "publish"), {"reason": "Tin khẩn về bão"})
    assert standing(article) == steps.LIVE
    assert Decision.objects.get(article=article, step="publish").reason == "Tin khẩn về bão"


def test_a_schedule_is_read_in_viet_nam_time():
    publisher, article = as_a("publisher"), make.draft()
    year = timezone.localtime().year + 1
    publisher.post(step(article, "schedule"), {"at_0": f"17/05/{year}", "at_1": "06:00"})
    moment = workflow.refreshed(article).last_release.live_from
    assert moment == make.moment(f"{year}-05-17 06:00")


def test_a_schedule_in_the_past_is_refused_with_the_typed_moment_kept():
    publisher, article = as_a("publisher"), make.draft()
    answer = publisher.post(step(article, "schedule"), {"at_0": "17/05/2022", "at_1": "06:00"})
    page = answer.content.decode()
    assert standing(article) == steps.DRAFT
    assert 'class="errornote"' in page and "17/05/2022" in page


def test_a_text_saved_after_the_page_was_opened_is_not_published_unread():
    publisher, article = as_a("publisher"), make.draft(by=make.user("writer"))
    seen = article.open_edition.version
    document.write(article.open_edition, document.read(article.open_edition) | {"lead": "Thêm sau"}, by=None)
    answer = publisher.post(step(article, "publish"), {"base_version": seen})
    assert answer.status_code == 200 and standing(article) == steps.DRAFT


def test_a_page_opened_on_an_earlier_edition_publishes_no_later_one():
    """Both texts may have been saved equally often."""
    publisher, article = as_a("publisher"), make.draft()
    seen = seen_on(publisher, article, "publish")
    article = workflow.correct(workflow.publish(article, by=None), by=None)
    assert article.open_edition.version == int(seen["base_version"])
    publisher.post(step(article, "publish"), seen)
    assert standing(article) == steps.DRAFT


def test_a_second_look_is_at_the_text_that_was_on_the_page():
    editor, author = as_a("editor"), make.user("publisher")
    article = workflow.publish(make.draft(by=author), by=author, reason="Tin khẩn")
    seen = seen_on(editor, article, "confirm")
    workflow.quick_fix(article, {"lead": "Đoạn đã sửa."}, by=author)
    answer = editor.post(step(article, "confirm"), seen)
    assert answer.status_code == 200 and workflow.refreshed(article).last_release.look_due_at
    editor.post(step(article, "confirm"), seen_on(editor, article, "confirm"))
    assert not workflow.refreshed(article).last_release.look_due_at


def test_the_readers_keep_the_old_text_while_a_correction_is_written(client):
    editor, article = as_a("editor"), make.published(title="Bản cũ")
    address = f"/tin-tuc/{article.last_release.slug}-{article.number}/"
    editor.post(step(article, "correct"))
    edition = workflow.refreshed(article).open_edition
    document.write(edition, document.read(edition) | {"title": "Bản mới"}, by=editor.user)
    assert "Bản cũ" in client.get(address).content.decode()
    assert Edition.objects.live().get(article=article).title == "Bản cũ"


def test_the_comment_of_a_return_meets_the_writer_on_the_form():
    owner = make.user("writer")
    article, editor = at(steps.REVIEW, owner), as_a("editor", full_name="Trần Văn Bình")
    editor.post(step(article, "send_back"), {"reason": "Thiếu ảnh đại diện"})
    page = signed_in(owner).get(change(article)).content.decode()
    assert "Bị trả lại" in page and "Thiếu ảnh đại diện" in page and "Trần Văn Bình" in page


def test_buttons_offer_only_what_the_person_may_do_now():
    owner = make.user("writer")
    article = at(steps.REVIEW, owner)

    def offered(client):
        return {row["name"] for row in client.get(change(article)).context["panel"]["buttons"]}

    assert offered(signed_in(owner)) == set()
    assert offered(as_a("editor")) == {"send_back", "approve"}
    assert offered(as_a("publisher")) == {"send_back", "approve", "publish", "schedule"}
    assert offered(as_a("administrator")) == set()


# --- quick fix, withdrawal, ends ------------------------------------------------------------------------------------


def test_a_quick_fix_shows_the_difference_first_and_changes_nothing_by_it():
    publisher, article = as_a("publisher"), make.published(title="Sở làm viêc với xã")
    texts = quick_texts(article) | {"title": "Sở làm việc với xã"}
    page = publisher.post(step(article, "quick_fix"), texts | {"_publish": ""}).content.decode()
    assert "<del>viêc</del>" in page and "<ins>việc</ins>" in page and "Đăng bản đã sửa" in page
    assert workflow.refreshed(article).last_release.ordinal == 1
    publisher.post(step(article, "quick_fix"), texts)
    assert workflow.refreshed(article).last_release.title == "Sở làm việc với xã"


def test_a_quick_fix_opened_on_an_older_text_is_refused():
    publisher, article = as_a("publisher"), make.published()
    texts = quick_texts(article)
    make.corrected(article, lead="Đã đổi.")
    answer = publisher.post(step(article, "quick_fix"), texts)
    assert answer.status_code == 200 and "đã có bản mới được đăng" in answer.content.decode()
    assert workflow.refreshed(article).last_release.ordinal == 2


def test_a_withdrawn_article_leads_to_the_one_that_was_named(client):
    publisher, article, better = as_a("publisher"), make.published(), make.published()
    old, new = (f"/tin-tuc/{row.last_release.slug}-{row.number}/" for row in (article, better))
    wrong = publisher.post(step(article, "withdraw"), REASONS | {"redirect_to": "999999"})
    assert wrong.status_code == 200 and standing(article) == steps.LIVE
    publisher.post(step(article, "withdraw"), REASONS | {"redirect_to": f"https://tin.vn{new}"})
    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (301, new)


def test_an_end_date_is_asked_for_and_said():
    publisher, article = as_a("publisher"), make.published()
    year = timezone.localtime().year + 1
    answer = publisher.post(step(article, "archive"), {"at_0": f"17/05/{year}", "at_1": "06:00"}, follow=True)
    assert f"06:00, 17/05/{year}" in answer.content.decode() and standing(article) == steps.LIVE


def test_what_waits_for_a_second_look_says_so_in_the_list_and_is_found_by_its_filter():
    editor, article = as_a("editor"), at(steps.UNLOOKED, make.user("writer"))
    make.published()
    page = editor.get("/quan-tri/news/article/?trang-thai=unlooked")
    assert [row.pk for row in page.context["cl"].result_list] == [article.pk]
    assert "Chờ hậu kiểm" in page.content.decode()
    assert editor.get(change(article)).context["panel"]["buttons"][0]["name"] == "confirm"


def test_whoever_lacks_the_right_learns_who_has_it():
    make.user("publisher", full_name="Lê Thị Hạnh")
    answer = as_a("writer").get(step(make.draft(), "publish"))
    assert answer.status_code == 403 and "Lê Thị Hạnh" in answer.content.decode()


def test_the_question_before_publishing_says_where_it_will_stand_and_what_it_holds():
    publisher, category = as_a("publisher"), make.category("Hoạt động của Sở")
    article = make.draft(category=category, delegations=[make.delegation(make.attendee(), make.attendee())])
    page = publisher.get(step(article, "publish")).content.decode()
    assert "ở chuyên mục Hoạt động của Sở, gồm" in page and "2 người, đơn vị tham dự" in page


def test_after_scheduling_the_day_of_the_week_and_the_time_left_are_said(time_machine):
    time_machine.move_to(make.moment("2026-05-17 14:40"), tick=False)
    publisher, article = as_a("publisher"), make.draft()
    answer = publisher.post(step(article, "schedule"), {"at_0": "18/05/2026", "at_1": "06:00"}, follow=True)
    page = answer.content.decode()
    assert "06:00, thứ Hai, 18/05/2026 (giờ Việt Nam), còn 15 giờ 20 phút" in page


def test_a_moment_before_the_event_is_shown_once_before_it_counts(time_machine):
    time_machine.move_to(make.moment("2022-05-15 08:00"))
    article, publisher = make.draft(kind="meeting", event_on="2022-05-17"), as_a("publisher")
    article = workflow.approve(workflow.submit(article, by=None), by=None)
    early = {"at_0": "16/05/2022", "at_1": "06:00"}
    asked = publisher.post(step(article, "schedule"), early)
    assert "Ngày diễn ra 17/05/2022 muộn hơn ngày đăng 16/05/2022" in asked.content.decode()
    assert workflow.refreshed(article).last_release is None
    publisher.post(step(article, "schedule"), early | {"_anyway": "1"})
    assert workflow.refreshed(article).last_release.live_from == make.moment("2022-05-16 06:00")


def test_a_moment_on_the_day_of_the_event_counts_at_once_and_the_page_before_says_nothing(time_machine):
    time_machine.move_to(make.moment("2022-05-15 08:00"))
    article, publisher = make.draft(kind="meeting", event_on="2022-05-17"), as_a("publisher")
    article = workflow.approve(workflow.submit(article, by=None), by=None)
    assert "Ngày diễn ra 17/05/2022" not in publisher.get(step(article, "schedule")).content.decode()
    publisher.post(step(article, "schedule"), {"at_0": "17/05/2022", "at_1": "18:00"})
    assert workflow.refreshed(article).last_release is not None
