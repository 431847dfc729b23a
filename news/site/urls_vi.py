"""Public addresses in Vietnamese, mounted at the root."""

from django.urls import path

from news.site import glossary, opendata, views
from news.site.routes import patterns

app_name = "site"
urlpatterns = [
    *patterns("vi"),
    # For machines: one address whatever the language.
    path("du-lieu-mo/schema/<slug:name>.json", opendata.data_schema, name="data_schema"),
    path("du-lieu-mo/<slug:name>.<slug:form>", opendata.data_file, name="data_file"),
    path(
        "bang-chu-viet-tat/bang-chu-viet-tat.<slug:form>",
        glossary.abbreviations_file,
        name="abbreviations_file",
    ),
    path("robots.txt", views.robots, name="robots"),
]
