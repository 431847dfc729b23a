"""OpenDocument text (.odt), as LibreOffice writes it."""

from news.importing.readers.opendocument.document import MEDIA_TYPE, read

__all__ = ["MEDIA_TYPE", "read"]
