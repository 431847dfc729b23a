"""The composition root: the one place where the rooms are introduced to each other."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    name = "portal"


class StaffSiteConfig(AdminConfig):
    """The admin under our own site object (titles, sign-in, first page)."""

    default_site = "portal.staff_site.StaffSite"
