"""Bytes of files on this machine, within the caps."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from news.importing.errors import ImportRefused
from news.importing.readers.web.archived import HEAD, is_archived

# A text file is small; a Word file, an archive or a page saved whole carries its pictures with it.
MOST_CONTAINER_MB, MOST_WHOLE_PAGE_MB = 200, 50
_CONTAINERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def bytes_of(path: Path) -> bytes:
    """Raises ImportRefused for what cannot be read or is larger than IMPORT_MAX_MB (a Word file or archive: 200 MB)."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
            data = head + file.read(max(0, int(_most(head) * 1024 * 1024) + 1 - len(head)))
    except IsADirectoryError:
        raise ImportRefused(
            _("“%(name)s” is a folder; a text file is expected.") % {"name": path.name}
        ) from None
    except OSError as error:
        words = {"name": path.name, "why": error.strerror or error}
        raise ImportRefused(_("The file “%(name)s” cannot be read: %(why)s.") % words) from None
    demand_size(path.name, head, len(data))
    return data


def demand_size(name: str, head: bytes, size: int) -> None:
    """Raises ImportRefused for a file that is larger than its kind may be; `head` are its first HEAD bytes."""
    if size > _most(head) * 1024 * 1024:
        raise ImportRefused(
            _too_large(head.startswith(_CONTAINERS) or is_archived(head))
            % {"name": name, "most": _most(head)}
        )


def _most(head: bytes) -> float:
    """In megabytes."""
    if is_archived(head):
        return MOST_WHOLE_PAGE_MB
    return MOST_CONTAINER_MB if head.startswith(_CONTAINERS) else settings.IMPORT_MAX_MB


def _too_large(is_container: bool) -> str:
    if is_container:
        return _(
            "The file “%(name)s” is larger than %(most)g MB. Give its photos beside it, smaller ones or fewer at once."
        )
    return _("The file “%(name)s” is larger than %(most)g MB. Split it, or raise IMPORT_MAX_MB.")


def beside(page: Path) -> Callable[[str], bytes | None]:
    """Gives pictures of a saved page by their relative address; nothing outside of the page's folder."""
    folder = page.parent.resolve()

    def read(address: str) -> bytes | None:
        try:
            path = (folder / address).resolve()
            if not path.is_relative_to(folder) or path.stat().st_size > settings.PHOTO_MAX_MB * 1024 * 1024:
                return None
            return path.read_bytes()
        except (OSError, ValueError):
            return None

    return read
