"""The register *Ai gặp ai*: who met whom, when."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from news.register import days
from news.register import meetings as register
from news.site import addresses, asking, meetings, timeline
from news.site.head import Head
from news.site.public import public
from news.site.trail import trail


@public
def register_page(request):
    """The latest meetings, or those that answer the question in the address. Ambiguous names are offered for choice."""
    language = addresses.page_language()
    question = asking.question(request.GET, language)
    found = _answer(request, question, language) if question.can_be_answered else {}
    query = found["leaf"].query if found else ""
    return render(
        request,
        "news/register.html",
        found
        | {
            "question": question,
            "register": addresses.register(),
            "open_data": addresses.open_data(),
            "trail": trail(),
            "head": _head(request, question, query),
        },
    )


def _answer(request, question: asking.Question, language: str) -> dict:
    lists = register.of(language, question.parties, question.first.on, question.last.on)
    kept = question.address.partition("?")[2]
    leaf = timeline.leaf(request, *lists, moment=days.moment_of, kept=kept)
    return {"leaf": leaf, "years": meetings.by_month(leaf.editions, question.parties)}


def _head(request, question: asking.Question, query: str) -> Head:
    """Only the register itself has a translation: answers are of one language's news, and no search engine lists them."""
    other = addresses.other_than(addresses.page_language())
    others = {} if question.is_asked or query else {other: addresses.register(other)}
    path = question.address
    if query:
        path += f"{'&' if '?' in path else '?'}{query[1:]}"
    description = _("Meetings and working sessions in this site's news, found by person, agency and day.")
    return Head(request, title=_("Who met whom"), path=path, others=others, description=description)
