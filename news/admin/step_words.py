"""What a step's confirmation says before, and the message that stands on the article's page after."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from news.admin.clock import left_in_words, moment_in_words
from news.admin.panel import article_address
from news.desk import notices, steps
from news.models import Article

MOST_NAMED = 5


@dataclass(frozen=True)
class Said:
    """What the confirmation says before, and the message after."""

    before: Promise
    after: Promise


# Before, and after.
SAID = {
    "submit": Said(
        gettext_lazy("Reviewers find it on their desk. You can edit again when it comes back."),
        gettext_lazy("Sent for review."),
    ),
    "send_back": Said(
        gettext_lazy("The article becomes a draft again; the writer sees your comment."),
        gettext_lazy("Sent back to be edited."),
    ),
    "approve": Said(
        gettext_lazy("The article waits for a publisher."),
        gettext_lazy("Approved. It waits to be published."),
    ),
    "publish": Said(gettext_lazy("Readers see this text at once."), gettext_lazy("Published.")),
    "schedule": Said(
        gettext_lazy(
            "Readers see this text from the moment you choose. Until then you can cancel the schedule."
        ),
        gettext_lazy("Scheduled."),
    ),
    "unschedule": Said(
        gettext_lazy("The article is not published at that moment; it waits for a publisher again."),
        gettext_lazy("The schedule is cancelled."),
    ),
    "correct": Said(
        gettext_lazy(
            "A copy is opened for editing. Readers keep the present text until the new one is published."
        ),
        gettext_lazy("Opened for editing. Readers keep seeing the present text."),
    ),
    "withdraw": Said(
        gettext_lazy(
            "Whoever follows an old link sees the day and the public reason that you write below. "
            "The article is not deleted and can be published again."
        ),
        gettext_lazy("Withdrawn from the site."),
    ),
    "reinstate": Said(
        gettext_lazy("The article can be read again at its old address."), gettext_lazy("Published again.")
    ),
    "archive": Said(
        gettext_lazy("It leaves all lists; it can still be read at its address."),
        gettext_lazy("Moved to the archive."),
    ),
    "confirm": Said(
        gettext_lazy("You have read the text as readers see it, and nothing stands against it."),
        gettext_lazy("The second look is done."),
    ),
    "quick_fix": Said(
        gettext_lazy("Readers see the mended text at once; somebody else has a second look within 24 hours."),
        gettext_lazy("Mended. It waits for a second look by somebody else."),
    ),
    "feature": Said(
        gettext_lazy("It leads the home page until the moment you choose, or until another one is featured."),
        gettext_lazy("Featured on the home page."),
    ),
    "unfeature": Said(
        gettext_lazy("The home page is led by the newest article with a picture again."),
        gettext_lazy("No longer featured."),
    ),
    "unarchive": Said(
        gettext_lazy("It comes back into the lists."), gettext_lazy("Taken out of the archive.")
    ),
    "bin": Said(
        gettext_lazy("The draft is put aside and can be taken out again."), gettext_lazy("Moved to the bin.")
    ),
    "unbin": Said(gettext_lazy("The draft can be edited again."), gettext_lazy("Taken out of the bin.")),
}


def before(step: steps.Step, article: Article, content: dict | None) -> str:
    """`content` is the text the step is about, None where nothing is open."""
    held = summary(content) if content else ""
    if step.name == "publish" and content:
        return _publishing(article, held)
    said = str(SAID[step.name].before)
    return f"{said} " + _("It holds %(summary)s.") % {"summary": held} if held else said


def _publishing(article: Article, held: str) -> str:
    edition = article.open_edition
    words = {"title": edition.title, "category": edition.category, "summary": held}
    if not edition.category:
        sentence = _("Publish “%(title)s” now? Readers see it at once.")
    elif held:
        sentence = _("Publish “%(title)s” now? Readers see it in %(category)s, with %(summary)s.")
    else:
        sentence = _("Publish “%(title)s” now? Readers see it in %(category)s.")
    return sentence % words


def summary(content: dict) -> str:
    """What goes out: "4 people, 6 photos, 1 attachment"; what there is none of is not named."""
    people = sum(len(row["attendances"]) for row in content["delegations"])
    photos, attachments = len(content["captions"]), len(content["attachments"])
    parts = [
        people and ngettext("%(count)d attendee", "%(count)d attendees", people) % {"count": people},
        photos and ngettext("%(count)d photo", "%(count)d photos", photos) % {"count": photos},
        attachments
        and ngettext("%(count)d attachment", "%(count)d attachments", attachments) % {"count": attachments},
    ]
    return ", ".join(filter(None, parts))


def after(step: steps.Step, article: Article) -> str:
    """The article as the step left it."""
    if step.name == "submit":
        return _submitted(article)
    if step.name == "schedule":
        return _scheduled(article)
    if step.name == "archive" and not article.is_archived():
        moment = date_format(timezone.localtime(article.listed_until), "H:i, d/m/Y")
        return _("It leaves the lists at %(moment)s (Viet Nam time).") % {"moment": moment}
    said = _published() if step.name == "publish" else SAID[step.name].after
    if steps.standing_of(article) == steps.LIVE and (address := article_address(article)):
        return _with_links(said, address)
    return str(said)


def _submitted(article: Article) -> str:
    names = sorted(str(user) for user in notices.who_may(steps.REVIEWING, article))
    if not names or len(names) > MOST_NAMED:
        return str(SAID["submit"].after)
    return _("Sent at %(time)s to %(names)s.") % {"time": _now(), "names": ", ".join(names)}


def _scheduled(article: Article) -> str:
    live_from = article.last_release.live_from
    words = {"moment": moment_in_words(live_from), "left": left_in_words(live_from - timezone.now())}
    return (
        _(
            "It is published by itself at %(moment)s (Viet Nam time), in %(left)s. Until then you can edit it or cancel the schedule."
        )
        % words
    )


def _published() -> str:
    return _("Published at %(time)s.") % {"time": _now()}


def _now() -> str:
    return date_format(timezone.localtime(), "H:i")


def _with_links(said, address: str) -> str:
    """The button does nothing without the script that shows it (static/js/admin-keys.js)."""
    return format_html(
        '{} <a href="{}">{}</a> <button type="button" class="link-button" data-copy="{}" data-said="{}" hidden>{}</button>',
        said, address, _("View on the site"), address, _("Copied"), _("Copy the link"),
    )  # fmt: skip
