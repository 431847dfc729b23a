"""Roles as a table: group -> permissions. The table is the truth; `grant_roles` writes it into the database."""

from django.utils.translation import pgettext_lazy

WRITER, EDITOR, PUBLISHER, ADMINISTRATOR = "writer", "editor", "publisher", "administrator"

_WRITING = {
    "news.view_article", "news.add_article", "news.change_article",
    "news.view_photo", "news.add_photo", "news.change_photo",
    "news.view_person", "news.add_person", "news.view_agency", "news.add_agency",
    "news.view_category", "news.view_tag", "news.add_tag", "news.view_glossaryentry", "accessibility.view_narration",
}  # fmt: skip
_KEEPING = {
    f"news.{verb}_{model}"
    for verb in ("view", "add", "change")
    for model in ("person", "agency", "appointment", "category", "tag", "glossaryentry")
}
_SITE = {
    f"news.{verb}_{model}" for verb in ("view", "add", "change", "delete") for model in ("page", "menuitem")
} | {"news.view_sitesettings", "news.change_sitesettings"}

_START_TEXTS = {f"news.{verb}_starttext" for verb in ("view", "add", "change", "delete")}
_SOUND = {"accessibility.view_narration", "accessibility.change_narration"}
# What readers found hard to use.
_DIFFICULTIES = {"accessibility.view_difficulty", "accessibility.change_difficulty"}
_EMERGENCY = {f"news.{verb}_emergencynotice" for verb in ("view", "add", "change")}
_ROYALTIES = {"news.view_royaltyclosing", "news.close_royalties"} | {
    f"news.{verb}_{model}" for verb in ("view", "add", "change") for model in ("royaltyrate", "royaltybase")
}
# Who may take a person's name from the public, and who leads the readers of an old portal.
_HIDING = {f"news.{verb}_hiding" for verb in ("view", "add", "change")}
_OLD_ADDRESSES = {f"news.{verb}_oldaddress" for verb in ("view", "add", "change", "delete")}

# What each step of the workflow asks is in news/desk/workflow.py; the two tables meet in these names.
ROLES: dict[str, set[str]] = {
    WRITER: _WRITING,
    EDITOR: _WRITING
    | _KEEPING
    | _START_TEXTS
    | _OLD_ADDRESSES
    | _SOUND
    | _DIFFICULTIES
    | {"news.edit_any_article", "news.review_article", "news.delete_photo", "news.read_reports"},
    PUBLISHER: _WRITING
    | _KEEPING
    | _START_TEXTS
    | _OLD_ADDRESSES
    | _SOUND
    | _DIFFICULTIES
    | _EMERGENCY
    | _ROYALTIES
    | {"news.read_reports"}
    | {"news.edit_any_article", "news.review_article", "news.publish_article", "news.feature_article"},
    ADMINISTRATOR: _SITE
    | _DIFFICULTIES
    | _HIDING
    | _ROYALTIES
    | {"news.read_reports"}
    | {
        "accounts.view_user", "accounts.add_user", "accounts.change_user", "accounts.view_signin",
        "accounts.view_auditentry",
        "news.view_article", "news.view_decision", "news.view_category", "news.add_category", "news.change_category",
        "news.view_person", "news.view_agency", "news.view_photo", "news.view_tag", "news.view_glossaryentry",
        "accessibility.view_narration",
    },
}  # fmt: skip

# Roles that can be limited to categories: those that work on articles.
LIMITABLE = (WRITER, EDITOR, PUBLISHER)

# How they are called where the site settings say nothing else.
LABELS = {
    WRITER: pgettext_lazy("role", "Writer"),
    EDITOR: pgettext_lazy("role", "Editor"),
    PUBLISHER: pgettext_lazy("role", "Publisher"),
    ADMINISTRATOR: pgettext_lazy("role", "Administrator"),
}


def labels() -> dict[str, str]:
    """Role -> its name in this house; one query. State offices have a Ban Biên tập rather than a "publisher"."""
    from news.models import SiteSettings

    settings = SiteSettings.load()
    return {role: getattr(settings, f"{role}_label") or str(label) for role, label in LABELS.items()}


def grant_roles(using: str = "default", **_signal) -> None:
    """Make one group a role with exactly the permissions of the table. Permissions not created yet are skipped: this
    runs after the migration of every app, the last of which finds them all."""
    from django.contrib.auth.models import Group, Permission

    wanted = {name for names in ROLES.values() for name in names}
    known = {
        f"{app}.{codename}": pk
        for pk, app, codename in Permission.objects.using(using).values_list(
            "pk", "content_type__app_label", "codename"
        )
        if f"{app}.{codename}" in wanted
    }
    for role, names in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set([known[name] for name in names if name in known])
