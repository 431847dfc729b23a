"""Accounts in plain words: who, and which roles. No matrix of permissions."""

from django import forms
from django.contrib.auth.forms import BaseUserCreationForm
from django.contrib.auth.models import Group
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.accounts.roles import LABELS

FIELDS = ["username", "full_name", "email", "position", "telephone", "language"]


class RolesForm(forms.ModelForm):
    """Adds the roles as checkboxes and writes them as groups."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=list(LABELS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_(
            "What this person may do follows from the roles alone. Somebody without a role sees nothing."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].required = True
        self.fields["username"].help_text = _("For signing in: letters, digits and . _ - @ only.")
        if self.instance.pk:
            held = self.instance.groups.filter(name__in=LABELS)
            self.fields["roles"].initial = list(held.values_list("name", flat=True))

    def clean_username(self):
        username = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=username).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(gettext("This name for signing in is taken."))
        return username

    def _save_m2m(self):
        super()._save_m2m()
        others = self.instance.groups.exclude(name__in=LABELS)
        self.instance.groups.set([*others, *Group.objects.filter(name__in=self.cleaned_data["roles"])])


class NewAccountForm(RolesForm, BaseUserCreationForm):
    class Meta:
        model = User
        fields = FIELDS

    def save(self, commit=True):
        self.instance.is_staff = True
        return super().save(commit)


class AccountForm(RolesForm):
    class Meta:
        model = User
        fields = [*FIELDS, "is_active"]
