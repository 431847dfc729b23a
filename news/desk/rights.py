"""Who may take which step. One function for buttons and for the verbs themselves."""

from django.utils.translation import gettext as _

from news.desk.errors import NotAllowed
from news.desk.steps import STEPS, WRITE, Step
from news.models import Article, Edition


def may_edit(user, article: Article) -> bool:
    """Editors edit any open edition, writers their own drafts (also one returned to them)."""
    edition = article.open_edition
    if edition is None or article.standing == Article.Standing.BINNED:
        return False
    if user.has_perm("news.edit_any_article"):
        return True
    return edition.state == Edition.State.DRAFT and _owns(user, article)


def _owns(user, article: Article) -> bool:
    edition = article.open_edition
    makers = {article.created_by_id} | ({edition.created_by_id} if edition else set())
    return user.has_perm(WRITE) and user.pk in makers


def may_step(user, step: Step, article: Article) -> bool:
    if step.permission != WRITE:
        return user.has_perm(step.permission)
    return user.has_perm("news.edit_any_article") or _owns(user, article)


def may_view(user, article: Article) -> bool:
    """Everybody in the newsroom sees every article; administrators too."""
    return user.has_perm("news.view_article") or user.has_perm(WRITE)


def demand(user, name: str, article: Article) -> None:
    """Raise NotAllowed with a sentence unless the user may take this step. The system (None) may do all."""
    if user is not None and not may_step(user, STEPS[name], article):
        raise NotAllowed(
            _("You may not do this: “%(step)s”. The article was not changed.") % {"step": STEPS[name].label}
        )
