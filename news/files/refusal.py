"""How files are turned away: always with a sentence for the person who sent them, and with nothing kept."""


class FileRefused(Exception):
    """`str()` says which file, what is wrong and what to do."""


class Busy(Exception):
    """Not now: the file is sound as far as one knows, and the same request may be made again in a moment."""
