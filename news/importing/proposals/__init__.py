"""From a dropped text to what is proposed from it, and from an editor's answers to the draft (docs/decisions/0014)."""
