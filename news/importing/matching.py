"""Known people and agencies for names found in a text; what is unknown is proposed, never made twice."""

import re

from news.fold import fold, tone_place
from news.models import Agency, AgencyName, GlossaryEntry, Person


class Matcher:
    """Looks names up for one article and remembers what it found or proposed."""

    def __init__(self):
        self._agencies: dict[str, Agency] = {}
        self._full = dict(GlossaryEntry.objects.filter(language="vi").values_list("short", "full"))

    def agency(self, name: str, *, other_names=(), parent: Agency | None = None, **columns) -> Agency:
        """The agency of this name (below `parent`, for a unit), or a new unconfirmed one.

        `other_names` help to find a known agency; they are not kept, because short forms ("Sở KH&CN") are shared
        by many agencies.
        """
        spellings = [name, self.expanded(name), *(other for other in other_names if len(other.split()) > 3)]
        found = self._known(spellings, parent)
        if not found:
            found = Agency.objects.create(
                name=self.expanded(name)[:255], parent=parent, is_confirmed=False, **columns
            )
        for spelling in spellings:
            self._agencies.setdefault(fold(spelling), found)
        return found

    def seen(self, name: str) -> Agency | None:
        """An agency that this article named before, by any of its spellings."""
        return self._agencies.get(fold(name)) or self._agencies.get(fold(self.expanded(name)))

    def also_called(self, agency: Agency, names) -> None:
        for name in names:
            self._agencies.setdefault(fold(name), agency)

    def expanded(self, name: str) -> str:
        """The name with abbreviations of the glossary in full: "Sở KH&CN" -> "Sở Khoa học và Công nghệ"."""
        return re.sub(r"[\w&-]+", lambda word: self._full.get(word[0], word[0]), name)

    def _known(self, spellings: list[str], parent: Agency | None) -> Agency | None:
        for folded in dict.fromkeys(map(fold, spellings)):
            if parent is None and folded in self._agencies:
                return self._agencies[folded]
            rows = list(Agency.objects.filter(folded=folded).order_by("pk")[:20])
            if parent is not None:
                rows = [row for row in rows if row.parent_id == parent.pk] or [
                    row for row in rows if row.parent_id is None and len(folded.split()) > 4
                ]
            if rows:
                return rows[0]
            if parent is None and (
                alias := AgencyName.objects.filter(folded=folded).select_related("agency").first()
            ):
                return alias.agency
        return None

    def person(self, name: str, *, honorific: str = "", organization: Agency | None = None) -> Person:
        """The known person of this name – tones count, their place does not – else a new unconfirmed one.

        Of namesakes, the one who appeared for the same organisation before.
        """
        same = [
            row for row in Person.objects.filter(folded=fold(name)) if _spelt(row.full_name) == _spelt(name)
        ]
        if len(same) > 1 and organization:
            of_body = [row for row in same if row.attendances.filter(agency=organization).exists()]
            same = of_body or same
        if same:
            return same[0]
        return Person.objects.create(full_name=name, honorific=honorific[:40].lower(), is_confirmed=False)


def _spelt(name: str) -> str:
    return tone_place(name).casefold()
