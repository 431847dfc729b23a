"""What `manage.py check --database default` and every `migrate` say about the accounts."""

from django.conf import settings
from django.core.checks import Tags, Warning, register
from django.db import DatabaseError

from portal.accounts.models import User
from portal.accounts.models.users import DEMO_ADDRESS


@register(Tags.database)
def no_accounts_of_the_demo(app_configs=None, databases=None, **_options) -> list[Warning]:
    """They cannot sign in without DEMO=1, but they still stand among colleagues and on the demo's articles."""
    if settings.DEMO or "default" not in (databases or ()):
        return []
    try:
        names = list(
            User.objects.filter(email__endswith=DEMO_ADDRESS, is_active=True).values_list(
                "username", flat=True
            )
        )
    except DatabaseError:
        return []  # Before the first migration there are no accounts at all.
    if not names:
        return []
    return [
        Warning(
            f"This database holds accounts of the demo: {', '.join(sorted(names))}.",
            hint="`manage.py demo --remove` takes the demo out. Until then nobody signs in with them.",
            id="accounts.W001",
        )
    ]
