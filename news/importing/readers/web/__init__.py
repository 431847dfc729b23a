"""Web pages, saved or pasted: the article is told from what surrounds it."""

from news.importing.readers.web.page import is_page, read, read_fragment

__all__ = ["is_page", "read", "read_fragment"]
