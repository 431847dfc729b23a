"""Asking a leader without an account, and writing down what was said elsewhere. An answer is to one version of one edition."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from news.desk import rights, steps, workflow
from news.desk.errors import NotAllowed, Refused
from news.models import Article, Consent, LeaderLink

DAYS = (1, 3, 7)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def ask(article: Article, *, by, leader: str, days: int = 3) -> tuple[LeaderLink, str]:
    """A link to the open edition as it stands, and its secret, which is told this once and kept nowhere."""
    article = _begin(article, by)
    token = secrets.token_urlsafe(24)
    link = LeaderLink.objects.create(
        edition=article.open_edition,
        version=article.open_edition.version,
        token_hash=hash_of(token),
        leader=_named(leader),
        made_by=by,
        expires_at=timezone.now() + timedelta(days=days),
    )
    _log(article, "ask", by, link.leader, moment=link.expires_at)
    return link, token


@transaction.atomic
def revoke(article: Article, link_pk: int, *, by) -> None:
    article = _begin(article, by)
    link = LeaderLink.objects.filter(pk=link_pk, edition__article=article, revoked_at=None).first()
    if link is None or hasattr(link, "answer"):
        raise Refused(_("This link is closed already."))
    link.revoked_at = timezone.now()
    link.save(update_fields=["revoked_at"])
    _log(article, "revoke", by, link.leader)


def find(token: str) -> LeaderLink | None:
    """The link of a secret, with its edition and answer; None for a secret that was never given out."""
    rows = LeaderLink.objects.select_related("edition__article", "answer", "made_by")
    return rows.filter(token_hash=hash_of(token)).first()


@transaction.atomic
def answer(link: LeaderLink, verdict: str, comment: str = "") -> Consent:
    """Take the one answer of a link. Raises Refused when it is closed meanwhile or when a wish for changes says nothing."""
    Article.objects.select_for_update(no_key=True).get(pk=link.edition.article_id)
    link = LeaderLink.objects.select_related("edition", "answer", "made_by").get(pk=link.pk)
    if not link.is_open():
        raise Refused(_("This link is closed; your answer was not kept."))
    return _keep(link.edition.article, verdict, comment, by=link.made_by, link=link, leader=link.leader,
                 version=link.version, means=_("preview link"))  # fmt: skip


@transaction.atomic
def note(
    article: Article, *, by, leader: str, means: str, verdict: str = "agrees", comment: str = "",
    at: datetime | None = None, version: int | None = None,
) -> Consent:  # fmt: skip
    """Write down an answer given elsewhere: who, when, by what. `version` is the text that the writer of the note saw."""
    article = _begin(article, by)
    current = article.open_edition.version
    if version is not None and version != current:
        raise Refused(_("This article was saved after you opened this page. Read the new text, then decide."))
    if not means.strip():
        raise Refused(_("Write how the answer was given."))
    now = timezone.now()
    if at and at > now:
        raise Refused(_("This moment lies in the future."))
    return _keep(article, verdict, comment, by=by, leader=_named(leader), version=current, means=means.strip(),
                 at=at or now)  # fmt: skip


def answers_to(edition) -> list[Consent]:
    """The answers to any version of an edition, the newest first."""
    return list(edition.consents.all()) if edition else []


def links_to(edition) -> list[LeaderLink]:
    return list(edition.leader_links.select_related("edition", "answer", "made_by")) if edition else []


def _begin(article: Article, by) -> Article:
    Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    article = workflow.refreshed(article)
    if article.open_edition is None:
        raise Refused(_("Nothing is open for editing, so there is nothing to ask about."))
    if by is not None and not rights.may_ask_leader(by, article):
        raise NotAllowed(_("You may not ask a leader about this article."))
    return article


def _keep(article: Article, verdict: str, comment: str, *, by, leader: str, **columns) -> Consent:
    comment = comment.strip()
    if verdict == Consent.Verdict.OBJECTS and not comment:
        raise Refused(_("Write what should be changed."))
    article = workflow.refreshed(article)
    kept = Consent.objects.create(
        edition=article.open_edition, verdict=verdict, comment=comment, by=by, leader=leader, **columns
    )
    words = ": ".join(filter(None, [f"{leader} ({kept.means})", comment]))
    step = "consent" if kept.agrees else "objection"
    # A link is answered by the leader, so the log names the leader and not who sent the link.
    who = {"by_name": leader} if kept.link_id else {}
    _log(article, step, None if kept.link_id else by, words, **who)
    return kept


def _log(article: Article, step: str, by, reason: str, **columns) -> None:
    standing = steps.standing_of(article)
    workflow.record(article, step, standing, standing, by, reason=reason, **columns)


def _named(leader: str) -> str:
    if not leader.strip():
        raise Refused(_("Write the name and post of the leader."))
    return " ".join(leader.split())
