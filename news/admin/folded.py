"""Search without accents for everything that keeps a `folded` name."""

from django.contrib import admin
from django.db.models import Q

from news.fold import fold


class FoldedSearch(admin.ModelAdmin):
    """Every word typed stands somewhere in the folded name, or the whole in one of `also_exact` columns."""

    search_fields = ["folded"]  # Django asks for it before it offers autocomplete.
    also_folded: tuple[str, ...] = ()
    also_exact: tuple[str, ...] = ()
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_search_results(self, request, queryset, search_term):
        words = fold(search_term).split()
        if not words:
            return queryset, False
        found = _all_words("folded", words)
        for column in self.also_folded:
            found |= _all_words(column, words)
        for column in self.also_exact:
            found |= Q(**{f"{column}__iexact": search_term.strip()})
        return queryset.filter(found), bool(self.also_folded)


def _all_words(column: str, words: list[str]) -> Q:
    found = Q()
    for word in words:
        found &= Q(**{f"{column}__contains": word})
    return found
