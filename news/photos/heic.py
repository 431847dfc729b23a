"""HEIC, the photos of iPhones: opened where the optional package is installed (pyproject.toml, extra `heic`).

Only its decoder is used. Without it the refusal says how to export JPEG (docs/decisions/0010).
"""

try:
    from pillow_heif import register_heif_opener
except ImportError:
    FORMATS: tuple[str, ...] = ()
else:
    register_heif_opener(thumbnails=False)
    FORMATS = ("HEIF",)

_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


def is_heic(data: bytes) -> bool:
    return data[4:8] == b"ftyp" and data[8:12] in _BRANDS
