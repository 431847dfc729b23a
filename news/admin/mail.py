"""Whether the desk also writes to me: one switch for each person."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from news.models import NoMail


def mail_view(request, site_context: dict):
    """GET shows the switch, POST turns it to what `mail` says."""
    if not request.user.has_perm("news.view_article"):
        raise PermissionDenied
    if request.method == "POST":
        if request.POST.get("mail") == "on":
            NoMail.objects.filter(user=request.user).delete()
            messages.success(request, _("Mail about your articles comes to you."))
        else:
            NoMail.objects.get_or_create(user=request.user)
            messages.success(request, _("No mail comes to you; your work waits on the desk."))
        return HttpResponseRedirect(reverse("admin:news_mail"))
    context = {
        **site_context,
        "title": _("Mail to me"),
        "is_on": not NoMail.objects.filter(user=request.user).exists(),
        "address": request.user.email,
    }
    return TemplateResponse(request, "admin/news/mail.html", context)
