"""When somebody leaves: their open work goes to a colleague, their account is shut, their sessions end."""

from django.db import transaction
from django.db.models import Q, QuerySet

from news.models import Article, Edition
from portal.accounts import audit
from portal.accounts.models import OneTimeLink, User


def open_work_of(user: User) -> QuerySet[Article]:
    """Articles with an edition being written that count as this person's own."""
    return Article.objects.filter(
        Q(created_by=user) | Q(open_edition__created_by=user), open_edition__isnull=False
    )


@transaction.atomic
def hand_over(of: User, to: User, *, by: User) -> int:
    """Make the open work of one person the other's own: their desk and their right to edit follow. Who wrote what was
    published, saved and signed stays as it was. Returns how many articles."""
    articles = list(open_work_of(of).select_for_update(of=("self",), no_key=True).order_by("number"))
    keys = [article.pk for article in articles]
    Article.objects.filter(pk__in=keys, created_by=of).update(created_by=to)
    open_editions = [article.open_edition_id for article in articles]
    Edition.objects.filter(pk__in=open_editions, created_by=of).update(created_by=to)
    if articles:
        numbers = ", ".join(str(article.number) for article in articles)
        audit.record(audit.Action.HANDED_OVER, of, by=by, to=str(to), articles=numbers)
    return len(articles)


@transaction.atomic
def deactivate(user: User, *, by: User, to: User | None = None) -> int:
    """Shut the account. Returns how many articles went to the colleague."""
    moved = hand_over(user, to, by=by) if to else 0
    user.is_active = False
    user.save(update_fields=["is_active"])
    OneTimeLink.objects.filter(user=user, used_at=None).delete()
    end_sessions(user, by=by, said=False)
    audit.record(audit.Action.LOCKED, user, by=by)
    return moved


@transaction.atomic
def reactivate(user: User, *, by: User) -> None:
    user.is_active = True
    user.save(update_fields=["is_active"])
    audit.record(audit.Action.UNLOCKED, user, by=by)


def end_sessions(user: User, *, by: User | None, said: bool = True) -> None:
    """Every browser that is signed in as this person is asked to sign in again at its next step."""
    user.session_epoch += 1
    user.save(update_fields=["session_epoch"])
    if said:
        audit.record(audit.Action.SIGNED_OUT, user, by=by)
