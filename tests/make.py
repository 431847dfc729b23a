"""One small function a model. Every argument has a sound default, so a test names only what it is about.

Articles are made through the desk, never row by row: what a test sees is what the newsroom would have made.
The lists of an article are plain dicts as in news/desk/lists.py; `attendee`, `unit`, `group`, `delegation`, `caption` and
`attachment` write them.
"""

import hashlib
import io
from datetime import date, datetime, timedelta
from itertools import count

from django.contrib.auth.models import Group
from django.utils import timezone
from PIL import Image

from accessibility.models import Difficulty, Narration, Recording
from news import files
from news.desk import document, hiding, workflow
from news.models import (
    Agency,
    Appointment,
    Article,
    Category,
    EmergencyNotice,
    GlossaryEntry,
    Hiding,
    MenuItem,
    OldAddress,
    Page,
    Person,
    Photo,
    RoyaltyBase,
    RoyaltyClosing,
    RoyaltyRate,
    SiteSettings,
    StartText,
    StoredFile,
    Tag,
)
from news.photos import intake
from news.site import old_addresses
from portal.accounts.models import User
from portal.narration import files as sound_files
from portal.narration import texts
from tests import samples

_numbers = count(1)


def moment(text: str) -> datetime:
    """A moment in Viet Nam from "2022-05-17 11:30"."""
    return timezone.make_aware(datetime.fromisoformat(text))


def user(role: str = "writer", **columns) -> User:
    """A working account in the group of `role` ("" for none), password "mot mat khau dai"."""
    number = next(_numbers)
    columns = {"username": f"{role or 'user'}{number}", "full_name": f"Người Dùng {number}"} | columns
    columns.setdefault("email", f"{columns['username']}@example.vn")
    made = User.objects.create_user(password="mot mat khau dai", is_staff=True, **columns)
    if role:
        made.groups.add(Group.objects.get(name=role))
    return made


def site_settings(**columns) -> SiteSettings:
    columns = {"agency_name": "Sở Thử nghiệm", "agency_name_en": "Department of Trials"} | columns
    made = SiteSettings(**columns)
    made.save()
    return made


def category(name: str = "", **columns) -> Category:
    number = next(_numbers)
    return Category.objects.create(
        name=name or f"Chuyên mục {number}", **{"slug": f"chuyen-muc-{number}", **columns}
    )


def tag(name: str = "") -> Tag:
    return Tag.named([name or f"Từ khóa {next(_numbers)}"])[0]


def agency(name: str = "", **columns) -> Agency:
    return Agency.objects.create(name=name or f"Cơ quan {next(_numbers)}", **columns)


def person(full_name: str = "", **columns) -> Person:
    return Person.objects.create(full_name=full_name or f"Nguyễn Văn {next(_numbers)}", **columns)


def difficulty(**columns) -> Difficulty:
    return Difficulty.objects.create(**{"text": "Không tìm thấy nút dừng nghe.", "page": "/"} | columns)


def old_address(address: str, **columns) -> OldAddress:
    """`columns`: article, page or url."""
    return OldAddress.objects.create(address=old_addresses.normal(address), **columns)


def lifted_hiding() -> Hiding:
    """Of somebody whom no text names."""
    row = hiding.hide(
        person(), by=None, reason="thử", spellings=[], stand_in="một đại biểu", stand_in_en="a participant"
    )
    return hiding.lift(row, by=None, reason="thử")


def appointment(**columns) -> Appointment:
    columns = {"title": "Trưởng phòng"} | columns
    columns["person"] = columns.get("person") or person()
    columns["agency"] = columns.get("agency") or agency()
    return Appointment.objects.create(**columns)


def photo(**columns) -> Photo:
    """A row that says its renditions exist; no file lies behind it (news/photos/intake.py makes real ones)."""
    number = next(_numbers)
    renditions = {"free": [400, 800, 1600], "card": [400, 800], "square": [200]}
    columns = {
        "sha256": hashlib.sha256(f"photo {number}".encode()).hexdigest(),
        "path": f"photos/{number}.jpg",
        "width": 1600,
        "height": 1067,
        "alt": f"Mô tả ảnh {number}",
        "renditions": renditions,
    } | columns
    return Photo.objects.create(**columns)


def picture(width: int = 60, height: int = 40, **columns) -> Photo:
    """A photo whose files exist, drawn in one colour of its own."""
    number = next(_numbers)
    file = io.BytesIO()
    Image.new("RGB", (width, height), (number % 256, number // 256 % 256, 90)).save(file, "PNG")
    file.seek(0)
    return intake.take_in(file, by=None, name=f"anh-{number}.png", **columns)


def document_file() -> StoredFile:
    """A small PDF that exists in private storage."""
    number = next(_numbers)
    return files.take_in(io.BytesIO(b"%%PDF-1.4 %d" % number), by=None, name=f"tep-{number}.pdf")


def film(**more) -> StoredFile:
    """A small MP4 that exists in private storage and plays nothing."""
    data = samples.film(data=next(_numbers).to_bytes(4) * 500, **more)
    return files.take_in(io.BytesIO(data), by=None, name="phim.mp4", wanted="video")


def subtitles() -> StoredFile:
    text = f"{samples.SUBTITLES}Dòng {next(_numbers)}.\n"
    return files.take_in(io.BytesIO(text.encode()), by=None, name="phu-de.vtt", wanted="subtitles")


def stored_file(**columns) -> StoredFile:
    """A row without a file behind it."""
    number = next(_numbers)
    columns = {
        "sha256": hashlib.sha256(f"file {number}".encode()).hexdigest(),
        "path": f"files/{number}.pdf",
        "size": 1_234_567,
        "media_type": "application/pdf",
        "original_name": f"tep-{number}.pdf",
    } | columns
    return StoredFile.objects.create(**columns)


def recording(article, said: str = "", **columns) -> Recording:
    """Of the released edition: a few bytes for sound and one row of marks, which exist."""
    edition = article.last_release
    narration = Narration.objects.get_or_create(key=texts.key_of(edition.pk))[0]
    sound = b"\xff\xf3\x40\xc4" + next(_numbers).to_bytes(4) * 250
    columns = {
        "fingerprint": hashlib.sha256(sound).hexdigest(), "voice": "espeak vi", "media_type": "audio/mpeg",
        "size": len(sound), "milliseconds": 340_000, "sentences": 1, "script": said or edition.title,
    } | columns  # fmt: skip
    made = Recording(narration=narration, **columns)
    marks = {"v": 1, "voice": made.voice, "dur": 340_000, "s": [["doan-1", 0, 5, 50, 339_000, []]]}
    with sound_files.draft(made.source) as file:
        file.write(sound)
        sound_files.keep(file, made, marks if made.has_marks else None)
    made.save()
    Narration.objects.filter(pk=narration.pk).update(recording=made, state=Narration.State.MADE)
    return made


def glossary_entry(short: str = "SHTT", full: str = "sở hữu trí tuệ", **columns) -> GlossaryEntry:
    return GlossaryEntry.objects.create(short=short, full=full, **columns)


def page(title: str = "Giới thiệu", **columns) -> Page:
    columns = {"slug": f"trang-{next(_numbers)}", "body": "<p>Nội dung trang.</p>"} | columns
    return Page.objects.create(title=title, **columns)


def menu_item(**columns) -> MenuItem:
    if not columns.keys() & {"category", "page", "url"}:
        columns |= {"url": "/luu-tru/", "label_vi": "Lưu trữ"}
    return MenuItem.objects.create(**columns)


def emergency(text: str = "Bão số 5 đổ bộ đêm nay", **columns) -> EmergencyNotice:
    """Shown now, for a day."""
    columns.setdefault("begins_at", timezone.now())
    columns.setdefault("ends_at", columns["begins_at"] + timedelta(days=1))
    return EmergencyNotice.objects.create(text=text, **columns)


def start_text(kind: str = "meeting", **columns) -> StartText:
    columns = {"title": "… làm việc với …", "body": "<p>Ngày …, tại …</p>"} | columns
    return StartText.objects.create(kind=kind, **columns)


def royalty_base(amount: int = 100_000, **columns) -> RoyaltyBase:
    return RoyaltyBase.objects.create(**{"from_on": date(2020, 1, 1), "amount": amount} | columns)


def royalty_rate(coefficient: str = "2", **columns) -> RoyaltyRate:
    """For all kinds of articles unless `kind` is given; `part` is the text."""
    return RoyaltyRate.objects.create(**{"from_on": date(2020, 1, 1), "coefficient": coefficient} | columns)


def royalty_closing(**columns) -> RoyaltyClosing:
    """A closed month without lines; those with lines are made by news/desk/royalties_closing.py."""
    return RoyaltyClosing.objects.create(**{"month": date(2022, 5, 1), "total": 0} | columns)


def credit(who=None, share: str = "100", **keys) -> dict:
    """Of the text, by a colleague (default: a new one) or a Person."""
    who = who or user()
    model = "person" if isinstance(who, Person) else "user"
    blank = {"part": "text", "user": None, "person": None, "pen_name": "", "share": share}
    return blank | {model: who.pk} | _keys(keys)


def attendee(who: Person | None = None, **keys) -> dict:
    who = who or person()
    return {"kind": "person", "person": who.pk, "name": who.full_name, "honorific": "ông"} | _keys(keys)


def unit(which: Agency | None = None, **keys) -> dict:
    which = which or agency()
    return {"kind": "unit", "agency": which.pk, "name": which.name} | _keys(keys)


def group(name: str = "lãnh đạo một số đơn vị", **keys) -> dict:
    return {"kind": "group", "name": name} | _keys(keys)


def delegation(*attendances: dict, **keys) -> dict:
    return {"side": "host", "heading": "Về phía Sở", "attendances": list(attendances)} | _keys(keys)


def caption(of: Photo | None = None, text: str = "", **keys) -> dict:
    of = of or photo()
    return {"photo": of.pk, "text": text or f"Chú thích {of.pk}", "alt": of.alt} | _keys(keys)


def attachment(of: StoredFile | None = None, **keys) -> dict:
    of = of or stored_file()
    return {"file": of.pk, "title": f"Tệp {of.pk}", "name": of.original_name} | _keys(keys)


def video(**keys) -> dict:
    """An own film (`file`) or a link (`url`)."""
    blank = {
        "title": "Phim về buổi làm việc",
        "url": "",
        "file": None,
        "subtitles": None,
        "poster": None,
        "transcript": "",
    }
    return blank | _keys(keys)


def content(**changes) -> dict:
    """A document ready to be published; models may stand where the document has keys."""
    number = next(_numbers)
    base = {"title": f"Bài viết số {number}", "lead": "Đoạn mở đầu.", "body": "<p>Nội dung bài viết.</p>"}
    whole = document.empty() | base | _keys(changes)
    whole["category"] = whole["category"] or category().pk
    return whole


def draft(*, by=None, language: str = "vi", translation_of: Article | None = None, **changes) -> Article:
    """An article whose first edition is open. `by=None` is the system."""
    return workflow.create(content(**changes), by=by, language=language, translation_of=translation_of)


def published(*, at: datetime | str | None = None, **changes) -> Article:
    """A live article, first published at `at` (default: now)."""
    at = moment(at) if isinstance(at, str) else at
    return workflow.publish(draft(**changes), by=None, published_at=at)


def scheduled(*, at: datetime, **changes) -> Article:
    """An article that becomes live at `at`."""
    return workflow.schedule(draft(**changes), at, by=None)


def withdrawn(*, public_reason: str = "Thông tin chưa chính xác.", redirect_to=None, **changes) -> Article:
    return workflow.withdraw(
        published(**changes), by=None, reason="thử", public_reason=public_reason, redirect_to=redirect_to
    )


def corrected(article: Article, *, at: datetime | None = None, **changes) -> Article:
    """The next edition of a live article: released at once, or scheduled for `at`."""
    article = workflow.correct(article, by=None)
    edition = article.open_edition
    document.write(edition, document.read(edition) | _keys(changes), by=None)
    article = workflow.refreshed(article)
    return workflow.schedule(article, at, by=None) if at else workflow.publish(article, by=None)


def _keys(values: dict) -> dict:
    """Rows of the database replaced by their keys; dates by their ISO text."""
    return {name: _key(value) for name, value in values.items()}


def _key(value):
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return getattr(value, "pk", value)
