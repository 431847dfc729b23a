"""What the newsroom keeps. Import from here; the modules are split by noun."""

from news.models.articles import Article, Edition, Mention, Sequence
from news.models.attendance import Attendance, Delegation, TitleKept
from news.models.consent import Consent, LeaderLink
from news.models.emergency import EmergencyNotice
from news.models.glossary import GlossaryEntry
from news.models.history import Decision, Save, WorkingCopy
from news.models.links import BrokenLink
from news.models.media import Attachment, Caption, Credit, Photo, StoredFile, Video
from news.models.merging import Merging, Reorganization
from news.models.notices import NoMail, Notice
from news.models.people import Agency, AgencyName, Appointment, Person
from news.models.privacy import Hiding
from news.models.proposals import Proposal
from news.models.redirects import OldAddress
from news.models.royalties import (
    RoyaltyBase,
    RoyaltyClosing,
    RoyaltyLine,
    RoyaltyProposal,
    RoyaltyRate,
    RoyaltyReopening,
)
from news.models.site import MenuItem, Page, SiteSettings
from news.models.start_texts import StartText
from news.models.taxonomy import Category, Kind, Tag

__all__ = [
    "Agency",
    "AgencyName",
    "Appointment",
    "Article",
    "Attachment",
    "Attendance",
    "BrokenLink",
    "Caption",
    "Category",
    "Consent",
    "Credit",
    "Decision",
    "Delegation",
    "Edition",
    "EmergencyNotice",
    "GlossaryEntry",
    "Hiding",
    "Kind",
    "LeaderLink",
    "Mention",
    "MenuItem",
    "Merging",
    "NoMail",
    "Notice",
    "OldAddress",
    "Page",
    "Person",
    "Photo",
    "Proposal",
    "Reorganization",
    "RoyaltyBase",
    "RoyaltyClosing",
    "RoyaltyLine",
    "RoyaltyProposal",
    "RoyaltyRate",
    "RoyaltyReopening",
    "Save",
    "Sequence",
    "SiteSettings",
    "StartText",
    "StoredFile",
    "Tag",
    "TitleKept",
    "Video",
    "WorkingCopy",
]
