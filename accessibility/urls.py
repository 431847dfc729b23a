"""Mounted twice: at `/doc/` as `reader` and at `/en/doc/` as `reader-en` (see accessibility/addresses.py)."""

from django.urls import path

from accessibility import views

app_name = "reader"

urlpatterns = [
    path("tuy-chinh/", views.show_preferences, name="preferences"),
    path("tuy-chinh.css", views.style, name="style"),
]
