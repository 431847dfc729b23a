"""What staff see: one module per noun, and the desk."""

from news.admin import agencies, articles, glossary, history, people, photos, site, taxonomy

__all__ = ["agencies", "articles", "glossary", "history", "people", "photos", "site", "taxonomy"]
