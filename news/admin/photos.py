"""The photo desk: many files at once, then description, photographer and the point to keep."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from news.models import Article, Photo
from news.photos import renditions
from news.photos.intake import PhotoRefused, take_in


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or many uploaded files; cleans to a list."""

    widget = ManyFiles(attrs={"accept": "image/jpeg,image/png,image/webp"})

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files]


class UploadForm(forms.Form):
    files = FilesField(label=_("Photos"), help_text=_("JPEG, PNG or WebP; several at once."))
    credit = forms.CharField(label=_("photographer"), max_length=150, required=False)


@admin.register(Photo)
class PhotoAdmin(admin.ModelAdmin):
    list_display = ["thumbnail", "name", "alt", "credit", "uploaded_at"]
    list_display_links = ["name"]
    search_fields = ["title", "alt", "original_name", "credit"]
    fields = ["picture", "title", "alt", "credit", ("focal_x", "focal_y"), "taken_at", "facts", "used_in"]
    readonly_fields = ["picture", "facts", "used_in"]
    list_per_page = 48
    show_full_result_count = False

    @admin.display(description=_("photo"))
    def thumbnail(self, photo):
        return format_html(
            '<img class="thumbnail" src="{}" width="96" height="96" alt="" loading="lazy">',
            renditions.staff_address(photo),
        )

    @admin.display(description=_("name"))
    def name(self, photo):
        return str(photo)

    @admin.display(description=_("picture"))
    def picture(self, photo):
        return format_html(
            '<img class="picture" src="{}" alt="">', renditions.staff_address(photo, "free", 800)
        )

    @admin.display(description=_("file"))
    def facts(self, photo):
        return f"{photo.width} × {photo.height} px · {photo.original_name}"

    @admin.display(description=_("Used in"))
    def used_in(self, photo):
        return format_html("<ul>{}</ul>", _links(photo)) if photo.captions.exists() else _("No article yet.")

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
            except PhotoRefused as refusal:
                messages.error(request, str(refusal))
        if taken:
            words = ngettext(
                "%(count)d photo is in the library.", "%(count)d photos are in the library.", taken
            )
            messages.success(request, words % {"count": taken})

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if {"focal_x", "focal_y"} & set(form.changed_data):
            transaction.on_commit(lambda: renditions.owe(obj))

    def has_delete_permission(self, request, obj=None):
        """A photo that any edition has ever shown stays: editions are history."""
        return super().has_delete_permission(request, obj) and (obj is None or not _is_used(obj))

    def get_actions(self, request):
        """No deletion in bulk: where each photo is used must be seen first."""
        return {
            name: action for name, action in super().get_actions(request).items() if name != "delete_selected"
        }


def _is_used(photo: Photo) -> bool:
    return photo.captions.exists() or Article.objects.filter(editions__cover=photo).exists()


def _links(photo: Photo):
    from django.utils.html import format_html_join

    articles = (
        Article.objects.filter(editions__captions__photo=photo)
        .select_related("open_edition", "last_release")
        .distinct()[:20]
    )
    rows = ((reverse("admin:news_article_change", args=[article.pk]), str(article)) for article in articles)
    return format_html_join("", '<li><a href="{}">{}</a></li>', rows)
