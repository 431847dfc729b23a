"""The admin's site object: words and first page of the newsroom."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class StaffSite(admin.AdminSite):
    site_title = _("Newsroom")
    site_header = _("Newsroom")
    index_title = _("Work to do")
    enable_nav_sidebar = True
