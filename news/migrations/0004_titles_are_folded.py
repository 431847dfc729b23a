from django.db import migrations
from django.db.models import OuterRef, Subquery

from news.fold import fold

SLICE = 500


def fill(apps, schema_editor):
    """Search keys and numbers for the rows that were there before the columns."""
    Article, Decision = apps.get_model("news", "Article"), apps.get_model("news", "Decision")
    articles = Article.objects.select_related("open_edition", "last_release").filter(title_folded="")
    slice_ = []
    for article in articles.iterator(SLICE):
        edition = article.open_edition or article.last_release
        article.title_folded = fold(edition.title)[:300] if edition else ""
        slice_.append(article)
        if len(slice_) == SLICE:
            Article.objects.bulk_update(slice_, ["title_folded"])
            slice_ = []
    Article.objects.bulk_update(slice_, ["title_folded"])
    number = Article.objects.filter(pk=OuterRef("article")).values("number")
    Decision.objects.filter(article_number=None).update(article_number=Subquery(number))


class Migration(migrations.Migration):
    dependencies = [("news", "0003_the_desk_waits_and_asks")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
