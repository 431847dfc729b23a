"""Static files under names with a content hash, and stylesheets joined from their parts: one request each."""

import os
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "css/site.css"
# In this order: what comes later stands over what comes before.
PARTS = (
    "fonts", "reading-fonts", "tokens", "base", "choices", "layout", "footer", "components", "emergency", "front",
    "article", "recording", "photos", "records", "reader", "print",
)  # fmt: skip


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Unhashed copies stay, because CKEditor loads its plugins by plain name."""

    # A stylesheet of a bundled library that names a missing picture must not stop the start.
    manifest_strict = False
    # A module's `import "./voice.js"` names the hashed file too, so a new version never meets an old part of it.
    support_js_module_import_aggregation = True


# Every page of the newsroom has the first, every page with lists of an article the second too.
STYLESHEETS = {
    STYLESHEET: PARTS,
    "css/admin.css": (
        "admin-colours", "admin-type", "admin-frame", "admin-forms", "admin-lists", "admin-article", "admin-panel",
        "admin-desk", "photo-focus",
    ),
    "css/grid.css": ("grid-list", "grid-buttons", "grid-rows", "grid-photos"),
}  # fmt: skip


class OneStylesheet(BaseFinder):
    """Finds the names of STYLESHEETS, which are nowhere in `static/`: joined in VAR_DIR, and again whenever a part has changed."""

    def __init__(self, *args, **kwargs):
        self.storage = FileSystemStorage(settings.VAR / "joined")
        super().__init__(*args, **kwargs)

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        found = [str(self.joined(path))] if path in STYLESHEETS else []
        return found if find_all else next(iter(found), [])

    def list(self, ignore_patterns):
        for name in STYLESHEETS:
            self.joined(name)
            yield name, self.storage

    def joined(self, name: str = STYLESHEET) -> Path:
        parts = [part for part in stylesheet_parts(name) if part.exists()]
        whole = Path(self.storage.path(name))
        newest = max(source.stat().st_mtime for source in (*parts, Path(__file__)))
        if not whole.exists() or whole.stat().st_mtime < newest:
            whole.parent.mkdir(parents=True, exist_ok=True)
            fresh = whole.with_suffix(f".{os.getpid()}")
            fresh.write_text("".join(squeeze(part.read_text()) for part in parts))
            fresh.replace(whole)
        return whole


def stylesheet_parts(name: str = STYLESHEET) -> list[Path]:
    folder = settings.ROOT / "static" / "css"
    return [folder / f"{part}.css" for part in STYLESHEETS[name]]


def squeeze(css: str) -> str:
    """Without comments and indentation; our stylesheets hold no `/*` inside a string."""
    lines = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL).splitlines()
    return "".join(f"{line.strip()}\n" for line in lines if line.strip())
