"""The verbs of the newsroom and the only writer of a state. Each takes `by=` (None: the system), locks the article, checks,
saves named fields, records a Decision and announces after the commit. Each raises errors.Refused with a sentence."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from news.desk import checks, document, rights, steps
from news.desk.errors import NotReady, Refused
from news.desk.signals import stepped
from news.models import Article, Decision, Edition, Sequence, SiteSettings

State, Standing = Edition.State, Article.Standing


@transaction.atomic
def create(
    content: dict, *, by, language: str = "vi", translation_of: Article | None = None, **columns
) -> Article:
    """A new article with its first open edition. `columns` go to the Article (an import gives `source_hash`)."""
    if by is not None and not by.has_perm("news.add_article"):
        raise Refused(_("You may not create articles."))
    group = translation_of.new_translation_group() if translation_of else None
    article = Article.objects.create(
        number=Sequence.take("article"), language=language, translation_group=group, created_by=by, **columns
    )
    edition = Edition.objects.create(
        article=article, language=language, created_by=by, edited_by=by, version=0
    )
    article.open_edition = edition
    article.save(update_fields=["open_edition"])
    document.write(edition, content, by=by, why=_("created"))
    _record(article, "create", "", steps.DRAFT, by)
    return refreshed(article)


@transaction.atomic
def submit(article: Article, *, by, note: str = "") -> Article:
    article = _begin("submit", article, by)
    _set_state(article.open_edition, State.REVIEW)
    return _end("submit", article, by, note)


@transaction.atomic
def send_back(article: Article, *, by, reason: str) -> Article:
    """Return to the writer; the comment is required and shown with the badge."""
    article = _begin("send_back", article, by, reason)
    _set_state(article.open_edition, State.DRAFT, is_returned=True)
    return _end("send_back", article, by, reason)


@transaction.atomic
def approve(article: Article, *, by, note: str = "") -> Article:
    article = _begin("approve", article, by)
    _set_state(article.open_edition, State.APPROVED)
    return _end("approve", article, by, note)


@transaction.atomic
def publish(
    article: Article, *, by, reason: str = "", published_at: datetime | None = None, step="publish"
) -> Article:
    """Put the open edition before the readers at once. `published_at` dates an imported first publication in the past."""
    article = _begin(step, article, by)
    moment = timezone.now()
    if published_at and article.published_at is None:
        moment = min(moment, published_at)
    _release(article, moment, by, reason)
    return _end(step, article, by, reason, moment=moment)


@transaction.atomic
def publish_import(article: Article, *, published_at: datetime | None = None) -> Article:
    """A publication by the system: checks and the second person are passed over, and the record says so."""
    return publish(article, by=None, published_at=published_at, reason=_("Published by an import."))


@transaction.atomic
def schedule(article: Article, at: datetime, *, by, reason: str = "") -> Article:
    """Release for a moment to come. Until then readers see what they see now; nothing has to run at that moment."""
    if at <= timezone.now():
        raise Refused(_("The moment of publication lies in the past. Choose a later one."))
    article = _begin("schedule", article, by)
    _release(article, at, by, reason)
    return _end("schedule", article, by, reason, moment=at)


@transaction.atomic
def unschedule(article: Article, *, by, note: str = "") -> Article:
    """Undo a schedule: the edition is approved again and the running one has an open end again."""
    article = _begin("unschedule", article, by)
    edition = article.last_release
    moment = edition.live_from
    _set_state(edition, State.APPROVED, live_from=None, live_until=None, listed_at=None)
    earlier = article.editions.filter(state=State.RELEASED, live_until=moment).first()
    if earlier:
        earlier.live_until = None
        earlier.save(update_fields=["live_until"])
    else:
        article.published_at = None
    article.last_release, article.open_edition = earlier, edition
    article.save(update_fields=["last_release", "open_edition", "published_at"])
    return _end("unschedule", article, by, note)


@transaction.atomic
def correct(article: Article, *, by, note: str = "") -> Article:
    """Open the next edition as a copy of the last release; readers keep the old text until it is published."""
    article = _begin("correct", article, by)
    latest = article.last_release
    edition = Edition.objects.create(
        article=article,
        language=article.language,
        ordinal=article.editions.order_by("-ordinal").values_list("ordinal", flat=True)[0] + 1,
        created_by=by,
        edited_by=by,
        version=0,
        title=latest.title,
    )
    document.write(
        edition, document.read(latest) | {"correction_note": ""}, by=by, why=_("opened for a correction")
    )
    article.open_edition = edition
    article.save(update_fields=["open_edition"])
    return _end("correct", article, by, note)


@transaction.atomic
def withdraw(
    article: Article, *, by, reason: str, public_reason: str, redirect_to: Article | None = None
) -> Article:
    """Take the article from the public: its address answers 410 with day and public reason, or a redirect."""
    if not public_reason.strip():
        raise Refused(_("Write the reason that readers will see."))
    article = _begin("withdraw", article, by, reason)
    article.standing, article.withdrawn_at = Standing.WITHDRAWN, timezone.now()
    article.withdrawal_reason, article.redirect_to = public_reason.strip(), redirect_to
    article.save(update_fields=["standing", "withdrawn_at", "withdrawal_reason", "redirect_to"])
    return _end("withdraw", article, by, reason, public_reason=public_reason)


@transaction.atomic
def reinstate(article: Article, *, by, note: str = "") -> Article:
    article = _begin("reinstate", article, by)
    article.standing, article.withdrawn_at, article.redirect_to = Standing.NORMAL, None, None
    article.withdrawal_reason = ""
    article.save(update_fields=["standing", "withdrawn_at", "withdrawal_reason", "redirect_to"])
    return _end("reinstate", article, by, note)


@transaction.atomic
def archive(article: Article, *, by, note: str = "") -> Article:
    return _stand("archive", article, Standing.ARCHIVED, by, note)


@transaction.atomic
def unarchive(article: Article, *, by, note: str = "") -> Article:
    return _stand("unarchive", article, Standing.NORMAL, by, note)


@transaction.atomic
def bin(article: Article, *, by, note: str = "") -> Article:
    """Put a draft that was never published aside; it can be taken out again."""
    return _stand("bin", article, Standing.BINNED, by, note)


@transaction.atomic
def unbin(article: Article, *, by, note: str = "") -> Article:
    return _stand("unbin", article, Standing.NORMAL, by, note)


def needs_second_person(article: Article, by) -> bool:
    """Whether the site asks for two people and `by` wrote the last change alone."""
    if by is None or SiteSettings.load().people_needed != SiteSettings.People.TWO:
        return False
    edition = article.open_edition
    approved_by_other = (
        article.decisions.filter(step="approve", ordinal=edition.ordinal, at__gte=edition.edited_at)
        .exclude(by=by)
        .exists()
    )
    return edition.edited_by_id == by.pk and not approved_by_other


def refreshed(article: Article) -> Article:
    return Article.objects.select_related("open_edition", "last_release").get(pk=article.pk)


def _begin(name: str, article: Article, by, reason: str | None = None) -> Article:
    """The article locked, after the rights, the table and the reason were asked."""
    step = steps.STEPS[name]
    Article.objects.select_for_update().get(pk=article.pk)
    article = refreshed(article)
    rights.demand(by, name, article)
    if step not in steps.steps_from(article):
        raise Refused(
            _("“%(step)s” is not possible now: the article stands at “%(state)s”.")
            % {"step": step.label, "state": steps.LABELS[steps.standing_of(article)]}
        )
    if step.needs_reason and not (reason or "").strip():
        raise Refused(_("Write the reason."))
    article.stood_at = steps.standing_of(article)
    return article


def _end(name: str, article: Article, by, reason: str = "", **columns) -> Article:
    """Record where the step led and announce it once the transaction is kept."""
    before = article.stood_at
    article = refreshed(article)
    _record(article, name, before, steps.standing_of(article), by, reason=reason or "", **columns)
    edition = article.open_edition or article.last_release
    transaction.on_commit(lambda: stepped.send(Article, article=article, edition=edition, step=name, by=by))
    return article


def _record(article: Article, step: str, before: str, after: str, by, **columns) -> None:
    edition = article.open_edition or article.last_release
    Decision.objects.create(
        article=article,
        ordinal=edition.ordinal if edition else None,
        step=step,
        from_state=before,
        to_state=after,
        by=by,
        **columns,
    )


def _set_state(edition: Edition, state: str, **columns) -> None:
    columns = {"is_returned": False} | columns | {"state": state}
    for name, value in columns.items():
        setattr(edition, name, value)
    edition.save(update_fields=list(columns))


def _stand(name: str, article: Article, standing: str, by, note: str) -> Article:
    article = _begin(name, article, by)
    article.standing = standing
    article.save(update_fields=["standing"])
    return _end(name, article, by, note)


def _release(article: Article, moment: datetime, by, reason: str) -> None:
    """The new edition's beginning and the running one's end are the same moment, set in one transaction."""
    edition, running = article.open_edition, article.last_release
    if by is not None:
        _demand_ready(edition)
    if needs_second_person(article, by) and not reason.strip():
        raise Refused(
            _("You wrote the last change, so a second person publishes. To publish alone, write the reason.")
        )
    if running:
        running.live_until = moment
        running.save(update_fields=["live_until"])
    article.published_at = article.published_at or moment
    _set_state(edition, State.RELEASED, live_from=moment, live_until=None, listed_at=article.published_at)
    article.last_release, article.open_edition = edition, None
    article.save(update_fields=["last_release", "open_edition", "published_at"])


def _demand_ready(edition: Edition) -> None:
    found = checks.blocking(document.read(edition))
    if found:
        raise NotReady(
            _("Not published: %(count)d places must be mended first.") % {"count": len(found)}, found
        )
