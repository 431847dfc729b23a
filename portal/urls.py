"""Every address of the portal. Public ones carry their language in the path: Vietnamese at /, English at /en/."""

from django.contrib import admin
from django.urls import include, path

from portal import health, leader, media
from portal.narration import sample
from portal.narration import views as narration

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("anh/<slug:key>/<str:name>", media.photo, name="photo"),
    path("tep/<int:pk>/<str:name>", media.attachment, name="attachment"),
    path("video/<int:pk>/phim.mp4", media.film, name="film"),
    path("video/<int:pk>/phu-de.vtt", media.subtitles, name="subtitles"),
    path("am-thanh/<slug:name>.json", narration.marks, name="sound-marks"),
    path("am-thanh/<slug:name>.vtt", narration.transcript, name="sound-transcript"),
    path("am-thanh/<slug:name>.<slug:extension>", narration.sound, name="sound"),
    path("quan-tri/anh/<int:pk>/<str:name>", media.staff_photo, name="staff-photo"),
    path("quan-tri/tep/<int:pk>/<str:name>", media.staff_file, name="staff-file"),
    path("quan-tri/ban-ghi/<int:pk>/", narration.staff_sound, name="staff-sound"),
    path("quan-tri/nghe-thu/", sample.sample, name="voice-sample"),
    path("quan-tri/", include("portal.accounts.urls")),
    path("quan-tri/", admin.site.urls),
    path("xem-truoc/<str:token>/", leader.page, name="leader"),
    path("xem-truoc/<str:token>/anh/<int:pk>/<str:name>", leader.photo, name="leader-photo"),
    path("xem-truoc/<str:token>/tep/<int:pk>/<str:name>", leader.file, name="leader-file"),
    path("doc/", include("accessibility.urls", namespace="reader")),
    path("en/doc/", include("accessibility.urls", namespace="reader-en")),
    path("en/", include("news.site.urls_en", namespace="site-en")),
    path("", include("news.site.urls_vi", namespace="site")),
]

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.forbidden"
handler404 = "portal.errors.not_found"
handler500 = "portal.errors.server_error"
