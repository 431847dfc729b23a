"""Lists of staff that belong to no single room."""

from portal import difficulties
from portal.narration import admin as narration

__all__ = ["difficulties", "narration"]
