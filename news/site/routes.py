"""The public addresses of one language: the same names and views, under that language's words."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter, StringConverter

from news.site import feeds, glossary, opendata, register, text_only, views
from news.site.addresses import PODCAST, WORDS


class Year(IntConverter):
    regex = "[0-9]{4}"


class Part(IntConverter):
    """A month or a day: two digits, so that each span has one address."""

    regex = "[0-9]{2}"


class FeedName(StringConverter):
    """The last part of a feed's address names its form."""

    regex = r"rss\.xml|feed\.json"


register_converter(Year, "year")
register_converter(Part, "part")
register_converter(FeedName, "feed")


def patterns(language: str) -> list:
    words = WORDS[language]
    archive = words["archive"]
    return [
        path("", views.home, name="home"),
        path(f"{words['article']}/<slug:slug>-<int:number>/", views.article, name="article"),
        path(
            f"{words['article']}/<slug:slug>-<int:number>/{words['text_only']}",
            text_only.article_text,
            name="article_text",
        ),
        path(f"{words['article']}/<feed:form>", feeds.feed, name="feed"),
        path(f"{words['article']}/{PODCAST}", feeds.podcast, name="podcast"),
        path(f"{words['feeds']}/", feeds.feeds, name="feeds"),
        path(f"{words['category']}/<slug:slug>/", views.category, name="category"),
        path(f"{words['category']}/<slug:slug>/<feed:form>", feeds.category_feed, name="category_feed"),
        path(f"{words['agency']}/<slug:slug>-<int:pk>/", views.agency, name="agency"),
        path(f"{words['agency']}/<slug:slug>-<int:pk>/<feed:form>", feeds.agency_feed, name="agency_feed"),
        path(f"{words['person']}/<slug:slug>-<int:pk>/", views.person, name="person"),
        path(f"{words['tag']}/<slug:slug>/", views.tag, name="tag"),
        path(f"{words['page']}/<slug:slug>/", views.page, name="page"),
        path(f"{words['register']}/", register.register_page, name="register"),
        path(f"{words['open_data']}/", opendata.open_data, name="open_data"),
        path(f"{words['abbreviations']}/", glossary.abbreviations_page, name="abbreviations"),
        path(f"{archive}/", views.archive_years, name="archive"),
        path(f"{archive}/<year:year>/", views.archive_year, name="archive_year"),
        path(f"{archive}/<year:year>/<part:month>/", views.archive_month, name="archive_month"),
        path(f"{archive}/<year:year>/<part:month>/<part:day>/", views.archive_day, name="archive_day"),
    ]
