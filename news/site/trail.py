"""The way from the front page down to a page, for the breadcrumb."""

from django.utils.translation import gettext as _

from news.site import addresses


def trail(*steps: tuple[str, str]) -> list[dict]:
    """[{label, url}]; `steps` are those between the front page and the page itself."""
    steps = ((_("Front page"), addresses.home()), *steps)
    return [{"label": label, "url": url} for label, url in steps]
