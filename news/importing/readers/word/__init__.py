"""Word (.docx): the file is opened by python-docx, what its paragraphs mean is read here."""

from news.importing.readers.word.document import read

__all__ = ["read"]
