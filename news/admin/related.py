"""Related articles: numbers in a text field, and over it a picker that finds them by title where scripts run."""

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from news.admin.article_list import search
from news.models import Article

MOST_RELATED, MOST_FOUND = 5, 12


def labels(articles) -> list[dict]:
    """{"id": number, "name": title, "hint": "#12 · 17/05/2022"} of rows whose `last_release` is loaded."""
    return [
        {"id": row.number, "name": str(row), "hint": f"#{row.number} · {_day(row)}".removesuffix(" · ")}
        for row in articles
    ]


def _day(article: Article) -> str:
    moment = article.published_at
    return date_format(timezone.localtime(moment), "d/m/Y") if moment else ""


def _rows() -> QuerySet:
    pointers = ("open_edition", "last_release")
    bodies = (f"{pointer}__{name}" for pointer in pointers for name in ("body", "lead"))
    return Article.objects.select_related(*pointers).defer(*bodies)


def found(words: str, *, but: str = "") -> list[dict]:
    """What readers can see, by words of the title or by number, the newest first."""
    if not words.strip():
        return []
    public = _rows().filter(standing="normal", last_release__isnull=False).order_by("-number")
    if but.isdecimal() and len(but) < 18:
        public = public.exclude(pk=int(but))
    return labels(search(public, words)[:MOST_FOUND])


class RelatedWidget(forms.Textarea):
    """The titles of what is chosen are asked for when the field is drawn; one query, none where nothing is chosen."""

    template_name = "admin/news/related.html"

    class Media:
        js = [forms.Script("js/related.js", type="module")]

    def __init__(self):
        super().__init__(attrs={"rows": 2})

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        numbers = [int(part) for part in (value or "").split() if part.isdecimal() and len(part) < 18]
        rows = _rows().filter(number__in=numbers) if numbers else ()
        context["widget"] |= {
            "chosen": {str(row["id"]): row for row in labels(rows)},
            "labels_id": f"{context['widget']['attrs'].get('id', name)}-labels",
            "address": reverse("admin:news_lookup_articles"),
            "most": MOST_RELATED,
        }
        return context
