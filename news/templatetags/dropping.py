"""`{% drop_page as page %}`: what the drop zone's script needs to know, and what its pickers offer."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from news.admin.grid_words import WORDS

register = template.Library()
ACCEPTED = ".docx,.odt,.txt,.html,.htm,.zip,.doc,image/jpeg,image/png,image/webp,image/heic"


@register.simple_tag
def drop_page() -> dict:
    """`accepted` for the pickers; `words`, `urls` and `labels` as static/js/grid-page.js learns them."""
    own = {
        "photos_kept": _(
            "{count} photos are uploaded and kept. Now the text: drop the Word file, or paste it."
        ),
        "reading": _("Everything has arrived. The text is being read."),
        "some_lost": _(
            "Some files did not arrive. Try them again, or close their lines to go on without them."
        ),
    }
    return {
        "accepted": ACCEPTED,
        "words": {key: str(sentence) for key, sentence in WORDS.items()} | own,
        "urls": {"file": reverse("admin:news_article_drop_file")},
        "labels": {},
    }
