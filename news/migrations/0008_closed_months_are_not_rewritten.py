"""The database itself refuses to rewrite a closed month. Only links to what went away may be emptied."""

from django.db import migrations

COLUMNS = {
    "news_royaltyclosing": ("by_name", "at", "month", "ordinal", "articles", "unpaid", "total"),
    "news_royaltyreopening": ("by_name", "at", "closing_id", "reason"),
    "news_royaltyline": (
        "closing_id", "order", "number", "title", "published_on", "kind", "part", "name", "pen_name", "share",
        "coefficient", "quantity", "base", "amount",
    ),
}  # fmt: skip
SENTENCE = "A closed month is not rewritten."


def refuse(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(
            "CREATE OR REPLACE FUNCTION news_month_is_not_rewritten() RETURNS trigger AS $$ "
            f"BEGIN RAISE EXCEPTION '{SENTENCE}'; END $$ LANGUAGE plpgsql"
        )
    body = (
        "EXECUTE FUNCTION news_month_is_not_rewritten()"
        if postgresql
        else f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
    )
    for table, columns in COLUMNS.items():
        names = ", ".join(schema_editor.quote_name(name) for name in columns)
        schema_editor.execute(
            f"CREATE TRIGGER {table}_stays BEFORE UPDATE OF {names} ON {table} FOR EACH ROW {body}"
        )


def allow(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for table in COLUMNS:
        schema_editor.execute(f"DROP TRIGGER {table}_stays" + (f" ON {table}" if postgresql else ""))
    if postgresql:
        schema_editor.execute("DROP FUNCTION news_month_is_not_rewritten()")


class Migration(migrations.Migration):
    dependencies = [("news", "0007_royalties_credits_in_order")]
    operations = [migrations.RunPython(refuse, allow)]
