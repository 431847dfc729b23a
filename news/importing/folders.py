"""Which texts and photos a command line means."""

import re
from pathlib import Path

from django.utils.translation import gettext as _

from news.importing.bundle import natural
from news.importing.errors import ImportRefused

TEXTS = {".txt", ".text", ".md", ".docx", ".odt", ".html", ".htm", ".mht", ".mhtml", ".zip"}
PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".heic"}


def gather(paths: list[Path], photos: list[Path]) -> list[tuple[Path, list[Path]]]:
    """(text, its photos) pairs. A file is a text; a folder gives each text in it with the pictures of the same stem,
    a lone text all of them. `photos` go to the only text there is. Raises ImportRefused."""
    pairs = []
    for path in paths:
        pairs += _of_folder(path) if path.is_dir() else [(path, [])]
    if photos and len(pairs) != 1:
        raise ImportRefused(
            _("--photo goes with exactly one text; %(count)d were given.") % {"count": len(pairs)}
        )
    return [(text, own + photos) for text, own in pairs]


def _of_folder(folder: Path) -> list[tuple[Path, list[Path]]]:
    files = sorted((path for path in folder.iterdir() if path.is_file()), key=lambda path: natural(path.name))
    texts = [path for path in files if path.suffix.lower() in TEXTS]
    pictures = [path for path in files if path.suffix.lower() in PICTURES]
    if not texts:
        raise ImportRefused(
            _("The folder “%(name)s” holds no text (.docx, .odt, .txt, .html).") % {"name": folder.name}
        )
    if len(texts) == 1:
        return [(texts[0], pictures)]
    return [(text, [picture for picture in pictures if _owner(picture, texts) == text]) for text in texts]


def _owner(picture: Path, texts: list[Path]) -> Path | None:
    """The text with the longest stem that the picture's name begins with: tin-1.jpg and tin-1_02.jpg belong to tin-1.txt."""
    stem = picture.stem.casefold()
    owners = [text for text in texts if re.match(re.escape(text.stem.casefold()) + r"(?![^\W_])", stem)]
    return max(owners, key=lambda text: len(text.stem), default=None)
