"""An editor's answers taken over: kept with the proposal, and what is decided written into the draft. One transaction."""

from django.db import transaction
from django.utils.translation import gettext as _

from news.desk import document
from news.importing.proposals import answers, drafting
from news.importing.proposals.answers import REFUSE
from news.models import Article, Edition, Proposal


@transaction.atomic
def remember(proposal: Proposal, said: dict) -> Proposal:
    """Keep answers that do not stand in the draft yet. What is done stays as it is, also for a page opened before."""
    Article.objects.select_for_update(of=("self",), no_key=True).get(editions=proposal.edition_id)
    kept = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    fresh = {key: answer for key, answer in said.items() if not kept.answers.get(key, {}).get("is_done")}
    kept.answers = kept.answers | fresh
    kept.items = proposal.items
    kept.save(update_fields=["answers", "items"])
    return kept


@transaction.atomic
def take(proposal: Proposal, said: dict, *, by, base_version: int | None, rest: bool = False) -> int:
    """Write what is decided into the draft; the number of items that came into it. `rest` accepts all that nobody has to
    look at. Raises Stale when somebody saved the draft since, ValidationError when the document would not be sound."""
    proposal = remember(proposal, said)
    if rest:
        proposal.answers = answers.accept_rest(proposal.items, proposal.answers)
    due = answers.decided(proposal.items, proposal.answers)
    if due:
        edition = Edition.objects.get(pk=proposal.edition_id)
        content = _drafted(proposal, edition, due)
        document.write(edition, content, by=by, base_version=base_version, why=_("suggestions accepted"))
    proposal.answers = answers.done(proposal.answers, {row.id for row in due})
    proposal.save(update_fields=["answers"])
    return len(due)


def _drafted(proposal: Proposal, edition: Edition, due: list) -> dict:
    said = proposal.answers
    lead = next((item for item in proposal.items if item["id"] == "lead"), None)
    is_back = lead is not None and said.get("lead", {}).get("answer") == REFUSE
    return drafting.drafted(
        document.read(edition),
        due,
        plates=[photo_of(item, said) for item in proposal.items if item["sort"] == "photo"],
        cover=said.get("photos", {}).get("cover", ""),
        lead_back=lead["value"]["text"] if is_back else "",
    )


def photo_of(item: dict, said: dict) -> int | None:
    """The photo that stands at this caption now; None for one that was refused."""
    given = said.get(item["id"], {})
    if given.get("answer") == REFUSE:
        return None
    return (item["value"] | (given.get("value") or {}))["photo"]
