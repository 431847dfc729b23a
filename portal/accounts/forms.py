"""Accounts in plain words: who, which roles, and where they hold. No matrix of permissions."""

from allauth.account.forms import LoginForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from news.models import Category
from portal.accounts.models import User
from portal.accounts.roles import LABELS, LIMITABLE, labels

FIELDS = ["username", "full_name", "email", "position", "telephone", "language"]


class SignInForm(LoginForm):
    """The library's form in our words: labels instead of placeholders."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class _CodeInWords:
    """Codes of the app and recovery codes are digits: telephones show their digits, and no placeholder doubles the label."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        attributes = self.fields["code"].widget.attrs
        attributes.pop("placeholder", None)
        attributes |= {"inputmode": "numeric", "autofocus": True}


class SecondStepForm(_CodeInWords, AuthenticateForm):
    pass


class SecondStepAgainForm(_CodeInWords, ReauthenticateForm):
    pass


class AppForm(_CodeInWords, ActivateTOTPForm):
    pass


class RolesForm(forms.ModelForm):
    """Adds the roles as checkboxes, each with its categories, and writes them as groups and limits."""

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
        names = labels()
        self.fields["roles"].choices = list(names.items())
        self.fields |= {limit_field(role): _limit(names[role]) for role in LIMITABLE}
        for role, keys in self.instance.limits.items():
            if role in LIMITABLE:
                self.fields[limit_field(role)].initial = keys
        if self.instance.pk:
            held = self.instance.groups.filter(name__in=LABELS)
            self.fields["roles"].initial = list(held.values_list("name", flat=True))

    def clean_username(self):
        username = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=username).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(gettext("This name for signing in is taken."))
        return username

    def clean(self):
        """A role that is not held is limited to nothing that anybody would remember later."""
        data = super().clean()
        chosen = {role: data.get(limit_field(role)) for role in LIMITABLE if role in data.get("roles", [])}
        self.instance.limits = {role: sorted(row.pk for row in rows) for role, rows in chosen.items() if rows}
        return data

    def _save_m2m(self):
        super()._save_m2m()
        others = self.instance.groups.exclude(name__in=LABELS)
        self.instance.groups.set([*others, *Group.objects.filter(name__in=self.cleaned_data["roles"])])


def limit_field(role: str) -> str:
    return f"limit_{role}"


def _limit(name: str) -> forms.Field:
    return forms.ModelMultipleChoiceField(
        Category.objects.all(),
        label=_("%(role)s: only in") % {"role": name},
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None ticked: in every category. A category brings those below it."),
    )


class InvitationForm(RolesForm):
    """A new account. It has no password: the person chooses one by the link."""

    by_mail = forms.BooleanField(
        label=_("Send the link by e-mail too"),
        required=False,
        help_text=_("It is shown once on the next page in any case."),
    )

    class Meta:
        model = User
        fields = FIELDS

    def save(self, commit=True):
        self.instance.is_staff = True
        self.instance.set_unusable_password()
        return super().save(commit)


class AccountForm(RolesForm):
    class Meta:
        model = User
        fields = FIELDS


class HandOverForm(forms.Form):
    """To whom the open work goes. Only people who may write are offered."""

    to = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Hand the open work over to"),
        required=False,
        empty_label=_("– nobody: it stays where it is –"),
    )

    def __init__(self, *args, leaving: User, **kwargs):
        super().__init__(*args, **kwargs)
        colleagues = User.objects.filter(is_active=True, is_superuser=False).exclude(pk=leaving.pk)
        self.fields["to"].queryset = colleagues.filter(groups__name__in=LIMITABLE).distinct()
