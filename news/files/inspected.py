"""What an inspection found: the same shape for every kind of file."""

from dataclasses import dataclass, field


@dataclass
class Inspected:
    """`data` is None where the file stays as it came. `facts` is JSON, kept as `StoredFile.facts`:

    comments, changes, hidden, notes, attached   how many are left inside (tracked changes; sheets or slides that are
                                                 hidden; notes of the speaker; files within the file)
    names                                        of people, left inside: at most five
    scripts, signed, locked, unread              true where it is so
    seconds, width, height, has_sound, tracking  of a video; `tracking` where it carries a track of places
    """

    data: bytes | None = None
    pages: int | None = None
    is_scan: bool = False
    facts: dict = field(default_factory=dict)

    def note(self, **facts) -> None:
        """Add what is worth keeping; zero, false and empty say nothing."""
        self.facts |= {key: value for key, value in facts.items() if value}
