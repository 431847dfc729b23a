"""Attachments, films and subtitles: known by content, looked through, kept once in private storage."""

from news.files.intake import safe_name, take_in
from news.files.refusal import Busy, FileRefused

__all__ = ["Busy", "FileRefused", "safe_name", "take_in"]
