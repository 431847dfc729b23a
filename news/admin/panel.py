"""The column beside the text: where the article stands, what can be done with it, what the checks found."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from news.admin.article_list import badge, text_of
from news.desk import checks, rights, steps
from news.desk.lists import LISTS
from news.models import Article, Decision
from news.site import addresses

# The step that moves the article on; the others stand below it, smaller.
MAIN_STEP = {
    steps.DRAFT: ("submit", "publish"),
    steps.REVIEW: ("approve", "publish"),
    steps.APPROVED: ("publish",),
    steps.SCHEDULED: ("unschedule",),
    steps.LIVE: ("confirm", "correct"),
    steps.ARCHIVED: ("correct",),
    steps.WITHDRAWN: ("reinstate",),
    steps.BINNED: ("unbin",),
}
# Steps that the next step undoes and that ask nothing: one press does them. All others are confirmed on a page.
AT_ONCE = {"submit", "approve", "correct", "unbin", "unarchive", "unfeature"}
DANGEROUS = {"withdraw", "bin"}
# Where the page shows a place of the document: lists and the editor hide the field they write into.
SHOWN_AT = {"body": "row-body", "cover": "part-captions"} | {name: f"part-{name}" for name in LISTS}


def change_address(article: Article) -> str:
    return reverse("admin:news_article_change", args=[article.pk])


def article_address(article: Article) -> str:
    """The public address, "" while readers cannot follow it."""
    if article.last_release is None or article.is_withdrawn:
        return ""
    release = article.last_release
    if not release.is_live():
        release = article.editions.live().first()
    return addresses.article(release, article.number) if release else ""


def panel_of(article: Article, user) -> dict:
    """What the side column shows; constant queries."""
    standing = steps.standing_of(article)
    return {
        "article": article,
        "text": text_of(article),
        "badge": badge(article),
        "standing": standing,
        "buttons": buttons_of(article, user, standing),
        "returned": _returned(article),
        "may_copy": user.has_perm("news.add_article"),
        "may_ask": rights.may_ask_leader(user, article),
        "answer": _answer(article),
        "public": article_address(article),
    }


def buttons_of(article: Article, user, standing: str) -> list[dict]:
    """The steps that the table and the person's rights allow, the main one first."""
    allowed = [step for step in steps.steps_from(article) if rights.may_step(user, step, article)]
    main = next((name for name in MAIN_STEP[standing] if name in {step.name for step in allowed}), None)
    rows = [
        {
            "name": step.name,
            "label": step.label if step.name in AT_ONCE else _("%(step)s…") % {"step": step.label},
            "address": reverse("admin:news_article_step", args=[article.pk, step.name]),
            "is_main": step.name == main,
            "is_dangerous": step.name in DANGEROUS,
            "is_at_once": step.name in AT_ONCE,
        }
        for step in allowed
    ]
    return sorted(rows, key=lambda row: (not row["is_main"], row["is_dangerous"]))


def field_address(place: str) -> str:
    """The fragment of the field that a place of the document (`captions.2.alt`) is written in."""
    name = place.split(".")[0]
    return f"#{SHOWN_AT.get(name, f'id_{name}')}"


def findings_of(
    content: dict, article: Article | None, *, here=False, published_on: date | None = None
) -> list[dict]:
    """Each finding with the address of its field: on this page (`here`), or on the form of `article`."""
    page = change_address(article) if article and not here else ""
    return [
        {"finding": finding, "href": page + field_address(finding.place)}
        for finding in checks.findings(content, article, published_on)
    ]


def _answer(article: Article) -> dict | None:
    """The leader's latest word on the open edition, and whether it was about the text as it stands."""
    edition = article.open_edition
    latest = edition.consents.first() if edition else None
    return latest and {"row": latest, "counts": latest.version == edition.version}


def _returned(article: Article) -> Decision | None:
    """The comment with which the open draft came back."""
    edition = article.open_edition
    if not edition or not edition.is_returned:
        return None
    return article.decisions.filter(step="send_back", ordinal=edition.ordinal).first()
