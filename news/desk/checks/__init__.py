"""What stands against publishing, as sentences with a place. A check is a function from document to findings;
adding one to CHECKS is all it takes. The checks are split by noun; each module says what it looks at."""

from datetime import date

from django.utils import timezone

from news.desk.checks import credits, files, links, people, photos, plain, secrets, texts, words
from news.desk.checks.finding import Check, Finding
from news.models import Article

__all__ = ["CHECKS", "Finding", "blocking", "findings"]

CHECKS: list[Check] = [
    texts.texts_are_there,
    texts.category_is_chosen,
    photos.photos_are_described,
    photos.descriptions_say_what_is_seen,
    photos.markers_have_their_item,
    texts.headings_are_in_order,
    links.links_say_where_they_lead,
    links.own_links_lead_somewhere,
    words.abbreviations_are_explained,
    plain.sentences_can_be_followed,
    plain.capitals_are_few,
    people.named_people_took_part,
    people.names_are_spelt_one_way,
    people.titles_are_those_held_that_day,
    secrets.no_stamp_of_secrecy,
    secrets.no_draft_of_a_document,
    secrets.no_numbers_of_persons,
    secrets.no_home_addresses,
    files.attachments_have_titles,
    files.files_tell_nothing_more,
    files.films_can_be_followed,
    credits.shares_add_up,
]


def findings(
    document: dict, article: Article | None = None, published_on: date | None = None
) -> list[Finding]:
    """All findings, the blocking ones first, without what was answered in `article` before.

    `published_on` is the day of a first publication that is past or chosen already.
    """
    found = [finding for check in CHECKS for finding in check(document)]
    found += people.the_event_is_not_to_come(document, published_on or _first_published(article))
    return sorted(_unanswered(found, article), key=lambda finding: not finding.is_blocking)


def _first_published(article: Article | None) -> date | None:
    return timezone.localdate(article.published_at) if article and article.published_at else None


def _unanswered(found: list[Finding], article: Article | None) -> list[Finding]:
    """One query, and only where there is something that may have been answered."""
    if article is None or not any(finding.about for finding in found):
        return found
    kept = set(article.titles_kept.values_list("person", "printed_title"))
    return [row for row in found if not (row.about and (row.about.person, row.about.printed) in kept)]


def blocking(document: dict) -> list[Finding]:
    return [finding for finding in findings(document) if finding.is_blocking]
