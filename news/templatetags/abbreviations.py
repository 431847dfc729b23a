"""`{% abbreviated by=abbreviations %}…{% endabbreviated %}`: marks and explains what stands inside, in reading order."""

from django import template
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_block_tag
def abbreviated(content, by=None):
    """`by` is the article's `Explainer`; without one the content stays as it is."""
    return by(str(content)) if by else mark_safe(content)
