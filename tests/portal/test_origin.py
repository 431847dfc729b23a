"""Where mails say the site is, when nobody told."""

import pytest

from portal.environment import likely_origin


@pytest.mark.parametrize(
    ("hosts", "https", "origin"),
    [
        (["tin.example.vn", "www.example.vn"], True, "https://tin.example.vn"),
        ([".example.vn", "tin.example.vn"], True, "https://tin.example.vn"),
        (["localhost", "127.0.0.1"], False, "http://localhost:8100"),
        (["*"], True, ""),
    ],
)
def test_links_in_mails_begin_with_the_first_host_that_is_named_in_full(hosts, https, origin):
    assert likely_origin(hosts, https, 8100) == origin
