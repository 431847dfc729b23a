"""Every `{{ variable }}` of our templates is there when the page is drawn: a name with a slip prints nothing and is seen by nobody."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template.base import VariableDoesNotExist, VariableNode
from django.test import Client

from tests import addresses, make
from tests.news.admin.desk_of import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ROOT = Path(settings.ROOT)
# Filters that are there for a value that may be missing.
EXPECTED = {"default", "default_if_none"}


@pytest.fixture
def missing(monkeypatch):
    """(template, variable) of each variable that was not there. What Django's `string_if_invalid` would print, without
    skipping the filters behind it."""
    found, render = set(), VariableNode.render

    def noticing(node, context):
        expression, origin = node.filter_expression, str(node.origin)
        if origin.startswith(str(ROOT)) and ".venv" not in origin and not _is_there(expression, context):
            found.add((str(Path(origin).relative_to(ROOT)), str(node.filter_expression.token)))
        return render(node, context)

    monkeypatch.setattr(VariableNode, "render", noticing)
    return found


def _is_there(expression, context) -> bool:
    names = {function.__name__ for function, _arguments in expression.filters}
    if names & EXPECTED or not hasattr(expression.var, "resolve"):
        return True
    try:
        expression.var.resolve(context)
    except VariableDoesNotExist:
        return False
    return True


def test_every_variable_of_the_public_pages_resolves(missing):
    world = addresses.World()
    for row in [*addresses.PUBLIC, *addresses.OWN, *addresses.SECRET, *addresses.DOORS]:
        Client().get(row.path(world))
    Client().get("/khong-co-trang-nay/")
    assert missing == set()


@pytest.mark.parametrize("role", ["writer", "editor", "publisher", "administrator"])
def test_every_variable_of_the_newsroom_resolves(missing, role):
    world = addresses.World()
    client = signed_in(make.user(role))
    for row in [*addresses.STAFF, *addresses.SIGN_IN]:
        client.get(row.path(world))
    assert missing == set()


def test_a_slip_is_noticed(missing, tmp_path, settings, rf):
    from django.template import Context, Engine

    template = Engine().from_string("{{ there }}{{ there.slip }}{{ slip }}{{ slip|default:'x' }}")
    for node in template.nodelist:
        node.origin = ROOT / "templates/slip.html"
    template.render(Context({"there": "x"}))
    assert {variable for _template, variable in missing} == {"there.slip", "slip"}
