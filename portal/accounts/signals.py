"""What follows from signing in and from changing the second step: the log of sign-ins, and the end of older sessions."""

from allauth.mfa import signals as mfa
from axes.signals import user_locked_out
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.db.models import F

from portal.accounts import audit, second_factor
from portal.accounts.models import SignIn, User
from portal.accounts.visitors import browser, client_address

Result = SignIn.Result


def connect() -> None:
    for signal, receiver in (
        (user_logged_in, _signed_in),
        (user_login_failed, _refused),
        (user_locked_out, _locked_out),
        (mfa.authentication_failed, _second_step_failed),
        (mfa.authenticator_added, _factor_added),
        (mfa.authenticator_removed, _factor_removed),
    ):
        signal.connect(receiver, dispatch_uid=f"accounts.{receiver.__name__}")


def note(result: str, request, *, user: User | None = None, username: str = "", way: str = "") -> None:
    SignIn.objects.create(
        user=user,
        username=(username or (user.get_username() if user else ""))[:150],
        result=result,
        way=way,
        address=client_address(request),
        agent=browser(request),
    )


def _signed_in(sender, request, user, **_signal) -> None:
    note(Result.SUCCESS, request, user=user, way=_ways(request))


def _ways(request) -> str:
    """How: "password, mfa", "mfa" for a passkey alone, "socialaccount" for the agency's directory."""
    from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY

    records = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, []) if request is not None else []
    return ", ".join(dict.fromkeys(record["method"] for record in records))


def _refused(sender, credentials, request=None, **_signal) -> None:
    if getattr(request, "axes_locked_out", False):
        return
    username = credentials.get("username") or ""
    note(Result.REFUSED, request, user=User.objects.filter(username=username).first(), username=username)


def _locked_out(sender, request=None, username="", **_signal) -> None:
    user = User.objects.filter(username=username).first()
    note(Result.LOCKED_OUT, request, user=user, username=username or "")


def _second_step_failed(sender, request, user, reauthentication=False, **_signal) -> None:
    note(Result.SECOND_STEP, request, user=user)


def _factor_added(sender, request, user, authenticator, **_signal) -> None:
    """A session begun with the password alone, perhaps by somebody else, ends here; this one goes on."""
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    user.refresh_from_db(fields=["session_epoch"])
    update_session_auth_hash(request, user)
    audit.record(audit.Action.FACTOR_ADDED, user, by=user, kind=authenticator.type)


def _factor_removed(sender, request, user, authenticator, **_signal) -> None:
    second_factor.forget(request)
    audit.record(audit.Action.FACTOR_REMOVED, user, by=user, kind=authenticator.type)
