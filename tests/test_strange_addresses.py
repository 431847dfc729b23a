"""Whatever a stranger writes into an address or its parameters, the server has an answer and no error."""

import re

import pytest
from django.test import Client
from django.utils.http import urlencode

from news.site.addresses import QUESTION, WORDS
from tests import addresses

pytestmark = pytest.mark.django_db
OPEN = [*addresses.PUBLIC, *addresses.FILES, *addresses.OWN, *addresses.SECRET]
# Every parameter that a public page reads.
NAMES = sorted(
    {word for words in QUESTION.values() for word in words.values()}
    | {words[place] for words in WORDS.values() for place in ("older", "newer")}
    | {"from", "to", "language", "return", "p"}
)
STRANGE = [
    "\x00",
    "9" * 30,
    "-1",
    "1-1",
    "p" + "9" * 17,
    "a0",
    "//[",
    "٣",
    "\ud7ff\uffff",
    "%",
    "0001-01-01",
    "'\"<\\",
]


def strangely(path: str, turn: int):
    """The address with other numbers, other endings and some of the parameters: those of the others stand at its neighbours."""
    yield from (re.sub(r"\d+(?=[/.]|$)", number, path) for number in ("0", "9" * 18, "9" * 19))
    yield from (f"{path}%00", f"{path}%FF", path.replace("-", "%5B"), f"{path}../../x")
    yield from (f"{path}?{urlencode(dict.fromkeys(NAMES, value))}" for value in STRANGE[turn % 6 :: 6])


def test_a_strange_address_is_answered():
    world, client, wrong = addresses.World(), Client(raise_request_exception=False), []
    for turn, address in enumerate(OPEN):
        asked = dict.fromkeys(strangely(address.path(world), turn))
        wrong += [(address.name, path) for path in asked if client.get(path).status_code >= 500]
    assert wrong == []
