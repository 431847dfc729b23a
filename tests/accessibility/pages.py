"""A site of one page, so that the reader is tested where nothing but the reader is."""

import io
import json
import re
import tempfile
from functools import cache
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from django.http import HttpResponse, JsonResponse
from django.template import engines
from django.test import RequestFactory
from django.urls import include, path
from django.utils import translation

from accessibility.narration.recording import lines, record
from accessibility.narration.spoken_before import SpokenBefore
from portal.ranges import serve

PAGE = """{% load reader static %}<!doctype html>
<html lang="{{ language }}">
<head><meta charset="utf-8">{% reader_head %}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trang thử</title>
<link rel="stylesheet" href="{% static 'css/site.css' %}">
</head>
<body><main>
{% narrated language=language spellings=spellings %}
<h1>Cục Sở hữu trí tuệ làm việc với Sở Khoa học và Công nghệ</h1>
{% reader_controls %}
<p data-unspoken>Th 3, 17/05/2022 | 11:30 SA</p>
{{ body|safe }}
{% endnarrated %}
{{ recording|safe }}
<p><a id="next" href="{{ other }}">Bài khác</a></p>
</main></body></html>"""

BODY = (
    "<p>Ngày 13/5/2022, đoàn công tác đến <a href='/'>TP. Hải Phòng</a>. Buổi làm việc bắt đầu lúc 09h40.</p>"
    "<p>Sở KH&amp;CN báo cáo: doanh thu tăng 3,5 %.</p>"
    + "".join(f"<p>Đoạn thứ {number}. Hội nghị bàn về việc số {number}.</p>" for number in range(3, 20))
)


# As templates/news/article/audio.html has it.
RECORDING = """<section class="recording" data-unspoken data-recording data-sound="/am-thanh/thu.mp3" data-marks="{marks}"
data-seconds="60" data-facts="1 phút, 240 kB" data-voice="machine"><audio controls preload="none" src="{sound}"></audio>
<button class="reader__button" type="button" data-listen-recording>Nghe bản ghi</button>
<span class="recording__facts">(240 kB, 1 phút)</span></section>"""


def article(request, number=1, recording=""):
    language = "en" if request.path.startswith("/en/") else "vi"
    with translation.override(language):
        page = engines["django"].from_string(PAGE)
        context = {
            "language": language,
            "body": BODY,
            "spellings": {"KH&CN": "khoa học và công nghệ"},
            "other": f"/bai/{3 - number}/",
            "recording": recording,
        }
        return HttpResponse(page.render(context, request))


def recorded(request, marks="thu"):
    """The same article with a recording; `marks` other than "thu" are of another text or not there."""
    return article(
        request, recording=RECORDING.format(marks=f"/am-thanh/{marks}.json", sound="/am-thanh/thu.mp3")
    )


def sound(request):
    """In ranges, as the portal serves it: a browser seeks by them."""
    storage = InMemoryStorage()
    storage.save("thu.mp3", ContentFile(made()[0]))
    return serve(request, storage, "thu.mp3", etag="thu", media_type="audio/mpeg", caching="no-store")


def marks(request, name):
    rows = made()[1]
    if name == "khac":
        rows = rows | {"s": [["doan-99", *row[1:]] for row in rows["s"]]}
    return JsonResponse(rows)


@cache
def made():
    """(MP3, marks) of the article, made by the voice that readers hear."""
    html = article(RequestFactory().get("/bai/1/")).content.decode()
    listed = re.search(r'id="reader-sentences"[^>]*>(.*?)</script>', html)[1]
    out = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        done = record(lines(json.loads(listed), "vi"), out, SpokenBefore(Path(folder), 10**8))
    return out.getvalue(), done.marks


urlpatterns = [
    path("nghe/<slug:marks>/", recorded),
    path("am-thanh/thu.mp3", sound),
    path("am-thanh/<slug:name>.json", marks),
    path("doc/", include("accessibility.urls", namespace="reader")),
    path("en/doc/", include("accessibility.urls", namespace="reader-en")),
    path("bai/<int:number>/", article),
    path("en/bai/<int:number>/", article),
]
