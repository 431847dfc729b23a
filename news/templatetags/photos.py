"""`{% picture %}`: a photo as AVIF, WebP or JPEG in the width that the screen needs. Asks the database nothing."""

from django import template
from django.utils.html import format_html, format_html_join

from news.models import Caption, Photo
from news.photos import renditions

register = template.Library()


@register.simple_tag
def picture(shown: Caption | Photo, crop="free", sizes="100vw", lazy=True, alt=None, css="", high=False):
    """A `<picture>` of a Caption (its own description) or a Photo (`alt`, by default empty).

    `sizes` is the attribute of the same name; `high` is for the one picture that makes the first view.
    """
    photo = shown if isinstance(shown, Photo) else shown.photo
    made = photo.renditions
    widths = made.get(crop)
    if not widths:
        return ""
    if alt is None:
        alt = shown.alt if isinstance(shown, Caption) and not shown.is_decorative else ""
    width, height = renditions.size_of(photo, crop, widths[-1])
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        (
            (renditions.MEDIA_TYPES[kind], _srcset(photo, crop, widths, kind), sizes)
            for kind in made.get("formats", [])
            if kind != "jpg"
        ),
    )
    return format_html(
        '<picture{}>{}<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{}></picture>',
        format_html(' class="{}"', css) if css else "",
        sources,
        renditions.address(photo, crop, _middle(widths), "jpg"),
        _srcset(photo, crop, widths, "jpg"),
        sizes,
        width,
        height,
        alt,
        _loading(lazy, high),
    )


@register.simple_tag
def shape_of_photo(caption: Caption) -> str:
    """A further class of the figure of a photo that is higher than broad (" figure--tall") or nearly so (" figure--square")."""
    ratio = caption.photo.width / caption.photo.height
    return " figure--tall" if ratio < 1 else " figure--square" if ratio < 1.2 else ""


@register.simple_tag
def photo_address(shown: Caption | Photo, crop="free", width=1600):
    """The address of the JPEG next in size to `width`: for links to the large picture and for sharing."""
    photo = shown if isinstance(shown, Photo) else shown.photo
    widths = photo.renditions.get(crop) or [width]
    return renditions.address(photo, crop, min(widths, key=lambda known: abs(known - width)), "jpg")


def _srcset(photo, crop, widths, kind) -> str:
    return ", ".join(f"{renditions.address(photo, crop, width, kind)} {width}w" for width in widths)


def _middle(widths: list[int]) -> int:
    return widths[min(1, len(widths) - 1)]


def _loading(lazy: bool, high: bool):
    if high:
        return format_html(' fetchpriority="{}"', "high")
    return format_html(' loading="{}" decoding="async"', "lazy") if lazy else ""
