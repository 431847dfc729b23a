"""Public addresses in Vietnamese, mounted at the root."""

from django.urls import path

from news.site import views
from news.site.routes import patterns

app_name = "site"
urlpatterns = [*patterns("vi"), path("robots.txt", views.robots, name="robots")]
