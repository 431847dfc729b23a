"""Text of a news page in, findings with offsets out. Standard library only; imports no Django."""

from news.extraction.article import extract
from news.extraction.shape import to_dict

__all__ = ["extract", "to_dict"]
