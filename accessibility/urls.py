"""Mounted twice: at `/doc/` as `reader` and at `/en/doc/` as `reader-en` (see accessibility/addresses.py)."""

from django.urls import path

from accessibility import public_views, views

app_name = "reader"

urlpatterns = [
    path("tuy-chinh/", views.show_preferences, name="preferences"),
    path("tuy-chinh.css", views.style, name="style"),
    path("xem-ngay.css", views.live_style, name="live_style"),
    path("giong-doc/", public_views.voices, name="voices"),
    path("giong-doc/<slug:key>/", public_views.voices, name="voices_of"),
    path("tuyen-bo/", public_views.statement, name="statement"),
    path("bao-cho-kho-dung/", public_views.report, name="report"),
    path("bao-cho-kho-dung/da-nhan/", public_views.report_sent, name="report_sent"),
]
