"""Computers that are not asked for the second step for a while. They are forgotten with the sessions of the account, for example
after a loss: the lost browser may well keep the password."""

from types import SimpleNamespace

from allauth.mfa.base.views import TrustView
from allauth.mfa.internal.flows import trust
from allauth.mfa.stages import AuthenticateStage

from portal.accounts.models import User


def _as_of_now(user: User) -> SimpleNamespace:
    """What the library makes its mark from, and the count of ended sessions, which it does not know."""
    return SimpleNamespace(pk=user.pk, password=f"{user.password}|{user.session_epoch}")


class SecondStep(AuthenticateStage):
    """The library's own way of looking at its cookie finds nothing in ours, so it asks; we then look ourselves."""

    def _should_handle(self, request) -> bool:
        return super()._should_handle(request) and not trust.is_trusted_browser(
            request, _as_of_now(self.login.user)
        )


class RememberView(TrustView):
    def form_valid(self, form):
        stage = self.request._login_stage
        response = stage.exit()
        if self.request.POST.get("action") == "trust":
            trust.trust_browser(self.request, _as_of_now(stage.login.user), response)
        return response
