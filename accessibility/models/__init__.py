"""What the reader's room keeps: texts to be heard, the sound made of them, and what readers found hard to use."""

from accessibility.models.difficulty import Difficulty
from accessibility.models.narration import Narration, Recording

__all__ = ["Difficulty", "Narration", "Recording"]
