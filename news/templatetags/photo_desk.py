"""`{% thumbnail %}`: the small square of a photo for signed-in staff."""

from django import template

from news.photos import renditions

register = template.Library()


@register.simple_tag
def thumbnail(photo) -> str:
    return renditions.staff_address(photo)
