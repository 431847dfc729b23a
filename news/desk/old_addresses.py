"""Keeping the addresses of an old portal: lines are understood, loops refused, chains cut short."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from news.desk.errors import Refused
from news.models import Article, OldAddress, Page
from news.models.paths import is_own_path
from news.site import addresses
from news.site.old_addresses import LONGEST, normal, target_of

_ARTICLE = re.compile(
    "(?:" + "|".join(f"{addresses.ROOTS[code]}{words['article']}" for code, words in addresses.WORDS.items())
    + r")/[a-z0-9-]+-(\d{1,18})/?"
)  # fmt: skip
_PAGE = re.compile(rf"/{addresses.WORDS['vi']['page']}/([a-z0-9-]+)/?")
MOST_STEPS = 20


@dataclass
class Line:
    """One line of a table: `fault` says why it is not kept; `row` is what is or would be kept."""

    number: int
    old: str
    new: str
    fault: str = ""
    row: OldAddress | None = None
    is_known: bool = False


def understood(text: str) -> dict:
    """The columns that a target fills: an article's number or address, a page's address, or another path. Raises Refused."""
    text = text.strip()
    if text.isdecimal() and len(text) <= 18:
        return {"article": _article(int(text))}
    if match := _ARTICLE.fullmatch(text):
        return {"article": _article(int(match[1]))}
    if match := _PAGE.fullmatch(text):
        if page := Page.objects.filter(slug=match[1]).first():
            return {"page": page}
        raise Refused(_("No page has this address: %(what)s") % {"what": text})
    if not is_own_path(text) or len(text) > LONGEST:
        raise Refused(_("A target is the number of an article or a path of this site such as /luu-tru/."))
    return {"url": text}


def _article(number: int) -> Article:
    found = Article.objects.select_related("last_release").filter(number=number).first()
    if found is None:
        raise Refused(_("There is no article #%(number)d.") % {"number": number})
    return found


def understood_address(text: str) -> str:
    """The old address in the form in which it is kept. Raises Refused."""
    try:
        address = normal(text)
    except ValueError:
        raise Refused(_("This was not understood.")) from None
    if address == "/" or not text.strip():
        raise Refused(_("The front page is not an old address."))
    if address.startswith("/quan-tri"):
        raise Refused(_("Addresses of the newsroom lead nowhere else."))
    return address


def settled(address: str, columns: dict, coming: dict[str, dict] | None = None) -> dict:
    """The columns at the end of a chain, so that readers are led once. Raises Refused for a loop.

    `coming` are columns of other addresses that are about to be kept.
    """
    seen = {address}
    for _step in range(MOST_STEPS):
        path = target_of(OldAddress(address=address, **columns))
        if path is None or (here := normal(path)) is None:
            return columns
        if here in seen:
            raise Refused(_("The address leads back to itself."))
        seen.add(here)
        further = (coming or {}).get(here) or _kept(here)
        if further is None:
            return columns
        columns = further
    raise Refused(_("The address leads through too many others."))


def _kept(address: str) -> dict | None:
    row = OldAddress.objects.select_related("article__last_release", "page").filter(address=address).first()
    if row is None:
        return None
    return {"article": row.article} if row.article else {"page": row.page} if row.page else {"url": row.url}


def read(rows: Iterable[tuple[str, str]]) -> list[Line]:
    """Lines of (old, new), each looked through; nothing is kept yet. The first of two lines about one address counts."""
    lines, coming = [], {}
    for number, (old, new) in enumerate(rows, 1):
        line = Line(number, old.strip(), new.strip())
        lines.append(line)
        try:
            address, columns = understood_address(old), understood(new)
            if address in coming:
                raise Refused(_("An earlier line is about the same address."))
            coming[address] = columns
            line.row = OldAddress(address=address)
        except Refused as refusal:
            line.fault = str(refusal)
    known = dict(OldAddress.objects.filter(address__in=coming).values_list("address", "pk"))
    for line in lines:
        if line.row:
            _settle(line, coming, known)
    return lines


def _settle(line: Line, coming: dict, known: dict) -> None:
    try:
        columns = settled(line.row.address, coming[line.row.address], coming)
        line.row = OldAddress(pk=known.get(line.row.address), address=line.row.address, **columns)
        line.is_known = line.row.pk is not None
    except Refused as refusal:
        line.fault, line.row = str(refusal), None


@transaction.atomic
def keep(lines: Iterable[Line], *, by) -> tuple[int, int]:
    """Write the sound lines: (new, changed)."""
    counts = [0, 0]
    for line in lines:
        if line.row:
            line.row.made_by = by
            line.row._state.adding = not line.is_known
            line.row.save()
            counts[line.is_known] += 1
    return counts[0], counts[1]


def remember(old: str, article: Article) -> None:
    """The address that an imported article had. One that is known keeps its target; what is none is passed over."""
    try:
        address = understood_address(old)
        settled(address, {"article": article})
    except Refused:
        return
    OldAddress.objects.get_or_create(address=address, defaults={"article": article})


def ailing() -> Iterable[tuple[OldAddress, str]]:
    """Rows that lead to another old address, back to themselves, or to what readers do not see, each with a sentence."""
    rows = OldAddress.objects.select_related("article__last_release", "page")
    known = set(OldAddress.objects.values_list("address", flat=True))
    for row in rows.iterator(chunk_size=1000):
        path = target_of(row)
        if path is None:
            yield row, _("its target is not public")
        elif normal(path) == row.address:
            yield row, _("it leads to itself")
        elif normal(path) in known:
            yield row, _("it leads to another old address: %(path)s") % {"path": path}
