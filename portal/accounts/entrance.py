"""The doors that the sign-in library does not have: a link that works once, and starting a sign-in over."""

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from portal.accounts import links


class SignInView(LoginView):
    """The library's page, and the agency's directory beside the password where there is one."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"directory": _directory(self.request)}


def _directory(request) -> dict | None:
    if not settings.OIDC_SERVER:
        return None
    following = {"next": request.GET["next"]} if "next" in request.GET else None
    address = reverse("openid_connect_login", args=["oidc"], query=following)
    return {"name": settings.OIDC_NAME, "address": address}


@sensitive_variables("secret")
@sensitive_post_parameters()
@never_cache
def one_time_link(request, secret):
    """Looking at the page uses nothing up: mail programs open links before their readers do."""
    link = links.find(secret)
    if link is None:
        return TemplateResponse(
            request, "account/link_gone.html", {"title": _("This link no longer works")}, status=410
        )
    with translation.override(link.user.language):
        form = SetPasswordForm(link.user, request.POST or None)
        if request.method == "POST" and form.is_valid():
            return _enter(request, secret, form.cleaned_data["new_password1"])
        context = {"form": form, "link": link, "title": _("Choose your password")}
        return TemplateResponse(request, "account/link.html", context).render()


def _enter(request, secret: str, password: str):
    """Nobody is signed in by the link alone: the password just chosen, and a second step where one is set up, are asked."""
    logout(request)
    if links.use(secret, password) is None:
        return HttpResponseRedirect(request.path)
    messages.success(request, _("Your password is set. Sign in with it."))
    return HttpResponseRedirect(reverse("account_login"))


@require_POST
def start_again(request):
    """Give up a sign-in that waits for its second step."""
    logout(request)
    return HttpResponseRedirect(reverse("account_login"))
