"""An old text becomes the open draft again. Nothing is taken back: what stands now stays in the history."""

from django.db import transaction
from django.utils.translation import gettext as _

from news.desk import document, rights, steps, workflow
from news.desk.errors import NotAllowed
from news.models import Article, Decision


def may_restore(user, article: Article) -> bool:
    """Whoever may write into the open edition, or open one where none is."""
    if article.open_edition_id:
        return rights.may_edit(user, article)
    step = steps.STEPS["correct"]
    return step in steps.steps_from(article) and rights.may_step(user, step, article)


@transaction.atomic
def restore(article: Article, content: dict, *, by, why: str, base_version: int | None = None) -> Article:
    """Make `content` the text of the open edition; without one the next edition is opened first.

    Raises Refused with a sentence, Stale when somebody saved after `base_version`, ValidationError when something that
    the old text names no longer exists. A new edition never repeats an old correction note: its readers had it.
    """
    article = workflow.refreshed(article)
    if by is not None and not may_restore(by, article):
        raise NotAllowed(_("You may not restore this text. The article was not changed."))
    before = steps.standing_of(article)
    if not article.open_edition_id:
        article = workflow.correct(article, by=by, note=why)
        content, base_version = content | {"correction_note": ""}, None
    edition = article.open_edition
    document.write(edition, content, by=by, base_version=base_version, why=why)
    article = workflow.refreshed(article)
    Decision.objects.create(
        article=article, ordinal=edition.ordinal, step="restore", from_state=before,
        to_state=steps.standing_of(article), reason=why, by=by,
    )  # fmt: skip
    return article
