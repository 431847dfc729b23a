"""What somebody typed and has not saved: kept by autosave, offered back, brought together with a colleague's newer text.

A copy belongs to one person and one edition and never touches the edition's rows. Each form on a screen has a random
name; `stamp` (`<form>.<count>`) says which form wrote the copy last, so that a forgotten tab cannot write over it.
"""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from news.desk import document
from news.desk.difference import changes
from news.desk.errors import Refused
from news.desk.lists import LISTS
from news.desk.merge import Merge, merged
from news.desk.shapes import SHAPES, shaped
from news.fold import nfc
from news.models import Article, Edition, Save, WorkingCopy


class OtherForm(Refused):
    """Another form of the same person wrote the copy; `copy` is what it wrote."""

    def __init__(self, copy: WorkingCopy):
        at = date_format(timezone.localtime(copy.updated_at), "H:i")
        super().__init__(
            _("You have an unsaved text of %(time)s from another tab or device. Open or drop that one first.")
            % {"time": at}
        )
        self.copy = copy


def of(article: Article, user) -> WorkingCopy | None:
    """The person's newest copy of any edition of the article."""
    return next(iter(all_of(article, user)), None)


def all_of(article: Article, user) -> list[WorkingCopy]:
    """The person's copies, one an edition at most, the newest first."""
    copies = WorkingCopy.objects.filter(edition__article=article, user=user).select_related("edition")
    return list(copies.order_by("-updated_at"))


@transaction.atomic
def keep(
    edition: Edition, user, content: dict, *, base_version: int, form: str, count: int, seen: str = ""
) -> WorkingCopy | None:
    """Keep what stands in a form; None when that form was saved meanwhile, so that nothing is left to keep.

    `seen` is the stamp of the copy that the form was opened from. Raises OtherForm, and then changes nothing.
    """
    if form and Save.objects.filter(edition=edition, form=form).exists():
        return None
    values = {"document": content, "base_version": base_version, "stamp": f"{form}.{count}"}
    row = WorkingCopy.objects.select_for_update().filter(edition=edition, user=user).first()
    if row is None:
        return _first(edition, user, values)
    writer, _dot, earlier = row.stamp.rpartition(".")
    if writer != form and row.stamp != seen:
        raise OtherForm(row)
    if writer == form and int(earlier) > count:
        return row
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return row


def _first(edition: Edition, user, values: dict) -> WorkingCopy:
    try:
        with transaction.atomic():
            return WorkingCopy.objects.create(edition=edition, user=user, **values)
    except IntegrityError:
        raise OtherForm(WorkingCopy.objects.get(edition=edition, user=user)) from None


@transaction.atomic
def keep_refused(
    edition: Edition, user, content: dict, *, base_version: int, form: str, count: int = 0
) -> WorkingCopy:
    """Keep a text whose saving was refused. A copy that another form left there moves into the history first."""
    row = WorkingCopy.objects.select_for_update().filter(edition=edition, user=user).first()
    if row and form_of(row) != form and row.document != content:
        # Not under the name of its form, which may still be open in another tab and goes on being kept.
        keep_aside(row, by=user, form="")
    values = {"document": content, "base_version": base_version, "stamp": f"{form}.{count}"}
    copy, _made = WorkingCopy.objects.update_or_create(edition=edition, user=user, defaults=values)
    return copy


def stamp_of(edition: Edition, copies: list[WorkingCopy]) -> str:
    """Which form and which count of it the copy of this edition holds; "" without a copy."""
    return next((copy.stamp for copy in copies if copy.edition_id == edition.pk), "")


def form_of(copy: WorkingCopy) -> str:
    """The name of the form that wrote the copy last."""
    return copy.stamp.rpartition(".")[0]


def drop_saved(edition: Edition, user, *, form: str, seen: str) -> None:
    """Forget the copy once the form that wrote it, or was opened from it, is saved."""
    for row in WorkingCopy.objects.filter(edition=edition, user=user):
        if row.stamp == seen or form_of(row) == form:
            row.delete()


def keep_aside(copy: WorkingCopy, *, by, form: str | None = None) -> Save:
    """The copy as a text of its own in the history; the edition stays as it is, and so does the copy."""
    return Save.objects.create(
        edition=copy.edition, version=copy.base_version, document=copy.document, by=by, is_aside=True,
        why=_("kept as a text of its own"), form=form_of(copy) if form is None else form,
    )  # fmt: skip


def readable(content: dict) -> dict:
    """A document in its shape from whatever was typed, for comparing; unlike `document.sound` it refuses nothing."""
    whole = document.empty() | {key: value for key, value in content.items() if key in document.empty()}
    for name in document.TEXTS:
        whole[name] = nfc(str(whole[name])).replace("\r\n", "\n")
        whole[name] = whole[name] if name == "body" else whole[name].strip()
    return whole | {name: shaped(whole[name], SHAPES[name], name, {}) for name in LISTS}


def says_more(copy: WorkingCopy, stands: dict) -> bool:
    """Whether the copy holds anything that the text `stands` does not."""
    return bool(copy.document.get("typed") or changes(stands, readable(copy.document)))


def merge_of(copy: WorkingCopy, stands: dict) -> Merge:
    """The copy brought together with the text that stands now; what the copy was typed on is read from the history."""
    base = Save.objects.filter(edition=copy.edition, version=copy.base_version, is_aside=False).first()
    base = document.empty() | (base.document if base else {})
    return merged(base, readable(copy.document), stands)
