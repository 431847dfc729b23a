"""What is kept about the people who work here."""

from portal.accounts.models.links import OneTimeLink
from portal.accounts.models.log import AuditEntry, SignIn
from portal.accounts.models.users import User

__all__ = ["AuditEntry", "OneTimeLink", "SignIn", "User"]
