"""Who may take which step. One function for buttons and for the verbs themselves.

Rights are asked about the article itself, because they may be limited to categories; whoever knows roles answers
(an authentication backend, docs/decisions/0006).
"""

from django.utils.translation import gettext as _

from news.desk.errors import NotAllowed
from news.desk.steps import STEPS, WRITE, Step
from news.models import Article, Category, Edition

# Steps that put a text before the readers.
RELEASING = ("publish", "schedule", "quick_fix", "mask")


def may_edit(user, article: Article) -> bool:
    """Editors edit any open edition, writers their own drafts (also one returned to them)."""
    edition = article.open_edition
    if edition is None or article.standing == Article.Standing.BINNED:
        return False
    if user.has_perm("news.edit_any_article", article):
        return True
    return edition.state == Edition.State.DRAFT and _owns(user, article)


def _owns(user, article: Article) -> bool:
    edition = article.open_edition
    makers = {article.created_by_id} | ({edition.created_by_id} if edition else set())
    return user.pk in makers and user.has_perm(WRITE, article)


def may_step(user, step: Step, article: Article) -> bool:
    if step.name == "confirm" and _had_a_hand(user, article):
        return False
    if step.permission != WRITE:
        return user.has_perm(step.permission, article)
    return user.has_perm("news.edit_any_article", article) or _owns(user, article)


def _had_a_hand(user, article: Article) -> bool:
    """Whoever wrote the last change or published it is not the second pair of eyes."""
    release = article.last_release
    if release is None or release.look_due_at is None:
        return False
    released = article.decisions.filter(step__in=RELEASING, ordinal=release.ordinal).first()
    return user.pk in {release.edited_by_id, released.by_id if released else None}


def may_ask_leader(user, article: Article) -> bool:
    """Whoever may work on the open edition, in whatever state it stands."""
    edition = article.open_edition
    return (
        edition is not None
        and article.standing != Article.Standing.BINNED
        and (user.has_perm("news.edit_any_article", article) or _owns(user, article))
    )


def may_view(user, article: Article) -> bool:
    """Everybody in the newsroom sees every article; administrators too."""
    return user.has_perm("news.view_article") or user.has_perm(WRITE)


def holds_everywhere(user, permission: str) -> bool:
    """For what is the whole house's: a role that is limited to categories does not reach it."""
    if not user.has_perm(permission):
        return False
    if not getattr(user, "limits", None):
        return True
    if not hasattr(user, "_all_categories"):  # The menu alone asks several times.
        user._all_categories = list(Category.objects.only("pk", "parent_id"))
    return all(user.has_perm(permission, category) for category in user._all_categories)


def demand(user, name: str, article: Article) -> None:
    """Raise NotAllowed with a sentence unless the user may take this step. The system (None) may do all."""
    if user is not None and not may_step(user, STEPS[name], article):
        raise NotAllowed(
            _("You may not do this: “%(step)s”. The article was not changed.") % {"step": STEPS[name].label}
        )
