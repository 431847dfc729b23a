"""Names of the XML of Word files (ECMA-376, parts 1 and 4)."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
V = "urn:schemas-microsoft-com:vml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def tag(space: str, name: str) -> str:
    return f"{{{space}}}{name}"


def w(name: str) -> str:
    return tag(W, name)


def value(element, *path: str, attribute: str = "val") -> str | None:
    """The attribute of the first element down `path`; None where one of them is missing, "" without the attribute."""
    for step in path:
        element = element.find(w(step)) if element is not None else None
    return None if element is None else element.get(w(attribute), "")


def is_on(element, *path: str) -> bool:
    """Whether a switch such as w:b is there and not turned off."""
    return value(element, *path) not in (None, "0", "false", "none", "off")
