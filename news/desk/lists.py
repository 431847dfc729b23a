"""The lists of a document: how each is read from rows, checked, and written back in bulk.

delegations  [{side, agency, heading, attendances: [{kind, person, agency, honorific, name, title, organization,
             has_spoken, quote}]}]
agencies     [{agency, name, abbreviation}]
captions     [{photo, text, alt, is_decorative, is_described_by_caption, credit, people: [pk]}]
videos       [{title, url, file, subtitles, poster, transcript}]
attachments  [{file, title, name}]
credits      [{part, user, person, pen_name, share}]
References are primary keys; order is the list's own.
"""

from decimal import Decimal

from django.db.models import F

from news.desk.shapes import SHAPES, check_references, shaped
from news.models import (
    Attachment,
    Attendance,
    Caption,
    Credit,
    Delegation,
    Edition,
    Mention,
    Video,
)

ATTENDANCE_TEXTS = {
    "honorific": "printed_honorific",
    "name": "printed_name",
    "title": "printed_title",
    "organization": "printed_organization",
    "quote": "quote",
}

ATTENDANCE_COLUMNS = {
    "kind": "kind",
    "person": "person_id",
    "agency": "agency_id",
    "has_spoken": "has_spoken",
} | ATTENDANCE_TEXTS

CAPTION_COLUMNS = ("text", "alt", "is_decorative", "is_described_by_caption", "credit")


def read_delegations(edition: Edition) -> list[dict]:
    """Sides and their lines in one query; a side without lines has one row without a kind."""
    columns = {f"line_{key}": F(f"attendances__{column}") for key, column in ATTENDANCE_COLUMNS.items()}
    rows = edition.delegations.order_by("order", "attendances__order")
    found: dict[int, dict] = {}
    for row in rows.values("pk", "side", "agency_id", "heading", **columns):
        side = {"side": row["side"], "agency": row["agency_id"], "heading": row["heading"], "attendances": []}
        lines = found.setdefault(row["pk"], side)["attendances"]
        if row["line_kind"]:
            lines.append({key: row[f"line_{key}"] for key in ATTENDANCE_COLUMNS})
    return list(found.values())


def read_agencies(edition: Edition) -> list[dict]:
    return [
        {"agency": row.agency_id, "name": row.printed_name, "abbreviation": row.printed_abbreviation}
        for row in edition.mentions.all()
    ]


def read_captions(edition: Edition) -> list[dict]:
    return [
        {
            "photo": row.photo_id,
            "text": row.text,
            "alt": row.alt,
            "is_decorative": row.is_decorative,
            "is_described_by_caption": row.is_described_by_caption,
            "credit": row.credit,
            "people": sorted(person.pk for person in row.people.all()),
        }
        for row in edition.captions.prefetch_related("people")
    ]


def read_videos(edition: Edition) -> list[dict]:
    return [
        {
            "title": row.title,
            "url": row.url,
            "file": row.file_id,
            "subtitles": row.subtitles_id,
            "poster": row.poster_id,
            "transcript": row.transcript,
        }
        for row in edition.videos.all()
    ]


def read_attachments(edition: Edition) -> list[dict]:
    return [{"file": row.file_id, "title": row.title, "name": row.name} for row in edition.attachments.all()]


def read_credits(edition: Edition) -> list[dict]:
    return [
        {
            "part": row.part,
            "user": row.user_id,
            "person": row.person_id,
            "pen_name": row.pen_name,
            "share": str(row.share.normalize()) if row.share % 1 else str(int(row.share)),
        }
        for row in edition.credits.all()
    ]


READERS = {
    "delegations": read_delegations,
    "agencies": read_agencies,
    "captions": read_captions,
    "videos": read_videos,
    "attachments": read_attachments,
    "credits": read_credits,
}
LISTS = tuple(READERS)


def check(document: dict, errors: dict) -> None:
    """Bring each list into its shape and look every reference up in one query a model; faults go into `errors`."""
    for name in LISTS:
        document[name] = shaped(document[name], SHAPES[name], name, errors)
    check_references(document, errors)


def replace(edition: Edition, document: dict) -> None:
    """Rewrite the edition's rows from a sound document: one delete and one bulk insert a table."""
    for name in LISTS:
        getattr(edition, "mentions" if name == "agencies" else name).all().delete()
    _write_delegations(edition, document["delegations"])
    _write_captions(edition, document["captions"])
    Mention.objects.bulk_create(
        Mention(
            edition=edition,
            order=order,
            agency_id=row["agency"],
            printed_name=row["name"],
            printed_abbreviation=row["abbreviation"],
        )
        for order, row in enumerate(document["agencies"])
    )
    Video.objects.bulk_create(_video(edition, order, row) for order, row in enumerate(document["videos"], 1))
    Attachment.objects.bulk_create(
        Attachment(edition=edition, order=order, file_id=row["file"], title=row["title"], name=row["name"])
        for order, row in enumerate(document["attachments"])
    )
    Credit.objects.bulk_create(_credit(edition, order, row) for order, row in enumerate(document["credits"]))


def _write_delegations(edition: Edition, rows: list[dict]) -> None:
    delegations = Delegation.objects.bulk_create(
        Delegation(
            edition=edition, order=order, side=row["side"], agency_id=row["agency"], heading=row["heading"]
        )
        for order, row in enumerate(rows)
    )
    Attendance.objects.bulk_create(
        _attendance(delegation, order, line)
        for delegation, row in zip(delegations, rows, strict=True)
        for order, line in enumerate(row["attendances"])
    )


def _attendance(delegation: Delegation, order: int, line: dict) -> Attendance:
    texts = {column: line[key] for key, column in ATTENDANCE_TEXTS.items()}
    return Attendance(
        delegation=delegation,
        order=order,
        kind=line["kind"],
        person_id=line["person"],
        agency_id=line["agency"],
        has_spoken=line["has_spoken"],
        **texts,
    )


def _write_captions(edition: Edition, rows: list[dict]) -> None:
    captions = Caption.objects.bulk_create(
        Caption(
            edition=edition,
            order=order,
            photo_id=row["photo"],
            **{name: row[name] for name in CAPTION_COLUMNS},
        )
        for order, row in enumerate(rows, 1)
    )
    shown = Caption.people.through
    shown.objects.bulk_create(
        shown(caption_id=caption.pk, person_id=person)
        for caption, row in zip(captions, rows, strict=True)
        for person in row["people"]
    )


def _video(edition: Edition, order: int, row: dict) -> Video:
    references = {"file_id": row["file"], "subtitles_id": row["subtitles"], "poster_id": row["poster"]}
    texts = {name: row[name] for name in ("title", "url", "transcript")}
    return Video(edition=edition, order=order, **texts, **references)


def _credit(edition: Edition, order: int, row: dict) -> Credit:
    return Credit(
        edition=edition,
        order=order,
        part=row["part"],
        user_id=row["user"],
        person_id=row["person"],
        pen_name=row["pen_name"],
        share=Decimal(row["share"]),
    )
