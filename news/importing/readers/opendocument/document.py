"""From the bytes of an .odt to a Source."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.importing.errors import ChangesPending, ImportRefused
from news.importing.readers.archive import Archive
from news.importing.readers.looks import bind_captions, settle_headings
from news.importing.readers.opendocument.lines import Writer
from news.importing.readers.opendocument.styles import Styles, name
from news.importing.readers.source import Source

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


def read(data: bytes, file_name: str, *, settle: str = "") -> Source:
    """The article of an OpenDocument text. Tracked changes and comments are asked about as in Word files (ChangesPending);
    "reject" is refused, because the file keeps what was deleted apart from the text. Raises ImportRefused."""
    archive = Archive(data, file_name)
    if "content.xml" not in archive.names:
        raise archive.damaged()
    content = archive.xml("content.xml")
    styles = [archive.xml("styles.xml")] if "styles.xml" in archive.names else []
    body = content.find(f"{name('office:body')}/{name('office:text')}")
    if body is None:
        raise archive.damaged()
    _demand_settled(body, file_name, settle)
    writer = Writer(archive, Styles(*styles, content))
    writer.walk(body)
    source = writer.source
    bind_captions(source, writer.apart)
    settle_headings(source, writer.bold)
    if writer.unseen:
        source.warnings.append(
            ngettext(
                "%(count)d picture of the file is only linked or of a kind that pages cannot show; add it by hand.",
                "%(count)d pictures of the file are only linked or of a kind that pages cannot show; add them by hand.",
                writer.unseen,
            )
            % {"count": writer.unseen}
        )
    return source


def _demand_settled(body, file_name: str, settle: str) -> None:
    changes = sum(1 for _region in body.iter(name("text:changed-region")))
    comments = sum(1 for _comment in body.iter(name("office:annotation")))
    if (changes or comments) and not settle:
        raise ChangesPending(file_name, changes, comments)
    if changes and settle == "reject":
        raise ImportRefused(
            _(
                "Changes in the file “%(name)s” can only be accepted here. To reject them, open it in LibreOffice, choose "
                "Edit – Track Changes – Reject All, save it and try again."
            )
            % {"name": file_name}
        )
