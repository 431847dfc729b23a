"""Articles in the admin: one row an article, read through its two pointers. Rights are those of the desk."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from news.admin import (
    article_list,
    autosave,
    bulk,
    comparing,
    conflict,
    dropping,
    editing,
    history,
    keys,
    links,
    list_filters,
    lookups,
    mail,
    paging,
    preview,
    start_texts,
    stepping,
    suggesting,
    titles,
)
from news.admin.editor import with_editor
from news.desk import rights, workflow
from news.models import Article


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    list_display = ["headline", "state", "category", "edited"]
    list_display_links = ["headline"]
    list_filter = [
        article_list.StateFilter,
        article_list.MineFilter,
        article_list.CategoryFilter,
        article_list.KindFilter,
        list_filters.AgencyFilter,
        list_filters.DayFilter,
        "language",
    ]
    search_fields = ["title_folded"]  # the search itself is in get_search_results
    search_help_text = _("By words of the title, or by number.")
    ordering = ["-number"]
    sortable_by = []
    list_per_page = 50
    paginator = paging.CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions_on_top = True
    actions_selection_counter = True

    # --- rights ---------------------------------------------------------------------------------------------------------

    def has_module_permission(self, request):
        return request.user.has_perm("news.view_article")

    def has_view_permission(self, request, obj=None):
        return rights.may_view(request.user, obj)

    def has_add_permission(self, request):
        return request.user.has_perm("news.add_article")

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return request.user.has_perm("news.change_article")
        return rights.may_edit(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        """Drafts go to the bin, published news is withdrawn or archived."""
        return False

    # --- the list -------------------------------------------------------------------------------------------------------

    def get_queryset(self, request):
        edition = ("edited_by", "category")
        pointers = ("open_edition", "last_release")
        return (
            super()
            .get_queryset(request)
            .select_related(*pointers, *(f"{pointer}__{name}" for pointer in pointers for name in edition))
            .defer(
                *(
                    f"{pointer}__{name}"
                    for pointer in pointers
                    for name in ("body", "lead", "correction_note")
                )
            )
        )

    def get_changelist(self, request, **options):
        return paging.KeysFirst

    def get_actions(self, request):
        return bulk.actions_for(request.user)

    def get_search_results(self, request, queryset, search_term):
        return article_list.search(queryset, search_term), False

    @admin.display(description=_("title"))
    def headline(self, article):
        return str(article)

    @admin.display(description=_("state"))
    def state(self, article):
        return article_list.badge(article)

    @admin.display(description=_("category"))
    def category(self, article):
        text = article_list.text_of(article)
        return article_list.two_lines(
            text.category or "–", f"{text.get_kind_display()} ·\u00a0#{article.number}"
        )

    @admin.display(description=_("last edited"))
    def edited(self, article):
        text = article_list.text_of(article)
        moment = date_format(timezone.localtime(text.edited_at), "d/m/Y H:i")
        return article_list.two_lines(moment, text.edited_by or "")

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": gettext("Articles")} | (extra_context or {}))

    # --- one article ----------------------------------------------------------------------------------------------------

    def get_urls(self):
        view = self.admin_site.admin_view
        own = [
            path("<int:pk>/buoc/<slug:step>/", view(self.step_view), name="news_article_step"),
            path("<int:pk>/chuc-vu/<int:person>/", view(self.title_view), name="news_article_title"),
            path("<int:pk>/xem-truoc/", view(self.preview_view), name="news_article_preview"),
            path("<int:pk>/xem-truoc/khung/", view(self.frame_view), name="news_article_frame"),
            path("<int:pk>/so-sanh/", view(self.compare_view), name="news_article_compare"),
            path("<int:pk>/xung-dot/", view(self.conflict_view), name="news_article_conflict"),
            path("<int:pk>/ban-nhap/", view(self.autosave_view), name="news_article_autosave"),
            path("<int:pk>/khoi-phuc/", view(self.restore_view), name="news_article_restore"),
            path("thu-bao/", view(self.mail_view), name="news_mail"),
            path("phim-tat/", view(require_safe(self.keys_view)), name="news_keys"),
            path("<int:pk>/nhan-ban/", view(require_POST(self.copy_view)), name="news_article_copy"),
            path("<int:pk>/lanh-dao/", view(self.leader_view), name="news_article_leader"),
            path("<int:pk>/de-xuat/", view(self.suggestions_view), name="news_article_suggestions"),
            path("tha-tep/", view(self.drop_view), name="news_article_drop"),
            path("tha-tep/tep/", view(dropping.file_view), name="news_article_drop_file"),
            path("tha-tep/<int:pk>/", view(self.drop_changes_view), name="news_article_drop_changes"),
        ]
        return [*own, *lookups.urls(self.admin_site), *super().get_urls()]

    @method_decorator(with_editor)
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Not the stock form: an article is written through its document (news/admin/editing.py)."""
        if object_id is None:
            if not self.has_add_permission(request):
                raise PermissionDenied
            starts = [] if request.method == "POST" else start_texts.offered()
            return editing.add_view(request, self._context(request) | {"starts": starts})
        return editing.change_view(request, self._article(request, object_id), self._context(request))

    def history_view(self, request, object_id, extra_context=None):
        return history.history_view(request, self._article(request, object_id), self._context(request))

    def compare_view(self, request, pk):
        return comparing.compare_view(request, self._article(request, pk), self._context(request))

    def conflict_view(self, request, pk):
        return conflict.conflict_view(request, self._article(request, pk), self._context(request))

    def autosave_view(self, request, pk):
        return autosave.autosave_view(request, self._article(request, pk))

    def restore_view(self, request, pk):
        return history.restore_view(request, self._article(request, pk))

    def step_view(self, request, pk, step):
        return stepping.step_view(request, self._article(request, pk), step, self._context(request))

    def title_view(self, request, pk, person):
        return titles.register_view(request, self._article(request, pk), person, self._context(request))

    def preview_view(self, request, pk):
        return preview.preview(request, self._article(request, pk))

    def frame_view(self, request, pk):
        return preview.frame(request, self._article(request, pk), self._context(request))

    def leader_view(self, request, pk):
        return links.leader_view(request, self._article(request, pk), self._context(request))

    def suggestions_view(self, request, pk):
        return suggesting.suggestions_view(request, self._article(request, pk), self._context(request))

    def drop_view(self, request):
        return dropping.drop_view(request, self._context(request))

    def drop_changes_view(self, request, pk):
        return dropping.changes_view(request, pk, self._context(request))

    def mail_view(self, request):
        return mail.mail_view(request, self.admin_site.each_context(request))

    def keys_view(self, request):
        return keys.keys_view(request, self.admin_site.each_context(request))

    def copy_view(self, request, pk):
        """ "Nhân bản bài": a new draft of the same text, opened at once."""
        article = self._article(request, pk)
        if not self.has_add_permission(request):
            raise PermissionDenied
        made = workflow.copy(article, by=request.user)
        messages.success(request, gettext("This is a copy: a new draft of its own."))
        return HttpResponseRedirect(reverse("admin:news_article_change", args=[made.pk]))

    def delete_view(self, request, object_id, extra_context=None):
        raise PermissionDenied

    def save_model(self, request, obj, form, change):
        """No stock form saves an article; whoever comes here by another way is turned back."""
        raise PermissionDenied

    def _context(self, request) -> dict:
        return {**self.admin_site.each_context(request), "opts": self.opts, "app_label": self.opts.app_label}

    def _article(self, request, pk) -> Article:
        if not str(pk).isdecimal() or len(str(pk)) > 18:
            raise Http404
        pointers = ("open_edition__edited_by", "last_release__edited_by")
        article = get_object_or_404(Article.objects.select_related(*pointers), pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        return article
