"""What the newsroom keeps. Import from here; the modules are split by noun."""

from news.models.articles import Article, Edition, Mention, Sequence
from news.models.attendance import Attendance, Delegation
from news.models.glossary import GlossaryEntry
from news.models.history import Decision, Save, WorkingCopy
from news.models.media import Attachment, Caption, Credit, Photo, StoredFile, Video
from news.models.people import Agency, AgencyName, Appointment, Person
from news.models.site import MenuItem, Page, SiteSettings
from news.models.taxonomy import Category, Kind, Tag

__all__ = [
    "Agency",
    "AgencyName",
    "Appointment",
    "Article",
    "Attachment",
    "Attendance",
    "Caption",
    "Category",
    "Credit",
    "Decision",
    "Delegation",
    "Edition",
    "GlossaryEntry",
    "Kind",
    "Mention",
    "MenuItem",
    "Page",
    "Person",
    "Photo",
    "Save",
    "Sequence",
    "SiteSettings",
    "StoredFile",
    "Tag",
    "Video",
    "WorkingCopy",
]
