"""Where a request comes from: the address and the browser that the logs and the throttles note."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest | None) -> str | None:
    """The visitor's own address. Behind a proxy that is the last entry of X-Forwarded-For: the proxy's own, which nobody
    outside can write; earlier ones are whatever the visitor sent."""
    if request is None:
        return None
    forwarded = request.headers.get("x-forwarded-for", "") if settings.BEHIND_PROXY else ""
    told = forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    try:
        return str(ipaddress.ip_address(told))
    except ValueError:
        return None


def browser(request: HttpRequest | None) -> str:
    return request.headers.get("user-agent", "")[:200] if request is not None else ""
