from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "portal.accounts"
    label = "accounts"
    verbose_name = _("Users")

    def ready(self):
        # After every migration, not in one: permissions of later rooms exist only then.
        from portal.accounts import audit, checks, signals  # noqa: F401
        from portal.accounts.roles import grant_roles

        audit.listen()
        signals.connect()
        post_migrate.connect(grant_roles, dispatch_uid="accounts.grant_roles")
