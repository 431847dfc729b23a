"""Pages of a long list. Which rows it has is asked of keys alone, once; only those of the page are loaded with all they show.

A list joins each article with both of its texts and their people. Sorting or filtering such wide rows costs a database ten
times what it costs to sort their keys, and counting them apart would ask the same question again.
"""

from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.utils.functional import cached_property

MOST_COUNTED = 1000


class CappedPaginator(Paginator):
    """Counts no further than a person would leaf; older rows are found by search and filters."""

    @cached_property
    def keys(self) -> list[int]:
        """In the order of the list. One more than the cap says that there are more."""
        return list(self.object_list.values_list("pk", flat=True)[: MOST_COUNTED + 1])

    @property
    def is_capped(self) -> bool:
        return len(self.keys) > MOST_COUNTED

    @property
    def count(self) -> int:
        return min(len(self.keys), MOST_COUNTED)


class KeysFirst(ChangeList):
    """The list of a ModelAdmin whose paginator is a CappedPaginator: rows come by key, without the filters."""

    def get_results(self, request):
        super().get_results(request)
        keys = self.paginator.keys[: self.result_count]
        if self.multi_page and not (self.show_all and self.can_show_all):
            first = (self.page_num - 1) * self.list_per_page
            keys = keys[first : first + self.list_per_page]
        found = self.model_admin.get_queryset(request).in_bulk(keys)
        self.result_list = [found[key] for key in keys if key in found]
