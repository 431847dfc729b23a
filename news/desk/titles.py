"""The article says one title of a person, the register another: three answers, each of them lasting."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from news.desk import document
from news.desk.checks import people
from news.desk.errors import Refused
from news.models import Appointment, Article, Edition, Person, TitleKept


def lines_of(content: dict, person: int, printed: str) -> list[dict]:
    """The lines of a document that print this title of this person."""
    lines = (line for side in content["delegations"] for line in side["attendances"])
    return [line for line in lines if line["person"] == person and line["title"] == printed]


def keep(article: Article, person: int, printed: str, *, by) -> None:
    """ "Giữ như bài": not asked again while the line prints this title."""
    demand_line(document.read(article.open_edition), person, printed)
    TitleKept.objects.get_or_create(
        article=article, person_id=person, printed_title=printed, defaults={"by": by}
    )


def follow_register(article: Article, person: int, printed: str, held: str, *, by) -> Edition:
    """ "Sửa trong bài": the lines print the title of the register."""
    edition = article.open_edition
    content = document.read(edition)
    for line in demand_line(content, person, printed):
        line["title"] = held
    return document.write(
        edition, content, by=by, base_version=edition.version, why=_("title as in the register")
    )


def demand_line(content: dict, person: int, printed: str) -> list[dict]:
    lines = lines_of(content, person, printed)
    if not lines:
        raise Refused(_("The text no longer says so; nothing was changed."))
    return lines


@transaction.atomic
def correct_post(post: Appointment, title: str) -> Appointment:
    """The register was wrong from the first day on."""
    post = Appointment.objects.select_for_update().get(pk=post.pk)
    post.title = title
    return _saved(post)


@transaction.atomic
def change_post(post: Appointment, title: str, on: date) -> Appointment:
    """Another post in the same agency from `on`; the one held until then ends the day before."""
    post = Appointment.objects.select_for_update().get(pk=post.pk)
    if post.from_on and post.from_on >= on:
        raise Refused(_("The post in the register begins on that day or later. Correct it instead."))
    last, post.until_on = post.until_on, on - timedelta(days=1)
    _saved(post)
    return _saved(Appointment(person=post.person, agency=post.agency, title=title, from_on=on, until_on=last))


def _saved(post: Appointment) -> Appointment:
    post.full_clean()
    post.save()
    return post


def post_of(person: Person, printed: str, on: date) -> Appointment | None:
    """The post of the register that the printed title differs from on a day; None when it agrees or there is none."""
    return people.differing_post(printed, people.held_on(on, {person.pk}).get(person.pk, []))
