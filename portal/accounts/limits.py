"""Roles that hold in some categories only: `user.has_perm(permission, article)` and `(permission, category)`.

The newsroom asks about the thing itself and knows nothing of roles; this backend answers. A role that is limited counts for a
thing when every category the thing has is among the role's (a category brings those below it). A thing without a category
belongs to nobody's section yet, and no limit applies to it.
"""

from collections.abc import Iterable

from django.contrib.auth.backends import BaseBackend
from django.db.models import Q

from news.models import Article, Category
from portal.accounts.roles import ROLES

_COVERED = "_covered_categories"


class RolesInCategories(BaseBackend):
    """Only answers about articles and categories; nobody signs in by it."""

    def has_perm(self, user_obj, perm, obj=None):
        if not isinstance(obj, (Article, Category)) or not user_obj.is_active or not user_obj.has_perm(perm):
            return False
        if not getattr(user_obj, "limits", None):
            return True
        wanted = categories_of(obj)
        return any(_covers(user_obj, role, wanted) for role in _roles_giving(user_obj, perm))


def categories_of(thing: Article | Category) -> set[int]:
    """What readers see and what is being written may stand in different categories: both count."""
    if isinstance(thing, Category):
        return {thing.pk}
    editions = (thing.open_edition, thing.last_release)
    return {edition.category_id for edition in editions if edition and edition.category_id}


def within(user, permission: str, categories: Iterable[Category]) -> list[Category]:
    """Those of the categories in which the user holds the permission."""
    return [category for category in categories if user.has_perm(permission, category)]


def _roles_giving(user, permission: str) -> list[str]:
    if not hasattr(user, "_role_names"):
        user._role_names = list(user.groups.values_list("name", flat=True))
    return [role for role in user._role_names if permission in ROLES.get(role, ())]


def _covers(user, role: str, wanted: set[int]) -> bool:
    if role not in user.limits:
        return True
    return wanted <= _covered(user)[role]


def _covered(user) -> dict[str, set[int]]:
    """Role -> keys of its categories and of those below them; one query a request."""
    if not hasattr(user, _COVERED):
        named = {pk for keys in user.limits.values() for pk in keys}
        rows = Category.objects.filter(Q(pk__in=named) | Q(parent__in=named)).values_list("pk", "parent_id")
        reach = {
            role: {pk for pk, parent in rows if pk in keys or parent in keys}
            for role, keys in user.limits.items()
        }
        setattr(user, _COVERED, reach)
    return getattr(user, _COVERED)
