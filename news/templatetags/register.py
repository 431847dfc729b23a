"""Persons and agencies as schema.org data for search engines, in the shape of the open data where both have a word for it."""

from django import template

from news.models import Agency, Person
from news.site import addresses
from news.templatetags.site import data_block

register = template.Library()


@register.simple_tag(takes_context=True)
def person_data(context, person: Person, held, title: str | None):
    """`held`: the appointments of today, with their agencies."""
    data = {
        "@type": "Person",
        "name": person.full_name,
        "honorificPrefix": person.honorific,
        "jobTitle": title,
        "worksFor": [_agency(context["request"], post.agency) for post in held],
    }
    return _described(context, data)


@register.simple_tag(takes_context=True)
def agency_data(context, agency: Agency, parent: Agency | None):
    data = {
        "@type": "Organization"
        if agency.kind in ("company", "foreign", "other")
        else "GovernmentOrganization",
        "name": agency.label,
        "alternateName": agency.abbreviation,
        "description": agency.description,
        "sameAs": agency.website,
        "parentOrganization": parent and _agency(context["request"], parent),
        "dissolutionDate": agency.succeeded_on and agency.succeeded_on.isoformat(),
    }
    return _described(context, data)


def _described(context, data: dict):
    """With the page's own address, and without what is not known."""
    path = context["head"].path.partition("?")[0]
    url = addresses.absolute(context["request"], path)
    whole = {"@context": "https://schema.org", "@id": url, "url": url} | data
    return data_block({name: value for name, value in whole.items() if value})


def _agency(request, agency: Agency) -> dict:
    url = addresses.absolute(request, addresses.agency(agency.pk, agency.slug))
    return {"@type": "Organization", "@id": url, "name": agency.label, "url": url}
