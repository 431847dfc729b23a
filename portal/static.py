"""Static files under names with a content hash; unhashed copies stay, because CKEditor loads its plugins by plain name."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    # A stylesheet of a bundled library that names a missing picture must not stop the start.
    manifest_strict = False
