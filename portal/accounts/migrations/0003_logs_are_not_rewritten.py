"""The database itself refuses to rewrite a line of the two logs. Only the link to an account may be emptied."""

from django.db import migrations

COLUMNS = {
    "accounts_auditentry": ("at", "by_name", "action", "model", "key", "name", "changes", "address"),
    "accounts_signin": ("at", "username", "result", "way", "address", "agent"),
}


def refuse(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(
            "CREATE OR REPLACE FUNCTION accounts_log_is_not_rewritten() RETURNS trigger AS $$ "
            "BEGIN RAISE EXCEPTION 'A log is not rewritten.'; END $$ LANGUAGE plpgsql"
        )
    body = (
        "EXECUTE FUNCTION accounts_log_is_not_rewritten()"
        if postgresql
        else "BEGIN SELECT RAISE(ABORT, 'A log is not rewritten.'); END"
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
        schema_editor.execute("DROP FUNCTION accounts_log_is_not_rewritten()")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_links_logs_limits")]
    operations = [migrations.RunPython(refuse, allow)]
