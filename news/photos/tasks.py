"""Side work on photos: idempotent, and owed whenever `renditions` says so."""

from django_tasks import task

from news.models import Photo
from news.photos import renditions


@task()
def make_renditions(photo_pk: int) -> None:
    photo = Photo.objects.filter(pk=photo_pk, renditions__owed=True).first()
    if photo:
        renditions.make(photo)


def make_owed(most: int = 200) -> int:
    """Make what is still owed, whoever forgot to ask; returns how many photos were mended."""
    owed = Photo.objects.filter(renditions__owed=True).order_by("-pk")[:most]
    for photo in owed:
        renditions.make(photo)
    return len(owed)
