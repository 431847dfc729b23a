"""What administrators do to an account besides editing it: links, sessions, the second step, deactivation with hand-over."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.accounts import audit, handover, links, second_factor
from portal.accounts.forms import HandOverForm
from portal.accounts.models import OneTimeLink, User

SHOWN_ONCE = "one_time_link"
LATEST = 10


@dataclass(frozen=True)
class Act:
    """A button, what the confirmation says, what is said afterwards, and the verb. `own`: also on one's own account."""

    label: Promise
    before: Promise
    after: Promise
    verb: Callable
    dangerous: bool = True
    own: bool = False


def _remove_factor(user: User, *, by: User) -> None:
    second_factor.remove_all(user)
    handover.end_sessions(user, by=by, said=False)
    audit.record(audit.Action.FACTOR_REMOVED, user, by=by)


ACTS = {
    "khoa": Act(
        gettext_lazy("Deactivate the account"),
        gettext_lazy("The person is signed out at once and cannot sign in. What they wrote stays under their name."),
        gettext_lazy("The account is deactivated."),
        handover.deactivate,
    ),
    "mo-lai": Act(
        gettext_lazy("Reactivate the account"),
        gettext_lazy("The person can sign in again with the roles they had."),
        gettext_lazy("The account is active again."),
        handover.reactivate,
        dangerous=False,
    ),
    "dang-xuat": Act(
        gettext_lazy("End all sessions"),
        gettext_lazy("Every browser signed in with this account is asked to sign in again, for example after a loss."),
        gettext_lazy("All sessions of the account are ended."),
        handover.end_sessions,
        own=True,
    ),
    "bo-xac-thuc": Act(
        gettext_lazy("Remove the second step"),
        gettext_lazy("For a lost phone: the app, the passkeys and the recovery codes stop working, all sessions end. "
                     "Make sure that it is really this person who asks."),
        gettext_lazy("The second step is removed. The person sets up a new one at the next sign-in."),
        _remove_factor,
    ),
}  # fmt: skip


def summary(user: User, *, of: User) -> dict:
    """What the page of an account shows beside its form; a fixed number of queries."""
    has_factor = second_factor.has_one(user)
    offered = (
        ["mo-lai"] if not user.is_active else ["dang-xuat", "khoa"] + (["bo-xac-thuc"] if has_factor else [])
    )
    acts = [{"name": name, "act": ACTS[name]} for name in offered if ACTS[name].own or user.pk != of.pk]
    return {
        "acts": acts,
        "has_factor": has_factor,
        "needs_factor": second_factor.is_needed(user),
        "may_link": user.is_active and user.pk != of.pk,
        "has_password": user.has_usable_password(),
        "link": user.links.filter(used_at=None).first(),
        "open_work": handover.open_work_of(user).count(),
        "sign_ins": user.sign_ins.all()[:LATEST],
        "all_sign_ins": f"{reverse('admin:accounts_signin_changelist')}?user__id__exact={user.pk}",
    }


def issue(request, user: User, kind: str, *, by_mail: bool) -> None:
    """Make the link and keep it in this session until the next page has shown it."""
    address = links.address_of(links.make(user, kind, by=request.user), request)
    request.session[SHOWN_ONCE] = {"user": user.pk, "address": address, "mailed": by_mail}
    if by_mail:
        links.send(user, kind, address)


def link_page(model_admin, request, pk: int):
    """GET shows a fresh link once, or offers a new one; POST makes it."""
    user = _account(model_admin, request, pk)
    if user.pk == request.user.pk or not user.is_active:
        raise PermissionDenied
    if request.method == "POST":
        kind = OneTimeLink.Kind.RESET if user.has_usable_password() else OneTimeLink.Kind.INVITE
        issue(request, user, kind, by_mail="by_mail" in request.POST)
        return HttpResponseRedirect(request.path)
    fresh = request.session.get(SHOWN_ONCE)
    fresh = request.session.pop(SHOWN_ONCE) if fresh and fresh["user"] == user.pk else None
    page = {
        "title": _("Link for %(name)s") % {"name": user},
        "fresh": fresh,
        "link": user.links.filter(used_at=None).first(),
    }
    response = _page(model_admin, request, user, "admin/accounts/user/link.html", page)
    response.headers["Cache-Control"] = "no-store"
    return response


def act_page(model_admin, request, pk: int, name: str):
    """GET asks, POST does."""
    user, act = _account(model_admin, request, pk), ACTS.get(name)
    if act is None:
        raise Http404
    if user.pk == request.user.pk and not act.own:
        raise PermissionDenied
    sent = request.POST if request.method == "POST" else None
    form = HandOverForm(sent, leaving=user) if name == "khoa" else None
    if request.method == "POST" and (form is None or form.is_valid()):
        return _do(request, user, act, form.cleaned_data if form else {})
    page = {
        "title": act.label,
        "act": act,
        "form": form,
        "open_work": handover.open_work_of(user).count() if form else 0,
    }
    return _page(model_admin, request, user, "admin/accounts/user/act.html", page)


def _do(request, user: User, act: Act, answers: dict):
    moved = act.verb(user, by=request.user, **answers)
    messages.success(request, act.after)
    if moved:
        words = ngettext(
            "%(count)d open article went to %(name)s.", "%(count)d open articles went to %(name)s.", moved
        )
        messages.success(request, words % {"count": moved, "name": answers["to"]})
    return HttpResponseRedirect(reverse("admin:accounts_user_change", args=[user.pk]))


def _account(model_admin, request, pk: int) -> User:
    user = get_object_or_404(model_admin.get_queryset(request), pk=pk)
    if not model_admin.has_change_permission(request, user):
        raise PermissionDenied
    return user


def _page(model_admin, request, user: User, template: str, page: dict):
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "account": user,
        **page,
    }
    return TemplateResponse(request, template, context)
