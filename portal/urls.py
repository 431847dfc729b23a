"""Every address of the portal. Public addresses carry their language in the path: Vietnamese at /, English at /en/."""

from django.contrib import admin
from django.urls import include, path

from portal import health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("quan-tri/", admin.site.urls),
    path("doc/", include("accessibility.urls", namespace="reader")),
    path("en/doc/", include("accessibility.urls", namespace="reader-en")),
    path("en/", include("news.site.urls_en", namespace="site-en")),
    path("", include("news.site.urls_vi", namespace="site")),
]

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.forbidden"
handler404 = "portal.errors.not_found"
handler500 = "portal.errors.server_error"
