"""Quick fix: title, lead and body of what readers see, the difference shown, then out in one act."""

from django import forms
from django.contrib import messages
from django.forms.models import fields_for_model
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.admin.article_form import WIDGETS
from news.admin.editor import with_editor
from news.admin.panel import article_address, change_address
from news.desk import document, quick, steps, workflow
from news.desk.errors import NotReady, Refused
from news.models import Article, Edition


class QuickFixForm(forms.Form):
    """Bound to the release that it was opened on: a later one makes it stale."""

    edition_pk = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, release: Edition):
        self.release = release
        initial = {name: getattr(release, name) for name in quick.FIELDS} | {"edition_pk": release.pk}
        super().__init__(data, initial=initial)
        self.fields |= fields_for_model(Edition, fields=quick.FIELDS, widgets=WIDGETS)
        self.fields["reason"] = forms.CharField(
            label=gettext_lazy("What changed"), required=False, max_length=200,
            help_text=gettext_lazy("For colleagues; stands in the history."),
        )  # fmt: skip

    def clean_edition_pk(self):
        if self.cleaned_data["edition_pk"] != self.release.pk:
            raise forms.ValidationError(_("A newer text was published meanwhile. Open this page again."))
        return self.release.pk

    def texts(self) -> dict:
        return {name: self.cleaned_data[name] for name in quick.FIELDS}


@with_editor
def view(request, article: Article, step: steps.Step, site_context: dict):
    """GET shows the texts, POST the difference, and POST with `_publish` releases exactly what was shown."""
    form = QuickFixForm(request.POST if request.method == "POST" else None, release=article.last_release)
    differences = []
    if request.method == "POST" and form.is_valid():
        try:
            before = document.read(article.last_release)
            differences = quick.changes(before, quick.mended(before, form.texts()))
            if request.POST.get("_publish"):
                return _publish(request, article, form)
        except NotReady as refusal:
            form.add_error(None, f"{refusal} {' '.join(row.sentence for row in refusal.findings)}")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {
        **site_context,
        "title": step.label,
        "article": article,
        "form": form,
        "differences": [
            row | {"label": Edition._meta.get_field(row["field"]).verbose_name} for row in differences
        ],
        "most": quick.MOST_WORDS,
        "back": change_address(article),
        "media": form.media,
    }
    return TemplateResponse(request, "admin/news/article/quick_fix.html", context)


def _publish(request, article: Article, form: QuickFixForm):
    article = workflow.quick_fix(article, form.texts(), by=request.user, reason=form.cleaned_data["reason"])
    words = (
        _("Mended. Readers see it now; it waits for a second look by somebody else.")
        if article.last_release.look_due_at
        else _("Mended. Readers see it now.")
    )
    messages.success(request, f"{words} {article_address(article)}")
    return HttpResponseRedirect(change_address(article))
