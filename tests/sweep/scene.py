"""States of public pages that no demo shows: withdrawn articles, the page of a leader, what the server says when it is at fault.

Run beside a portal of the sweep's own, with its VAR_DIR: changes its content and prints what it made as JSON (rows of kinds.Kind).
"""

import json
import os

import django
from django.test import RequestFactory
from django.utils import translation

REASON = "Thông tin chưa chính xác; bài sẽ được đăng lại khi xác minh xong."


def withdrawn() -> list[dict]:
    """The oldest article of each language, so that the front pages stay as they are."""
    from news.desk import workflow
    from news.models import Edition
    from news.site import addresses

    rows = []
    for language, space in (("vi", "site"), ("en", "site-en")):
        edition = Edition.objects.live().filter(language=language).order_by("article__published_at").first()
        workflow.withdraw(edition.article, by=None, reason="sweep", public_reason=REASON)
        rows.append({"name": f"{space}:article", "path": addresses.article(edition), "state": "withdrawn"})
    return rows


def leaders() -> list[dict]:
    """The page while it asks, when an answer is refused, and once the link is closed."""
    from news.desk import consent
    from tests import make

    shown = make.draft(title="Báo cáo sơ kết sáu tháng đầu năm", body="<p>Sở báo cáo kết quả công tác.</p>")
    _link, secret = consent.ask(shown, by=None, leader="Ông Trần Văn Bình, Giám đốc")
    closed, old = consent.ask(shown, by=None, leader="Bà Lê Thị Hoa, Phó Giám đốc")
    consent.revoke(shown, closed.pk, by=None)
    path = f"/xem-truoc/{secret}/"
    return [
        {"name": "leader", "path": path},
        {"name": "leader", "path": path, "state": "refused", "sent": "answer=&comment="},
        {"name": "leader", "path": f"/xem-truoc/{old}/", "state": "closed"},
    ]


def faults() -> list[dict]:
    from portal import errors

    request = RequestFactory().get("/loi/", headers={"host": "localhost"})
    answers = {
        "refused request": errors.bad_request,
        "forbidden": errors.forbidden,
        "form expired": errors.csrf_failure,
        "fault of the server": errors.server_error,
    }
    return [
        {"name": "error", "path": f"/loi/{number}/", "state": state, "html": answer(request).content.decode()}
        for number, (state, answer) in enumerate(answers.items())
    ]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    with translation.override("vi"):
        print(json.dumps([*withdrawn(), *leaders(), *faults()]))
