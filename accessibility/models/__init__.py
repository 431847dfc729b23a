"""What the reader's room keeps: texts to be heard and the sound made of them."""

from accessibility.models.narration import Narration, Recording

__all__ = ["Narration", "Recording"]
