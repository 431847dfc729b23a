"""What a page tells machines about itself: its own address, its translations, and how it looks when shared."""

from dataclasses import dataclass, field

from django.http import HttpRequest

from news.site import addresses


@dataclass(frozen=True)
class Head:
    """`path` is the page's own address without what merely repeats it; `others` maps a language to a path; `feed` is the path of
    the page's own feed, where it has one beside the site's."""

    request: HttpRequest
    title: str
    path: str
    description: str = ""
    others: dict[str, str] = field(default_factory=dict)
    picture: str = ""
    kind: str = "website"
    feed: str = ""

    @property
    def address(self) -> str:
        return addresses.absolute(self.request, self.path)

    @property
    def picture_address(self) -> str:
        return addresses.absolute(self.request, self.picture) if self.picture else ""

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """(language, absolute address) of this page and its translations; empty where it has none."""
        if not self.others:
            return []
        own = (addresses.page_language(), self.address)
        return [own, *((code, addresses.absolute(self.request, path)) for code, path in self.others.items())]

    @property
    def other_language(self) -> dict | None:
        """{code, label, url} of this page's translation, for the link in the masthead."""
        for code, path in self.others.items():
            return {"code": code, "label": addresses.LABELS[code], "url": path}
        return None
