"""The composition root: the one place where the rooms are introduced to each other."""

import sys
from pathlib import Path

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    name = "portal"

    def ready(self):
        # Commands and the task worker serve no readers, whose questions bring the news of a hidden person along.
        if Path(sys.argv[0]).name == "manage.py":
            from news.site import hidden

            hidden.watch_by_clock()
        from news.desk.signals import newcomers_made, stepped
        from news.register import edits
        from portal.accounts import audit
        from portal.narration import hooks, owed

        hooks.fill()
        edits.fill(audit.latest_of)
        newcomers_made.connect(audit.note_newcomers, dispatch_uid="audit-newcomers")
        stepped.connect(owed.note_step, dispatch_uid="narration.note_step")


class StaffSiteConfig(AdminConfig):
    """The admin under our own site object (titles, sign-in, first page)."""

    default_site = "portal.staff_site.StaffSite"
