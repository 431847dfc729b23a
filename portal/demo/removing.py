"""The demo out of the database again. What staff came to use of it (a person in an article of their own) stays."""

from __future__ import annotations

from django.core.files.storage import storages
from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils import timezone

from news import models
from news.fold import slugify_vi
from news.photos import renditions
from portal.demo.accounts import remove_accounts
from portal.demo.loading import identity
from portal.demo.reading import read
from portal.demo.shapes import Content


@transaction.atomic
def remove() -> int:
    """Returns the number of articles removed. Their numbers are not given out again."""
    content = read(timezone.localdate())
    articles = models.Article.objects.filter(
        source_hash__in=[identity(story.slug) for story in content.stories]
    )
    count = articles.count()
    models.Decision.objects.filter(article__in=articles).delete()
    articles.delete()
    _remove_site(content)
    _remove_records(content)
    _remove_photos()
    _remove_files(content)
    remove_accounts()
    return count


def _remove_site(content: Content) -> None:
    models.SiteSettings.objects.filter(agency_name=content.site["agency_name"]).delete()
    slugs = [page.slug for page in content.pages]
    addresses = [item.url for item in content.menus if item.url]
    models.MenuItem.objects.filter(
        Q(page__slug__in=slugs)
        | Q(category__slug__in=[category.slug for category in content.categories])
        | Q(url__in=addresses)
    ).delete()
    models.Page.objects.filter(slug__in=slugs).delete()


def _remove_records(content: Content) -> None:
    tags = {slugify_vi(tag) for story in content.stories for tag in story.tags}
    models.Tag.objects.filter(slug__in=tags, editions__isnull=True).delete()
    for entry in content.glossary:
        models.GlossaryEntry.objects.filter(
            short=entry.short, language=entry.language, full=entry.full
        ).delete()
    _remove_unused(models.Person.objects.filter(full_name__in=[person.name for person in content.people]))
    _remove_unused(models.Agency.objects.filter(name__in=[agency.name for agency in content.agencies]))
    _remove_unused(
        models.Category.objects.filter(slug__in=[category.slug for category in content.categories])
    )


def _remove_unused(rows) -> None:
    """Delete what nothing holds on to, again and again while that frees others (a unit before its agency)."""
    while [row for row in rows.all() if _deleted(row)]:
        pass


def _deleted(row) -> bool:
    try:
        with transaction.atomic():
            row.delete()
    except ProtectedError:
        return False
    return True


def _remove_photos() -> None:
    for photo in models.Photo.objects.filter(original_name__startswith="ban-tin-demo-"):
        path, public = photo.path, renditions.storage_path(photo, "")
        if _deleted(photo):
            transaction.on_commit(lambda path=path, public=public: _remove_pictures(path, public))


def _remove_pictures(master: str, folder: str) -> None:
    storages["private"].delete(master)
    public = storages["public"]
    if public.exists(folder):
        for name in public.listdir(folder)[1]:
            public.delete(f"{folder.rstrip('/')}/{name}")
        public.delete(folder)


def _remove_files(content: Content) -> None:
    names = {paper.file for story in content.stories for paper in story.attachments}
    for stored in models.StoredFile.objects.filter(original_name__in=names):
        path = stored.path
        if _deleted(stored):
            transaction.on_commit(lambda path=path: storages["private"].delete(path))
