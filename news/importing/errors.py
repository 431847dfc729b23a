"""How an import says no."""


class ImportRefused(Exception):
    """`str()` names the file, what is wrong and what to do. Nothing of it was saved."""
