"""Attachments of whatever names a person: those whose words say the name, and those whose words nobody here can read."""

from collections import defaultdict
from dataclasses import dataclass, field

from news.desk.hiding_search import editions_naming
from news.desk.hiding_words import names_in, words_of
from news.files.intake import safe_name
from news.models import Attachment, Edition, Person, StoredFile
from news.spellings import Name

# The latest, of one person.
READ = 100


@dataclass
class Attached:
    """`editions` are released texts that show the file; `is_blind`: it has no words to look through (a scan, a picture)."""

    file: StoredFile
    editions: list[Edition] = field(default_factory=list)
    is_blind: bool = False

    @property
    def saved_as(self) -> str:
        """Its name in an address, whatever signs the uploader's own has."""
        return safe_name(self.file.original_name, self.file)


def attached(person: Person, names: list[Name]) -> tuple[list[Attached], list[Attached]]:
    """(files whose words name the person, files that nobody could read). Three queries; the latest READ files are read."""
    editions = editions_naming(person, names).filter(state="released")
    shown = defaultdict(list)
    rows = (
        Attachment.objects.filter(edition__in=editions)
        .select_related("edition__article")
        .order_by("-edition")
    )
    for row in rows:
        if all(row.edition.article_id != other.article_id for other in shown[row.file_id]):
            shown[row.file_id].append(row.edition)
    naming, blind = [], []
    for file in StoredFile.objects.filter(pk__in=shown).order_by("-uploaded_at")[:READ]:
        words = words_of(file)
        if not words.strip():
            blind.append(Attached(file, shown[file.pk], is_blind=True))
        elif names_in(words, names):
            naming.append(Attached(file, shown[file.pk]))
    return naming, blind
