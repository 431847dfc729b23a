"""A file of any kind that offices send -> a Source: its lines, pictures, notes and warnings."""

from news.importing.readers.choose import read
from news.importing.readers.source import Line, Picture, Source

__all__ = ["Line", "Picture", "Source", "read"]
