"""The verbs of the newsroom and the only writer of a state. Each takes `by=` (None: the system), locks the article, checks,
saves named fields, records a Decision and announces after the commit. Each raises errors.Refused with a sentence."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from news.desk import checks, document, quick, rights, steps
from news.desk.errors import NotAllowed, NotReady, Refused
from news.desk.signals import stepped
from news.models import Article, Decision, Edition, Sequence, SiteSettings

State, Standing = Edition.State, Article.Standing
SECOND_LOOK = timedelta(hours=24)
BIN_DAYS = 30


@transaction.atomic
def create(
    content: dict,
    *,
    by,
    language: str = "vi",
    translation_of: Article | None = None,
    form: str = "",
    **columns,
) -> Article:
    """A new article with its first open edition, typed in `form`. `columns` go to the Article (an import gives `source_hash`)."""
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
    document.write(edition, content, by=by, why=_("created"), form=form)
    record(article, "create", "", steps.DRAFT, by)
    return refreshed(article)


@transaction.atomic
def copy(article: Article, *, by) -> Article:
    """A new draft with the same text and lists ("Nhân bản bài"): for the next meeting of the same people."""
    source = article.open_edition or article.last_release
    content = document.read(source) | {"correction_note": "", "event_on": None, "event_until": None}
    if by is not None and source.category and not by.has_perm(steps.WRITE, source.category):
        # The copy is one's own; where it goes is chosen among the categories that one writes in.
        content["category"] = None
    made = create(content, by=by, language=article.language)
    record(made, "copy", "", steps.DRAFT, by, reason=f"#{article.number} {source.title}")
    return made


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
    _set_state(edition, State.APPROVED, live_from=None, live_until=None, listed_at=None, look_due_at=None)
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
    content = document.read(article.last_release) | {"correction_note": ""}
    _open_next(article, content, by, _("opened for a correction"))
    return _end("correct", article, by, note)


@transaction.atomic
def quick_fix(article: Article, texts: dict, *, by, reason: str = "") -> Article:
    """Small changes of words in title, lead or body, released at once as the next edition, then awaiting a second look.

    Raises Refused when more than a few words differ or when a list would be touched (news/desk/quick.py).
    """
    article = _begin("quick_fix", article, by)
    before = document.read(article.last_release) | {"correction_note": ""}
    _open_next(article, quick.mended(before, texts), by, _("quick fix"))
    moment = timezone.now()
    _release(article, moment, by, reason, is_quick=True)
    return _end("quick_fix", article, by, reason, moment=moment)


@transaction.atomic
def mask(article: Article, content: dict, *, by, reason: str) -> Article:
    """A privacy edition: the last release without somebody's name, released at once. No step of the table: it is offered on
    the page that hides a person, asks for that right alone, and is not held up by what the checks would say of the rest."""
    Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    article = refreshed(article)
    before = steps.standing_of(article)
    if by is not None and not by.has_perm("news.add_hiding"):
        raise NotAllowed(_("Only an administrator hides persons."))
    if before not in (steps.LIVE, steps.ARCHIVED):
        raise Refused(
            _("being edited or not live now; readers see it without the name until it is published.")
        )
    _open_next(article, content | {"correction_note": ""}, None, _("privacy edition"))
    moment = timezone.now()
    _release(article, moment, None, reason)
    if SiteSettings.load().people_needed != SiteSettings.People.ONE:
        Edition.objects.filter(pk=article.last_release.pk).update(look_due_at=moment + SECOND_LOOK)
    article = refreshed(article)
    record(article, "mask", before, steps.standing_of(article), by, reason=reason, moment=moment)
    return article


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
def archive(article: Article, *, by, note: str = "", at: datetime | None = None) -> Article:
    """Out of the lists now, or by the clock from the moment `at` on; the address keeps answering."""
    if at and at <= timezone.now():
        raise Refused(
            _("This moment lies in the past. Choose a later one, or leave it empty to archive now.")
        )
    if at:
        return _stand("archive", article, by, note, at, listed_until=at)
    return _stand("archive", article, by, note, standing=Standing.ARCHIVED)


@transaction.atomic
def unarchive(article: Article, *, by, note: str = "") -> Article:
    return _stand("unarchive", article, by, note, standing=Standing.NORMAL, listed_until=None)


@transaction.atomic
def feature(article: Article, *, by, note: str = "", until: datetime | None = None) -> Article:
    """First on the home page from now on, until the moment `until` or until the next one is featured."""
    now = timezone.now()
    if until and until <= now:
        raise Refused(_("This moment lies in the past. Choose a later one."))
    return _stand("feature", article, by, note, until, featured_from=now, featured_until=until)


@transaction.atomic
def unfeature(article: Article, *, by, note: str = "") -> Article:
    return _stand("unfeature", article, by, note, featured_from=None, featured_until=None)


@transaction.atomic
def confirm(article: Article, *, by, note: str = "") -> Article:
    """The second look: somebody who neither wrote nor published the text has read it."""
    article = _begin("confirm", article, by)
    release = article.last_release
    release.look_due_at = None
    release.save(update_fields=["look_due_at"])
    return _end("confirm", article, by, note)


@transaction.atomic
def bin(article: Article, *, by, note: str = "") -> Article:
    """Put a draft that was never published aside; it can be taken out again for BIN_DAYS."""
    return _stand("bin", article, by, note, standing=Standing.BINNED, binned_at=timezone.now())


@transaction.atomic
def unbin(article: Article, *, by, note: str = "") -> Article:
    return _stand("unbin", article, by, note, standing=Standing.NORMAL, binned_at=None)


def needs_second_person(article: Article, by) -> bool:
    """Whether the site asks for two people and `by` wrote the last change alone."""
    return stands_alone(article, by) and SiteSettings.load().people_needed == SiteSettings.People.TWO


def stands_alone(article: Article, by) -> bool:
    """Whether `by` wrote the last change and neither a colleague nor a leader has agreed to this very text."""
    edition = article.open_edition
    if by is None or edition.edited_by_id != by.pk:
        return False
    approved = article.decisions.filter(step="approve", ordinal=edition.ordinal, at__gte=edition.edited_at)
    return not (has_consent(edition) or approved.exclude(by=by).exists())


def has_consent(edition: Edition) -> bool:
    """Whether the latest answer of a leader to this very version agrees."""
    answer = edition.consents.filter(version=edition.version).first()
    return answer is not None and answer.agrees


def refreshed(article: Article) -> Article:
    return Article.objects.select_related("open_edition", "last_release").get(pk=article.pk)


def _begin(name: str, article: Article, by, reason: str | None = None) -> Article:
    """The article locked, after the rights, the table and the reason were asked."""
    step = steps.STEPS[name]
    Article.objects.select_for_update(no_key=True).get(pk=article.pk)
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
    record(article, name, before, steps.standing_of(article), by, reason=reason or "", **columns)
    return article


def record(article: Article, step: str, before: str, after: str, by, **columns) -> Decision:
    """Write a line of the log, and announce it once the transaction is kept. A listener that fails is logged by Django."""
    edition = article.open_edition or article.last_release
    decision = Decision.objects.create(
        article=article,
        ordinal=edition.ordinal if edition else None,
        step=step,
        from_state=before,
        to_state=after,
        by=by,
        **columns,
    )
    news = {"article": article, "edition": edition, "step": step, "by": by, "decision": decision}
    transaction.on_commit(lambda: stepped.send_robust(Article, **news))
    return decision


def _open_next(article: Article, content: dict, by, why: str) -> None:
    """The next edition of a released article, opened with this content; `article` is the locked row."""
    edition = Edition.objects.create(
        article=article,
        language=article.language,
        ordinal=article.editions.order_by("-ordinal").values_list("ordinal", flat=True)[0] + 1,
        created_by=by,
        edited_by=by,
        version=0,
        title=content["title"],
    )
    article.open_edition = document.write(edition, content, by=by, why=why)
    article.save(update_fields=["open_edition"])


def _set_state(edition: Edition, state: str, **columns) -> None:
    columns = {"is_returned": False} | columns | {"state": state, "stood_at": timezone.now()}
    for name, value in columns.items():
        setattr(edition, name, value)
    edition.save(update_fields=list(columns))


def _stand(name: str, article: Article, by, note: str, moment: datetime | None = None, **columns) -> Article:
    """A step that sets columns of the article and nothing else."""
    article = _begin(name, article, by)
    for column, value in columns.items():
        setattr(article, column, value)
    article.save(update_fields=list(columns))
    return _end(name, article, by, note, moment=moment)


def _release(article: Article, moment: datetime, by, reason: str, is_quick: bool = False) -> None:
    """The new edition's beginning and the running one's end are the same moment, set in one transaction."""
    edition, running = article.open_edition, article.last_release
    if by is not None:
        _demand_ready(edition)
    due = _second_look_due(article, moment, by, reason, is_quick)
    if running:
        running.live_until = moment
        if moment <= timezone.now():
            # A schedule may be taken back, and then the running text still waits for its second look.
            running.look_due_at = None
        running.save(update_fields=["live_until", "look_due_at"])
    article.published_at = article.published_at or moment
    moments = {"live_from": moment, "live_until": None, "listed_at": article.published_at}
    _set_state(edition, State.RELEASED, look_due_at=due, **moments)
    article.last_release, article.open_edition = edition, None
    article.save(update_fields=["last_release", "open_edition", "published_at"])


def _second_look_due(article: Article, moment: datetime, by, reason: str, is_quick: bool) -> datetime | None:
    """Until when somebody else reads a text that went out by one person alone; None where two have seen it."""
    if not stands_alone(article, by):
        return None
    needed = SiteSettings.load().people_needed
    if needed == SiteSettings.People.TWO and not (is_quick or reason.strip()):
        raise Refused(
            _("You wrote the last change, so a second person publishes. To publish alone, write the reason.")
        )
    return None if needed == SiteSettings.People.ONE else moment + SECOND_LOOK


def _demand_ready(edition: Edition) -> None:
    found = checks.blocking(document.read(edition))
    if found:
        raise NotReady(
            _("Not published: %(count)d places must be mended first.") % {"count": len(found)}, found
        )
