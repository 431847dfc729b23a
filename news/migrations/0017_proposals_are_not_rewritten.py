"""What the first of two people proposed, and which proposal a closing followed, is not rewritten either."""

from django.db import migrations

COLUMNS = {
    "news_royaltyproposal": ("by_name", "at", "month", "seen", "total", "accepts_unpaid"),
    "news_royaltyclosing": ("proposal_id",),
}
SENTENCE = "A closed month is not rewritten."


def refuse(apps, schema_editor):
    body = (
        "EXECUTE FUNCTION news_month_is_not_rewritten()"
        if schema_editor.connection.vendor == "postgresql"
        else f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
    )
    for table, columns in COLUMNS.items():
        names = ", ".join(schema_editor.quote_name(name) for name in columns)
        schema_editor.execute(
            f"CREATE TRIGGER {table}_proposed BEFORE UPDATE OF {names} ON {table} FOR EACH ROW {body}"
        )


def allow(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for table in COLUMNS:
        schema_editor.execute(f"DROP TRIGGER {table}_proposed" + (f" ON {table}" if postgresql else ""))


class Migration(migrations.Migration):
    dependencies = [("news", "0016_a_month_is_closed_by_two")]
    operations = [migrations.RunPython(refuse, allow)]
