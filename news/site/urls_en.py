"""Public addresses in English, mounted at /en/."""

from news.site.routes import patterns

app_name = "site"
urlpatterns = patterns("en")
