"""Drafts in the bin: for thirty days, then gone for good; the log of them stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.desk import bin, workflow
from news.models import Article, Decision, Save
from tests import make

pytestmark = pytest.mark.django_db


def test_a_draft_lies_in_the_bin_for_thirty_days(time_machine):
    now = timezone.now()
    article = workflow.bin(make.draft(title="Nháp bỏ"), by=None)
    time_machine.move_to(now + timedelta(days=29))
    assert bin.days_left(article) == 1 and bin.empty() == 0
    time_machine.move_to(now + timedelta(days=30, minutes=1))
    assert bin.empty() == 1 and not Article.objects.exists() and not Save.objects.exists()


def test_what_was_decided_about_it_stays_under_its_number(time_machine):
    article = workflow.bin(make.draft(title="Nháp bỏ", captions=[make.caption()]), by=make.user("publisher"))
    time_machine.move_to(timezone.now() + timedelta(days=31))
    bin.empty()
    rows = Decision.objects.filter(article=None, article_number=article.number)
    assert [row.step for row in rows] == ["delete", "bin", "create"]
    assert rows[0].reason == "Nháp bỏ" and rows[1].by_name


def test_a_draft_taken_out_in_time_stays(time_machine):
    article = workflow.unbin(workflow.bin(make.draft(), by=None), by=None)
    time_machine.move_to(timezone.now() + timedelta(days=31))
    assert bin.empty() == 0 and Article.objects.get() == article


def test_what_readers_have_seen_is_never_deleted(time_machine):
    for made in (make.published(), make.withdrawn(), make.draft()):
        Article.objects.filter(pk=made.pk)
    time_machine.move_to(timezone.now() + timedelta(days=400))
    assert bin.empty() == 0 and Article.objects.count() == 3
