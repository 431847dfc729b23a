"""How the desk says no: always with a sentence that a person can act on."""


class Refused(Exception):
    """A step that cannot be taken now; `str()` is the sentence shown to the person."""


class NotAllowed(Refused):
    """The person lacks the right; nothing was changed."""


class NotReady(Refused):
    """Publishing is blocked by findings; `findings` lists them."""

    def __init__(self, sentence, findings):
        super().__init__(sentence)
        self.findings = findings


class Stale(Refused):
    """Somebody saved after this form was opened; `edition` holds the newer state."""

    def __init__(self, sentence, edition):
        super().__init__(sentence)
        self.edition = edition
