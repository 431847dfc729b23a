"""Addresses that staff type: where a browser would go that follows them."""

import pytest

from news.desk import old_addresses
from news.desk.errors import Refused
from news.models.paths import is_own_path, leads_on

AWAY = [
    "//example.org", "/\\example.org", "/\t/example.org", "/a\r\nSet-Cookie: x", "javascript:alert(1)",
    "\\\\example.org", "",
]  # fmt: skip


@pytest.mark.parametrize("text", ["/", "/luu-tru/", "/tim/?q=s%E1%BB%9F&trang=2#dau", "/chuyên-mục/"])
def test_a_path_of_this_site_stays_on_it(text):
    assert is_own_path(text) and leads_on(text)


@pytest.mark.parametrize("text", AWAY)
def test_what_a_browser_reads_as_another_site_or_as_a_header_is_no_path(text):
    assert not is_own_path(text) and not leads_on(text)
    with pytest.raises(Refused):
        old_addresses.understood(text)


def test_an_address_elsewhere_is_https_and_nothing_else():
    assert leads_on("https://example.org/a?b=c") and not is_own_path("https://example.org/")
    assert not leads_on("http://example.org/") and not leads_on("https://exa mple.org/")
