"""The photo desk: a library of photos, each with its description, its photographer and the point to keep."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from news.admin.grid_words import WORDS
from news.admin.labels import addresses
from news.admin.paging import CappedPaginator
from news.admin.photo_list import CreditForm, Library, MineFilter, UndescribedFilter, UnusedFilter
from news.desk import photo_rights
from news.files import Busy
from news.models import Photo
from news.photos import library, renditions
from news.photos.intake import PhotoRefused, take_in

ACCEPTED = "image/jpeg,image/png,image/webp"


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or many uploaded files; cleans to a list."""

    widget = ManyFiles(attrs={"accept": ACCEPTED})

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files]


class UploadForm(forms.Form):
    files = FilesField(label=_("Photos"), help_text=_("JPEG, PNG or WebP; several at once."))
    credit = forms.CharField(label=_("photographer"), max_length=150, required=False)


class PhotoForm(forms.ModelForm):
    class Meta:
        model = Photo
        fields = ["title", "alt", "credit", "focal_x", "focal_y"]
        widgets = {
            "alt": forms.Textarea(attrs={"rows": 3}),
            **{
                name: forms.NumberInput(attrs={"type": "range", "min": 0, "max": 1, "step": 0.01})
                for name in ("focal_x", "focal_y")
            },
        }


@admin.register(Photo)
class PhotoAdmin(admin.ModelAdmin):
    form = PhotoForm
    list_display = ["name"]
    list_filter = [MineFilter, UnusedFilter, UndescribedFilter]
    search_fields = ["folded"]  # the search itself is in get_search_results
    search_help_text = _("By words of the title, the description, the photographer or the file name.")
    list_per_page = 48
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = ["write_credit"]
    action_form = CreditForm
    change_list_template = "admin/news/photo/change_list.html"
    change_form_template = "admin/news/photo/change_form.html"
    delete_confirmation_template = "admin/news/photo/delete_confirmation.html"

    @admin.display(description=_("name"))
    def name(self, photo):
        return str(photo)

    # --- the library ----------------------------------------------------------------------------------------------------

    def get_changelist(self, request, **kwargs):
        return Library

    def get_search_results(self, request, queryset, search_term):
        return library.found(queryset, search_term), False

    def changelist_view(self, request, extra_context=None):
        context = {
            "title": gettext("Photo library"),
            "page": _page_data(),
            "accepted": ACCEPTED,
            "has_change_permission": self.has_change_permission(request),
        }
        return super().changelist_view(request, context | (extra_context or {}))

    def get_actions(self, request):
        """No deletion in bulk: where each photo is used must be seen first."""
        return {
            name: action for name, action in super().get_actions(request).items() if name != "delete_selected"
        }

    @admin.action(description=_("Write the photographer"), permissions=["change"])
    def write_credit(self, request, photos):
        credit = request.POST.get("credit", "").strip()[:150]
        others = photo_rights.beyond(request.user, [photo.pk for photo in photos])
        mine = [photo for photo in photos if photo.pk not in others]
        for photo in mine:
            photo.credit = credit
            photo.save(update_fields=["credit"])
        words = ngettext(
            "%(count)d photo now has the photographer “%(name)s”.",
            "%(count)d photos now have the photographer “%(name)s”.", len(mine),
        )  # fmt: skip
        if mine:
            messages.success(request, words % {"count": len(mine), "name": credit or "–"})
        if others:
            words = ngettext(
                "%(count)d photo stays as it is: readers see it, so an editor changes it.",
                "%(count)d photos stay as they are: readers see them, so an editor changes them.", len(others),
            )  # fmt: skip
            messages.warning(request, words % {"count": len(others)})

    # --- one photo ------------------------------------------------------------------------------------------------------

    def has_change_permission(self, request, obj=None):
        """Asked many times for one page, so the answer is kept with the request."""
        if obj is None:
            return super().has_change_permission(request)
        known = request.__dict__.setdefault("_may_change_photo", {})
        if obj.pk not in known:
            known[obj.pk] = photo_rights.may_change(request.user, obj)
        return known[obj.pk]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            context |= {
                "show_save_and_add_another": False,
                "photo": obj,
                "uses": library.uses(obj),
                "shown": renditions.staff_address(obj, "free", 800),
                "is_for_editors": request.user.has_perm(photo_rights.CHANGE)
                and not self.has_change_permission(request, obj),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if {"focal_x", "focal_y"} & set(form.changed_data):
            transaction.on_commit(lambda: renditions.owe(obj))

    # --- new photos -----------------------------------------------------------------------------------------------------

    def add_view(self, request, form_url="", extra_context=None):
        """Upload instead of the stock form: a photo is made from a file alone."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            self._take_in_all(request, form.cleaned_data)
            return HttpResponseRedirect(reverse("admin:news_photo_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Upload photos"),
            "form": form,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/news/photo/upload.html", context)

    def _take_in_all(self, request, data) -> None:
        taken = 0
        for file in data["files"]:
            try:
                take_in(file, by=request.user, credit=data["credit"])
                taken += 1
            except (PhotoRefused, Busy) as refusal:
                messages.error(request, str(refusal))
        if taken:
            words = ngettext(
                "%(count)d photo is in the library.", "%(count)d photos are in the library.", taken
            )
            messages.success(request, words % {"count": taken})

    # --- photos that go -------------------------------------------------------------------------------------------------

    def delete_view(self, request, object_id, extra_context=None):
        """A photo that any edition has ever shown stays: editions are history. The page says where it is used."""
        photo = self.get_object(request, object_id)
        if photo and self.has_delete_permission(request, photo) and (uses := library.uses(photo)):
            context = {
                **self.admin_site.each_context(request),
                "title": gettext("This photo is in use"),
                "photo": photo,
                "uses": uses,
                "opts": self.opts,
            }
            return TemplateResponse(request, "admin/news/photo/used.html", context, status=409)
        return super().delete_view(request, object_id, {"photo": photo} | (extra_context or {}))

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        transaction.on_commit(lambda: renditions.remove(obj))


def _page_data() -> dict:
    """What static/js/photo-desk.js needs to know."""
    return {"words": {key: str(sentence) for key, sentence in WORDS.items()}, "urls": addresses()}
