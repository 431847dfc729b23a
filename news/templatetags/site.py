"""What public templates need beside Django's own: addresses, dates for eyes and ears, sizes, and data for machines."""

import json
from datetime import datetime
from urllib.parse import quote

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.models import Agency, Category, Edition, Person
from news.site import addresses, dateline, public_text

register = template.Library()

_ADDRESSES = {
    Edition: addresses.article,
    Category: addresses.category,
    Agency: lambda row: addresses.agency(row.pk, row.slug),
    Person: lambda row: addresses.person(row.pk, row.slug),
}
# As in Django's json_script: nothing in the data can end the element.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def address(row) -> str:
    """The public path of an edition, category, agency or person; asks the database nothing."""
    return _ADDRESSES[type(row)](row)


@register.simple_tag
def printed_moment(moment):
    """The date line of an article: for eyes as printed, for ears in full."""
    return format_html(
        '<time datetime="{}"><span aria-hidden="true">{}</span><span class="hidden">{}</span></time>',
        _iso(moment),
        dateline.printed(moment),
        dateline.spoken(moment),
    )


@register.simple_tag
def day(on):
    """`<time>` of a day or moment, printed 17/05/2022."""
    if isinstance(on, datetime):
        on = dateline.local_day(on)
    return format_html('<time datetime="{}">{}</time>', on.isoformat(), dateline.day(on))


@register.simple_tag
def full_day(on):
    return format_html('<time datetime="{}">{}</time>', on.isoformat(), dateline.full_day(on))


@register.simple_tag
def event_days(edition):
    """When the event took place, one day or several; "" where it is not known."""
    return dateline.period(edition.event_on, edition.event_until) if edition.event_on else ""


@register.filter
def card_lead(card, most=200) -> str:
    return public_text.card_lead(card, most)


@register.filter
def file_facts(file: dict) -> str:
    """Type, size, pages or length of a file: "PDF, 1,2 MB, 4 trang, bản chụp", "MP4, 18,5 MB, 1 phút 35 giây"."""
    name = file["name"]
    facts = [name.rsplit(".", 1)[1].upper()] if "." in name else []
    facts.append(_size(file["size"]))
    if pages := file.get("pages"):
        facts.append(ngettext("%(count)d page", "%(count)d pages", pages) % {"count": pages})
    if seconds := file.get("seconds"):
        facts.append(length_of_time(seconds))
    if file.get("is_scan"):
        facts.append(_("scan"))
    return ", ".join(facts)


@register.filter
def length_of_time(seconds: int) -> str:
    """ "1 phút 35 giây"; whole minutes from ten on."""
    minutes, rest = divmod(seconds, 60)
    if minutes >= 10:
        minutes, rest = round(seconds / 60), 0
    parts = (
        [ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}] if minutes else []
    )
    if rest or not parts:
        parts.append(ngettext("%(count)d second", "%(count)d seconds", rest) % {"count": rest})
    return " ".join(parts)


@register.filter
def length_and_size(audio) -> str:
    """ "5 phút 40 giây, 1,3 MB": what somebody is told before a recording is fetched."""
    return f"{length_of_time(audio.seconds)}, {_size(audio.size)}"


def _size(size: int) -> str:
    """In kB or MB of a thousand; the decimal sign is the language's."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    sign = "." if addresses.page_language() == "en" else ","
    return f"{size / 1_000_000:.1f} MB".replace(".", sign)


@register.simple_tag(takes_context=True)
def linked_data(context, edition):
    """The article as schema.org data for search engines. A data block: no script runs, so no policy is loosened."""
    head, chrome = context["head"], context["chrome"]
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": edition.title,
        "description": head.description,
        "inLanguage": edition.language,
        "datePublished": _iso(edition.article.published_at or edition.edited_at),
        "dateModified": _iso(edition.live_from or edition.edited_at),
        "mainEntityOfPage": head.address,
        "author": {"@type": "Organization", "name": edition.byline or chrome.agency_name},
        "publisher": {"@type": "GovernmentOrganization", "name": chrome.agency_name},
    }
    if head.picture:
        data["image"] = [head.picture_address]
    if edition.category:
        data["articleSection"] = edition.category.label
    if audio := context.get("audio"):
        data["audio"] = _audio_object(audio, context["request"])
    return data_block(data)


def data_block(data: dict):
    """`<script type="application/ld+json">`, in which nothing can end the element."""
    text = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


def _audio_object(audio, request) -> dict:
    """schema.org's AudioObject; the length as ISO 8601 has it."""
    minutes, seconds = divmod(audio.seconds, 60)
    return {
        "@type": "AudioObject",
        "contentUrl": addresses.absolute(request, audio.url),
        "encodingFormat": audio.media_type,
        "contentSize": str(audio.size),
        "duration": f"PT{minutes}M{seconds}S",
    }


@register.simple_tag(takes_context=True)
def short_address(context, edition) -> str:
    """The whole address of an article by its number, as paper shows it."""
    return addresses.absolute(context["request"], addresses.short(edition))


@register.simple_tag
def mail_address(title: str, url: str) -> str:
    """A mailto: address that passes the page on."""
    return f"mailto:?subject={quote(title)}&body={quote(url)}"


@register.simple_tag
def byline_of_photo(caption) -> str:
    """Who took it: the caption's own credit, else the photo's."""
    name = caption.credit or caption.photo.credit
    return _("Photo: %(name)s") % {"name": name} if name else ""


def _iso(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="minutes")
