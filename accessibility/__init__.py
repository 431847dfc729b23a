"""The reader: preferences, narration and their controls. Knows no article; imports Django, libraries and itself."""
