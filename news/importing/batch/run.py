"""The run over an export: known articles are passed over, each new one is a transaction of its own.

Killed at any moment, a run leaves whole articles and nothing else; the next run passes over them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import reset_queries

from news.importing.batch import rows
from news.importing.batch.articles import Maker, identity_of, of_page
from news.importing.batch.record import Record, Unusable, of
from news.importing.batch.rows import Row
from news.importing.errors import ImportRefused
from news.importing.readers import Source
from news.models import Article

# Rows looked up together; also how many are in memory at once.
SLICE = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """`state` is new, known or refused; `why` the reason of a refusal; `article` is None for refusals and in dry runs."""

    line: int
    state: str
    address: str = ""
    why: str = ""
    article: Article | None = None


def run(path: Path, maker: Maker, *, site: str = "", dry: bool = False) -> Iterator[Outcome]:
    """One Outcome a row, in order. Raises ImportRefused for an export that cannot be read on."""
    met: set[bytes] = set()
    for slice_ in _slices(path):
        read = [_read(row, site) for row in slice_]
        identities = {each[3] for each in read if each[3]}
        known = {
            article.source_hash: article
            for article in Article.objects.filter(source_hash__in=identities).select_related("last_release")
        }
        for row, record, source, identity, why in read:
            yield _outcome(row, record, source, identity, why, known, met, maker, dry)
        reset_queries()


def _slices(path: Path) -> Iterator[tuple[Row, ...]]:
    # Saved pages carry their pictures: one at a time, so that memory holds no more than one page.
    size, gathered = 1 if path.is_dir() else SLICE, []
    broken = None
    try:
        for row in rows.read(path):
            gathered.append(row)
            if len(gathered) == size:
                yield tuple(gathered)
                gathered.clear()
    except ImportRefused as refusal:
        broken = refusal
    if gathered:
        yield tuple(gathered)
    if broken:  # after what stood before the break
        raise broken


def _read(row: Row, site: str) -> tuple[Row, Record | None, Source | None, str, str]:
    try:
        if row.fault:
            raise Unusable(row.fault)
        record, source = of_page(row.page, row.values["id"]) if row.page else (of(row.values), None)
    except Unusable as reason:
        return row, None, None, "", str(reason)
    return row, record, source, identity_of(site, record.key), ""


def _outcome(row, record, source, identity, why, known, met, maker, dry) -> Outcome:
    if record is None:
        return Outcome(row.line, "refused", why=why)
    if identity in known or bytes.fromhex(identity) in met:
        return Outcome(row.line, "known", record.address, article=known.get(identity))
    met.add(bytes.fromhex(identity))
    try:
        maker.check(record)
        article = None if dry else maker.make(record, identity, source)
    except Unusable as reason:
        return Outcome(row.line, "refused", record.address, str(reason))
    return Outcome(row.line, "new", record.address, article=article)
