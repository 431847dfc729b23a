"""What staff see: one module per noun, and the desk."""

from news.admin import (
    agencies,
    articles,
    emergency,
    glossary,
    hiding,
    history,
    people,
    photos,
    redirects,
    royalties_rates,
    site,
    start_texts,
    taxonomy,
)

__all__ = [
    "agencies",
    "articles",
    "emergency",
    "glossary",
    "hiding",
    "history",
    "people",
    "photos",
    "redirects",
    "royalties_rates",
    "site",
    "start_texts",
    "taxonomy",
]
