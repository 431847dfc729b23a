"""The three answers to "the article says one title, the register another": buttons beside the finding, and one page."""

from datetime import date

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from news.admin.article_form import DAY
from news.admin.panel import change_address
from news.desk import document, rights, titles
from news.desk.checks.people import day_of
from news.desk.errors import Refused
from news.models import Article, Person


def may_mend_register(user) -> bool:
    return user.has_perm("news.change_appointment") and user.has_perm("news.add_appointment")


def answer(request, article: Article, said: str):
    """`said` is `<answer>|<person>|<title as printed>` from a button of the form, which has just been saved."""
    act, _bar, rest = said.partition("|")
    key, _bar, printed = rest.partition("|")
    person = get_object_or_404(Person, pk=int(key) if key.isdecimal() and len(key) < 18 else 0)
    if act == "update":
        query = urlencode({"chuc-vu": printed})
        return HttpResponseRedirect(
            f"{reverse('admin:news_article_title', args=[article.pk, person.pk])}?{query}"
        )
    try:
        _ANSWERS[act](request, article, person, printed)
    except (Refused, KeyError) as refusal:
        messages.error(
            request, str(refusal) if isinstance(refusal, Refused) else _("This was not understood.")
        )
    return HttpResponseRedirect(change_address(article))


def _keep(request, article: Article, person: Person, printed: str) -> None:
    titles.keep(article, person.pk, printed, by=request.user)
    messages.success(request, _("Kept as in the article; it is not asked again."))


def _follow(request, article: Article, person: Person, printed: str) -> None:
    post = titles.post_of(person, printed, day_of(document.read(article.open_edition)))
    if post is None:
        raise Refused(_("The article and the register agree now; nothing was changed."))
    titles.follow_register(article, person.pk, printed, post.title, by=request.user)
    messages.success(request, _("The article now says “%(title)s”.") % {"title": post.title})


_ANSWERS = {"keep": _keep, "follow": _follow}


class RegisterForm(forms.Form):
    """What the register is to say: another post from a day on, or the same post under its right name."""

    title = forms.CharField(label=pgettext_lazy("of a person", "title"), max_length=200)
    how = forms.ChoiceField(
        label=gettext_lazy("What happened"),
        widget=forms.RadioSelect,
        choices=[
            ("changed", gettext_lazy("The person has had this title since a day")),
            ("mistake", gettext_lazy("The register was wrong from the start")),
        ],
    )
    on = forms.DateField(
        label=gettext_lazy("Since"),
        required=False,
        widget=DAY,
        help_text=gettext_lazy("The title held until then ends the day before."),
    )

    def clean(self):
        data = super().clean()
        if data.get("how") == "changed" and not data.get("on"):
            self.add_error("on", _("Write the day from which the title was held."))
        return data


def register_view(request, article: Article, pk: int, site_context: dict):
    """ "Cập nhật hồ sơ": the post that the register holds for the day of the event, and what is to become of it."""
    if not (
        may_mend_register(request.user) and article.open_edition and rights.may_edit(request.user, article)
    ):
        raise PermissionDenied
    person, printed = get_object_or_404(Person, pk=pk), request.GET.get("chuc-vu", "")
    day = day_of(document.read(article.open_edition))
    post = titles.post_of(person, printed, day) if printed else None
    if post is None:
        messages.info(request, _("The article and the register agree now; nothing was changed."))
        return HttpResponseRedirect(change_address(article))
    form = RegisterForm(request.POST or None, initial={"title": printed, "how": "changed", "on": day})
    if request.method == "POST" and form.is_valid() and _mended(request, form, post):
        return HttpResponseRedirect(change_address(article))
    context = {
        **site_context,
        "title": _("Update the record"),
        "article": article,
        "person": person,
        "post": post,
        "since": date_format(post.from_on, "d/m/Y") if post.from_on else "",
        "form": form,
        "back": change_address(article),
    }
    return TemplateResponse(request, "admin/news/article/title.html", context)


def _mended(request, form: RegisterForm, post) -> bool:
    title, on = form.cleaned_data["title"], form.cleaned_data["on"]
    try:
        _mend(form.cleaned_data["how"], post, title, on)
    except (Refused, ValidationError) as refusal:
        form.add_error(None, str(refusal) if isinstance(refusal, Refused) else refusal.messages[0])
        return False
    messages.success(
        request, _("The record of %(name)s now says “%(title)s”.") % {"name": post.person, "title": title}
    )
    return True


def _mend(how: str, post, title: str, on: date | None) -> None:
    if how == "mistake":
        titles.correct_post(post, title)
    else:
        titles.change_post(post, title, on)
