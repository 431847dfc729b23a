"""What the autosave's script says; the server renders it, because scripts have no catalogue. {places} are filled there."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "ready": _("What you type is kept by itself."),
    "typing": _("Typing…"),
    "kept": _("Kept at {time}"),
    "kept_here": _("Kept on this machine at {time}"),
    "offline": _(
        "Connection lost. Go on writing: the text is kept on this machine and saved when the network is back."
    ),
    "signed_out": _(
        "Your session has ended. The text is kept on this machine at {time}. Sign in to go on writing."
    ),
    "sign_in": _("Sign in in another tab"),
    "full": _("This browser keeps nothing: do not close the page before you have saved."),
    "refused": _("Kept on this machine at {time}, not on the server: {reason}"),
    "found": _("This machine still holds what you wrote at {time} and did not save."),
    "reopen": _("Open again"),
    "compare": _("Compare"),
    "drop": _("Drop"),
    "sure": _("Drop this text? It cannot be brought back."),
}
