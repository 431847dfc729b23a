"""Mail to staff about what waits for them. A step writes rows that say what is owed; the worker sends them.

Nothing here can fail a step: the rows are written after it is kept, and a mail server is only ever met by the worker.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db.models import Q
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.desk import steps
from news.desk.signals import stepped
from news.models import Article, NoMail, Notice

log = logging.getLogger(__name__)

# Event -> (subject, first line). `who` is a name, `title` the article's.
SAID = {
    "submit": (gettext_lazy("To review: %(title)s"), gettext_lazy("%(who)s has sent this article for review.")),
    "send_back": (
        gettext_lazy("Sent back: %(title)s"), gettext_lazy("%(who)s has sent this article back to be edited."),
    ),
    "approve": (
        gettext_lazy("Approved: %(title)s"),
        gettext_lazy("%(who)s has approved this article; it waits to be published."),
    ),
    "publish": (gettext_lazy("Published: %(title)s"), gettext_lazy("%(who)s has published this article.")),
    "schedule": (gettext_lazy("Scheduled: %(title)s"), gettext_lazy("%(who)s has scheduled this article.")),
    "withdraw": (gettext_lazy("Withdrawn: %(title)s"), gettext_lazy("%(who)s has withdrawn this article.")),
    "consent": (gettext_lazy("Leader agrees: %(title)s"), gettext_lazy("%(who)s agrees to the publication.")),
    "objection": (
        gettext_lazy("Leader asks for changes: %(title)s"), gettext_lazy("%(who)s asks for changes."),
    ),
}  # fmt: skip
MOST_TRIES = 8
# How long one worker has a mail for itself; also the shortest wait before the next try.
LEASE = timedelta(minutes=2)


@receiver(stepped, dispatch_uid="news.desk.notices")
def owe(sender, article, edition, step, by, decision, **_extra) -> None:
    """Write down whom to tell. Called after the step is kept; whatever goes wrong here is logged and nothing more."""
    if step not in SAID:
        return
    try:
        Notice.objects.bulk_create(
            Notice(article=article, recipient=user, event=step, who=decision.by_name, reason=decision.reason)
            for user in recipients(article, edition, step, by)
        )
    except Exception:
        log.exception("Notices about “%s” of article %s are not written.", step, article.number)


def recipients(article: Article, edition, step: str, by) -> list:
    """Active people with an address whom this step concerns, without the one who took it and those who want no mail."""
    if step == "submit":
        found = who_may(steps.REVIEWING, article)
    elif step == "approve":
        found = {*who_may(steps.PUBLISH, article), *_makers(article, edition)}
    else:
        found = {*_makers(article, edition), *_askers(edition, step)}
    quiet = set(NoMail.objects.filter(user__in=found).values_list("user", flat=True))
    return [user for user in sorted(found, key=lambda user: user.pk)
            if user.is_active and user.email and user.pk not in quiet and user != by]  # fmt: skip


def who_may(permission: str, article: Article) -> set:
    """Everybody who holds the right for this very article; the operator's own accounts are not staff."""
    app, codename = permission.split(".")
    held = Q(groups__permissions__codename=codename, groups__permissions__content_type__app_label=app) | Q(
        user_permissions__codename=codename, user_permissions__content_type__app_label=app
    )
    users = get_user_model().objects.filter(held, is_active=True, is_superuser=False).distinct()
    return {user for user in users if user.has_perm(permission, article)}


def _makers(article: Article, edition) -> set:
    makers = {article.created_by_id, edition and edition.created_by_id, edition and edition.edited_by_id}
    return set(get_user_model().objects.filter(pk__in=makers - {None}))


def _askers(edition, step: str) -> set:
    """Who sent the link to the leader."""
    if step not in ("consent", "objection"):
        return set()
    asked = edition.leader_links.exclude(made_by=None).values("made_by")
    return set(get_user_model().objects.filter(pk__in=asked))


def send_owed(most: int = 100) -> int:
    """Send what is owed, the oldest first; returns how many went out. Several workers may run: each mail has one sender."""
    sent = 0
    owed = Notice.objects.filter(sent_at=None, not_before__lte=timezone.now(), tries__lt=MOST_TRIES)
    for notice in owed.select_related("recipient", "article__open_edition", "article__last_release").order_by(
        "not_before", "pk"
    )[:most]:
        if _take(notice):
            sent += _send(notice)
    return sent


def _take(notice: Notice) -> bool:
    """Claim it: the same moment in the condition, so that one of two workers finds nothing to change."""
    wait = LEASE * 2**notice.tries
    claimed = Notice.objects.filter(pk=notice.pk, sent_at=None, not_before=notice.not_before)
    return bool(claimed.update(not_before=timezone.now() + wait, tries=notice.tries + 1))


def _send(notice: Notice) -> bool:
    try:
        mail(notice).send()
    except Exception:
        log.exception(
            "The mail to %s about article %s was not sent.", notice.recipient, notice.article.number
        )
        return False
    Notice.objects.filter(pk=notice.pk).update(sent_at=timezone.now())
    return True


def mail(notice: Notice) -> EmailMessage:
    """In the language of the recipient. The mail names the article and leads to it; the text itself stays in the newsroom."""
    with translation.override(getattr(notice.recipient, "language", "vi")):
        subject, first = SAID[notice.event]
        title = str(notice.article)
        words = {"title": title, "who": notice.who}
        address = settings.MAIL_ORIGIN + reverse("admin:news_article_change", args=[notice.article_id])
        moment = date_format(timezone.localtime(notice.made_at), "H:i, d/m/Y")
        lines = [
            first % words,
            f"“{title}”",
            notice.reason and _("Comment: %(reason)s") % {"reason": notice.reason},
            _("Open the article: %(address)s") % {"address": address},
            _(
                "%(moment)s (Viet Nam time). You can turn these mails off on the page “Mail to me” of the newsroom."
            )
            % {"moment": moment},
        ]
        subject = " ".join(str(subject % words).split())
        return EmailMessage(subject[:200], "\n\n".join(filter(None, lines)), to=[notice.recipient.email])


def forget_old(days: int = 90) -> None:
    """Mails that went out, or could not for so long, are of no use to anybody."""
    Notice.objects.filter(made_at__lt=timezone.now() - timedelta(days=days)).delete()
