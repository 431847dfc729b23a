"""A site of one page, so that the reader is tested where nothing but the reader is."""

from django.http import HttpResponse
from django.template import engines
from django.urls import include, path
from django.utils import translation

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
<p><a id="next" href="{{ other }}">Bài khác</a></p>
</main></body></html>"""

BODY = (
    "<p>Ngày 13/5/2022, đoàn công tác đến <a href='/'>TP. Hải Phòng</a>. Buổi làm việc bắt đầu lúc 09h40.</p>"
    "<p>Sở KH&amp;CN báo cáo: doanh thu tăng 3,5 %.</p>"
    + "".join(f"<p>Đoạn thứ {number}. Hội nghị bàn về việc số {number}.</p>" for number in range(3, 20))
)


def article(request, number=1):
    language = "en" if request.path.startswith("/en/") else "vi"
    with translation.override(language):
        page = engines["django"].from_string(PAGE)
        context = {
            "language": language,
            "body": BODY,
            "spellings": {"KH&CN": "khoa học và công nghệ"},
            "other": f"/bai/{3 - number}/",
        }
        return HttpResponse(page.render(context, request))


urlpatterns = [
    path("doc/", include("accessibility.urls", namespace="reader")),
    path("en/doc/", include("accessibility.urls", namespace="reader-en")),
    path("bai/<int:number>/", article),
    path("en/bai/<int:number>/", article),
]
