"""The workflow as a table. Code, buttons, tests and docs read it; nothing else knows which step leads where."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from news.models import Article, Edition

DRAFT, REVIEW, APPROVED = "draft", "review", "approved"
SCHEDULED, LIVE = "scheduled", "live"
WITHDRAWN, ARCHIVED, BINNED = "withdrawn", "archived", "binned"
# Beside where it stands: waiting for a second look, on the home page by hand, with an end in the lists.
UNLOOKED, FEATURED, ENDING = "unlooked", "featured", "ending"

WRITE = "news.change_article"
REVIEWING = "news.review_article"
PUBLISH = "news.publish_article"
FEATURE = "news.feature_article"


@dataclass(frozen=True)
class Step:
    """`to` is where the article stands afterwards; `None` means where it stood before (see the verb)."""

    name: str
    label: Promise
    starts: tuple[str, ...]
    to: str | None
    permission: str
    needs_reason: bool = False


STEPS = {
    step.name: step
    for step in (
        Step("submit", _("Submit for review"), (DRAFT,), REVIEW, WRITE),
        Step("send_back", _("Send back"), (REVIEW, APPROVED), DRAFT, REVIEWING, needs_reason=True),
        Step("approve", _("Approve"), (REVIEW,), APPROVED, REVIEWING),
        Step("publish", _("Publish now"), (DRAFT, REVIEW, APPROVED), LIVE, PUBLISH),
        Step("schedule", _("Schedule"), (DRAFT, REVIEW, APPROVED), SCHEDULED, PUBLISH),
        Step("unschedule", _("Cancel the schedule"), (SCHEDULED,), APPROVED, PUBLISH),
        Step("correct", _("Correct the published article"), (LIVE, ARCHIVED), DRAFT, WRITE),
        Step("withdraw", _("Withdraw"), (LIVE, ARCHIVED, SCHEDULED), WITHDRAWN, PUBLISH, needs_reason=True),
        Step("reinstate", _("Publish again"), (WITHDRAWN,), LIVE, PUBLISH),
        Step("archive", _("Archive"), (LIVE,), ARCHIVED, PUBLISH),
        Step("unarchive", _("Take out of the archive"), (ARCHIVED, ENDING), LIVE, PUBLISH),
        Step("confirm", _("Second look done"), (UNLOOKED,), LIVE, REVIEWING),
        Step("quick_fix", _("Quick fix"), (LIVE, ARCHIVED), LIVE, PUBLISH),
        Step("feature", _("Feature on the home page"), (LIVE,), LIVE, FEATURE),
        Step("unfeature", _("No longer feature"), (FEATURED,), LIVE, FEATURE),
        Step("bin", _("Move to the bin"), (DRAFT,), BINNED, WRITE),
        Step("unbin", _("Take out of the bin"), (BINNED,), DRAFT, WRITE),
    )
}

# Logged beside the steps: what happens to an article without a step of the table.
EVENTS = {
    "create": _("Created"),
    "copy": _("Copied from another article"),
    "ask": _("Preview link made for a leader"),
    "revoke": _("Preview link revoked"),
    "consent": _("Leader's consent"),
    "objection": _("Leader asks for changes"),
    "delete": _("Deleted from the bin for good"),
    "mask": _("Privacy edition: a name was taken out"),
    "restore": _("Restored as a new draft"),
}

LABELS = {
    DRAFT: _("Draft"),
    REVIEW: _("In review"),
    APPROVED: _("Approved, waiting to be published"),
    SCHEDULED: _("Scheduled"),
    LIVE: _("Published"),
    WITHDRAWN: _("Withdrawn"),
    ARCHIVED: _("Archived"),
    BINNED: _("In the bin"),
}


def standing_of(article: Article, at=None) -> str:
    """Where the article stands now, read from its pointers and the clock; an open edition comes first."""
    if article.standing in (WITHDRAWN, BINNED):
        return article.standing
    if article.open_edition_id:
        return article.open_edition.state
    release = article.last_release
    if release is None:
        return DRAFT
    if release.is_scheduled(at):
        return SCHEDULED
    return ARCHIVED if article.is_archived(at) else LIVE


def label_of(name: str):
    """What the log calls a step or event."""
    return STEPS[name].label if name in STEPS else EVENTS.get(name, name)


def places_of(article: Article, at=None) -> set[str]:
    """Every place a step may start from: a live article with an open correction is both."""
    places = {standing_of(article, at)}
    release = article.last_release
    if article.standing in (Article.Standing.NORMAL, ARCHIVED) and release and not release.is_scheduled(at):
        places |= _public_places(article, release, at)
    return places


def _public_places(article: Article, release: Edition, at) -> set[str]:
    is_archived = article.is_archived(at)
    places = {
        UNLOOKED: release.look_due_at is not None,
        FEATURED: article.is_featured(at),
        ENDING: article.listed_until is not None and not is_archived,
    }
    return {ARCHIVED if is_archived else LIVE} | {place for place, holds in places.items() if holds}


def steps_from(article: Article, at=None) -> list[Step]:
    """The steps that the table allows now, whoever asks."""
    places = places_of(article, at)
    found = [step for step in STEPS.values() if places & set(step.starts)]
    if article.open_edition_id:
        found = [step for step in found if step.name not in ("correct", "quick_fix")]
    if article.last_release_id:
        found = [step for step in found if step.name != "bin"]
    return found


def state_of(edition: Edition, at=None) -> str:
    """A released edition is scheduled, live or superseded by its two moments."""
    if edition.state != Edition.State.RELEASED:
        return edition.state
    if edition.is_scheduled(at):
        return SCHEDULED
    return LIVE if edition.is_live(at) else "superseded"
