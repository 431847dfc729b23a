"""The content policy of pages that carry the text editor."""

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_replace, csp_update

# CKEditor 4 puts handlers and styles into attributes and writes innerHTML. It gets exactly that, on its own pages only;
# scripts still come from this site alone.
_ADDED = {"script-src-attr": [UNSAFE_INLINE], "style-src": [UNSAFE_INLINE]}
_REPLACED = {"require-trusted-types-for": None}


def with_editor(view):
    """Relax the policy of one view as far as the editor needs."""
    return csp_update(_ADDED)(csp_replace(_REPLACED)(view))
