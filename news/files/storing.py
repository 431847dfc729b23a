"""Putting a file into a storage so that nobody ever meets half of it."""

import os

from django.core.files.base import ContentFile, File

CHUNK = 1024 * 1024


def keep(storage, path: str, content: bytes | File) -> None:
    """Save under a name of its own first, then rename. A file that is there already stays: names follow from contents."""
    if storage.exists(path):
        return
    content = ContentFile(content) if isinstance(content, bytes) else content
    draft = storage.save(f"{path}.part", content)
    os.replace(storage.path(draft), storage.path(path))


class Patched(File):
    """Reads like `file`, with the bytes at some offsets replaced: {offset: bytes}. Nothing is held in memory."""

    def __init__(self, file, patches: dict[int, bytes], name: str = "patched"):
        super().__init__(file, name)
        self.patches = patches

    def chunks(self, chunk_size=None):
        self.file.seek(0)
        place = 0
        while piece := self.file.read(chunk_size or CHUNK):
            yield _patched(piece, place, self.patches)
            place += len(piece)


def _patched(piece: bytes, place: int, patches: dict[int, bytes]) -> bytes:
    whole = bytearray(piece)
    for offset, fresh in patches.items():
        first, last = max(offset, place), min(offset + len(fresh), place + len(piece))
        if first < last:
            whole[first - place : last - place] = fresh[first - offset : last - offset]
    return bytes(whole)
