"""The bin: drafts that nobody took out for a month go for good; the log of them stays."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from news.desk import steps, workflow
from news.models import Article


def days_left(article: Article, at=None) -> int:
    """Days of the calendar until the draft is deleted, at least 0."""
    last = timezone.localdate(article.binned_at) + timedelta(days=workflow.BIN_DAYS)
    return max(0, (last - timezone.localdate(at)).days)


def empty(most: int = 100) -> int:
    """Delete drafts that lie in the bin longer than BIN_DAYS; returns how many. Never one that readers have seen."""
    before = timezone.now() - timedelta(days=workflow.BIN_DAYS)
    old = Article.objects.filter(standing=Article.Standing.BINNED, binned_at__lt=before, last_release=None)
    keys = list(old.values_list("pk", flat=True)[:most])
    return sum(_delete(key) for key in keys)


@transaction.atomic
def _delete(key: int) -> int:
    """One draft with its texts. Asked again under the lock: somebody may just have taken it out."""
    article = Article.objects.select_for_update().filter(pk=key, standing=Article.Standing.BINNED).first()
    if article is None or article.editions.filter(state="released").exists():
        return 0
    article = workflow.refreshed(article)
    workflow.record(article, "delete", steps.BINNED, "", None, reason=str(article))
    Article.objects.filter(pk=key).update(open_edition=None)
    article.delete()
    return 1
