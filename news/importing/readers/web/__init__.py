"""Web pages, saved or pasted: the article is told from what surrounds it."""

from news.importing.readers.web.archived import is_archived
from news.importing.readers.web.page import has_scripts, is_page, read, read_archived, read_fragment

__all__ = ["has_scripts", "is_archived", "is_page", "read", "read_archived", "read_fragment"]
