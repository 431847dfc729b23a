"""The one place that knows what public addresses look like. Plain string work: a page full of links asks nobody.

`language` is the page's by default, so that links of an English page stay English; an article's own language counts for
itself. Dates are those of Viet Nam.
"""

from datetime import date
from urllib.parse import quote, urlencode

from django.conf import settings
from django.utils.translation import get_language

from news.site import hidden

# The words of the paths; portal/urls.py mounts English ones below /en/.
WORDS = {
    "vi": {
        "article": "tin-tuc", "category": "chuyen-muc", "agency": "co-quan", "person": "nhan-su", "archive": "luu-tru",
        "page": "trang", "tag": "tu-khoa", "register": "ai-gap-ai", "open_data": "du-lieu-mo",
        "abbreviations": "bang-chu-viet-tat", "text_only": "ban-chu.txt", "feeds": "kenh-tin", "older": "truoc", "newer": "sau",
    },
    "en": {
        "article": "news", "category": "category", "agency": "agency", "person": "person", "archive": "archive",
        "page": "page", "tag": "tag", "register": "who-met-whom", "open_data": "open-data",
        "abbreviations": "abbreviations", "text_only": "text-only.txt", "feeds": "feeds", "older": "before", "newer": "after",
    },
}  # fmt: skip
# The words of a question to the register.
QUESTION = {
    "vi": {
        "who": "ai", "who_is": "ai-la", "who_pick": "ai-chon", "met": "gap", "met_is": "gap-la", "met_pick": "gap-chon",
        "who_only": "ai-rieng", "met_only": "gap-rieng", "first": "tu", "last": "den",
    },
    "en": {
        "who": "who", "who_is": "who-is", "who_pick": "who-pick", "met": "met", "met_is": "met-is", "met_pick": "met-pick",
        "who_only": "who-only", "met_only": "met-only", "first": "from", "last": "to",
    },
}  # fmt: skip
# Stands for the words of a title where an article is named by its number.
SHORT = {"vi": "tin", "en": "story"}
# A feed has the address of its list and one of these names: the same in every language, because programs guess them.
RSS, JSON_FEED, PODCAST = "rss.xml", "feed.json", "podcast.xml"
ROOTS = {"vi": "/", "en": "/en/"}
LABELS = {"vi": "Tiếng Việt", "en": "English"}


def page_language() -> str:
    """The code "en" on English pages, else "vi"."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def other_than(language: str) -> str:
    return "en" if language == "vi" else "vi"


def home(language: str | None = None) -> str:
    return ROOTS[language or page_language()]


def article(edition, number: int | None = None) -> str:
    """Of an edition with its article loaded; `number` spares that."""
    return _below(edition.language, "article", f"{edition.slug}-{number or edition.article.number}")


def short(edition) -> str:
    """For paper: short enough to be typed. It leads to the article's address, whatever its title will be by then."""
    return _below(edition.language, "article", f"{SHORT[edition.language]}-{edition.article.number}")


def text_only(edition) -> str:
    """Of an edition with its article loaded: the same words without anything else."""
    return article(edition) + WORDS[edition.language]["text_only"]


def article_at(language: str, slug: str, number: int) -> str:
    return _below(language, "article", f"{slug}-{number}")


def category(row, language: str | None = None) -> str:
    return _below(language, "category", row.slug)


def agency(pk: int, slug: str, language: str | None = None) -> str:
    return _below(language, "agency", f"{slug}-{pk}")


def person(pk: int, slug: str, language: str | None = None) -> str:
    return _below(language, "person", f"{slug}-{pk}")


def tag(slug: str, language: str | None = None) -> str:
    return _below(language, "tag", slug)


def page(row, language: str | None = None) -> str:
    return _below(language, "page", row.slug)


def archive(
    year: int | None = None, month: int | None = None, day: int | None = None, *, language=None
) -> str:
    parts = [f"{year:04}"] if year else []
    parts += [f"{part:02}" for part in (month, day) if part]
    return _below(language, "archive", "/".join(parts))


def archive_day(on: date, language: str | None = None) -> str:
    return archive(on.year, on.month, on.day, language=language)


def register(language: str | None = None, **asked: str) -> str:
    """The register, or an answer of it; `asked` by the English words of QUESTION ("who_is": "p12")."""
    words = QUESTION[language or page_language()]
    query = urlencode({words[name]: value for name, value in asked.items() if value})
    return _below(language, "register", "") + (f"?{query}" if query else "")


def open_data(language: str | None = None) -> str:
    return _below(language, "open_data", "")


def data_file(name: str) -> str:
    """ "people.csv" or "schema/people.json": the same file for every language."""
    return f"/du-lieu-mo/{name}"


def abbreviations(language: str | None = None) -> str:
    return _below(language, "abbreviations", "")


def abbreviations_file(form: str) -> str:
    """ "csv", "json" or "pls": the same file for every language."""
    return f"/bang-chu-viet-tat/bang-chu-viet-tat.{form}"


def feeds(language: str | None = None) -> str:
    """The page that lists the feeds."""
    return _below(language, "feeds", "")


def feed(form: str = RSS, language: str | None = None) -> str:
    """Of all news; `form` is RSS, JSON_FEED or PODCAST. Feeds of a category or agency stand below its page in the same way."""
    return _below(language, "article", "") + form


def attachment(pk: int, name: str) -> str:
    return f"/tep/{pk}/{quote(hidden.current().blank(name), safe='')}"


def film(pk: int) -> str:
    return f"/video/{pk}/phim.mp4"


def subtitles(pk: int) -> str:
    return f"/video/{pk}/phu-de.vtt"


def translated(path: str, language: str) -> str:
    """An own Vietnamese path that exists in both languages in `language`; others as they are."""
    if language == "vi" or not path.startswith("/"):
        return path
    word, slash, rest = path[1:].partition("/")
    for name in ("archive", "category", "page", "tag", "register", "open_data", "abbreviations", "feeds"):
        if word == WORDS["vi"][name] and slash:
            return f"{ROOTS[language]}{WORDS[language][name]}/{rest}"
    return ROOTS[language] if path == "/" else path


def absolute(request, path: str) -> str:
    """With the site's own origin where the operator named one, else the one that was asked."""
    origin = settings.PUBLIC_ORIGIN or f"{request.scheme}://{request.get_host()}"
    return origin + path


def _below(language: str | None, word: str, rest: str) -> str:
    """A slug made of a name that is hidden now is a neutral one, and its old address leads there."""
    language = language or page_language()
    rest = hidden.current().blank(rest, language)
    return f"{ROOTS[language]}{WORDS[language][word]}/{rest}{'/' if rest else ''}"
