"""What stands around every public page: names, menus, footer. Asked for only by templates that use it."""

import re
from functools import cached_property

from django.db.models import Subquery
from django.utils.functional import SimpleLazyObject

from news.models import Edition, EmergencyNotice, Hiding, MenuItem, SiteSettings
from news.models.wording import in_language
from news.photos import renditions
from news.site import addresses, hidden
from news.site.rows import Rows

MOST_EMERGENCIES = 3


def chrome(request):
    """Context processor: `chrome`, at most three queries and none before its first use."""
    return {"chrome": SimpleLazyObject(lambda: Chrome(request))}


class Chrome:
    """`header` and `footer` are lists of {label, url, is_here}; texts are in the language of the page."""

    def __init__(self, request):
        self.path = request.path
        self.language = addresses.page_language()
        self.home = addresses.home(self.language)
        self.archive = addresses.archive(language=self.language)
        self.abbreviations = addresses.abbreviations(self.language)
        self.register = addresses.register(self.language)
        self.feeds = addresses.feeds(self.language)
        self.feed = addresses.feed(language=self.language)
        self.podcast = addresses.feed(addresses.PODCAST, self.language)

    @cached_property
    def site(self) -> SiteSettings:
        """The settings, and with them in one query what the clock shows above the page and whether somebody was hidden."""
        running = EmergencyNotice.objects.running()[:MOST_EMERGENCIES]
        rows = Rows(running, text="text", text_en="text_en", url="url", level="level")
        stamp = Subquery(Hiding.objects.latest_stamp())
        site = SiteSettings.load(SiteSettings.objects.annotate(emergency_rows=rows, hiding_stamp=stamp))
        if not site._state.adding:
            hidden.seen(site.hiding_stamp)
        return site

    @property
    def parent_name(self) -> str:
        return in_language(self.site, "parent_name")

    @property
    def agency_name(self) -> str:
        return in_language(self.site, "agency_name")

    @property
    def address(self) -> str:
        return in_language(self.site, "address")

    @property
    def telephone(self) -> str:
        return self.site.telephone

    @property
    def dialled(self) -> str:
        """What a telephone dials: "(0200) 3 555 010" is "02003555010"; "" where several numbers or an extension are printed."""
        bare = re.sub(r"[\s().–-]", "", self.site.telephone)
        return bare if re.fullmatch(r"\+?\d{8,13}", bare) else ""

    @property
    def email(self) -> str:
        return self.site.email

    @property
    def responsible_editor(self) -> str:
        return in_language(self.site, "responsible_editor")

    @property
    def licence(self) -> str:
        return in_language(self.site, "licence")

    @property
    def crest(self) -> str:
        """The address of the crest's smallest picture, "" where none is set."""
        photo = self.site.crest
        widths = photo.renditions.get("free") if photo else None
        if not widths:
            return ""
        # Only WebP keeps a transparent ground.
        extension = "webp" if "webp" in photo.renditions.get("formats", []) else "jpg"
        return renditions.address(photo, "free", widths[0], extension)

    @property
    def other_language(self) -> dict:
        """The front page in the other language; an article with a translation names its own (`translation`)."""
        code = addresses.other_than(self.language)
        return {"code": code, "label": addresses.LABELS[code], "url": addresses.home(code)}

    @cached_property
    def _items(self) -> list[MenuItem]:
        return list(MenuItem.objects.select_related("category", "page"))

    @cached_property
    def header(self) -> list[dict]:
        return self._menu(MenuItem.Place.HEADER)

    @cached_property
    def footer(self) -> list[dict]:
        return self._menu(MenuItem.Place.FOOTER)

    @cached_property
    def emergencies(self) -> list[EmergencyNotice]:
        """What the clock shows now. Whoever keeps pages asks `EmergencyNotice.objects.next_moment()` for how long."""
        if self.site._state.adding:  # nobody wrote the settings yet
            return list(EmergencyNotice.objects.running()[:MOST_EMERGENCIES])
        return [EmergencyNotice(**row) for row in self.site.emergency_rows]

    @cached_property
    def latest(self) -> list[Edition]:
        """The five newest, for pages that help on: not found, withdrawn."""
        return list(Edition.objects.listed().in_language(self.language).newest_first().for_cards()[:5])

    def _menu(self, place: str) -> list[dict]:
        items = [
            item for item in self._items if item.place == place and (not item.page or item.page.is_public)
        ]
        return [entry for item in items if (entry := self._entry(item))["label"]]

    def _entry(self, item: MenuItem) -> dict:
        url = self._target(item)
        return {"label": self._label(item), "url": url, "is_here": url != "/" and self.path.startswith(url)}

    def _target(self, item: MenuItem) -> str:
        if item.category:
            return addresses.category(item.category, self.language)
        if item.page:
            return addresses.page(item.page, self.language)
        return addresses.translated(item.url, self.language)

    def _label(self, item: MenuItem) -> str:
        """Empty for an address that has no label in the language of the page: such an item is left out."""
        own = item.label_en if self.language == "en" else item.label_vi
        target = item.category or item.page
        return own or (target.label if target else "")
