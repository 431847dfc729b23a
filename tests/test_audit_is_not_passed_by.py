"""Bulk writing sends no signal, so the log of changes would not hear of it: no code writes watched rows in bulk.

A call counts when the words before `.update(` (or its kin) name a watched model or a related manager that leads to one, come
from a function that is handed any model, or are a name that was given such rows in the same function.
"""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from portal.accounts.audit import WATCHED

ROOT = Path(settings.ROOT)
WRITING = {"update", "bulk_update", "bulk_create", "abulk_create", "aupdate", "abulk_update", "_raw_delete"}
# What may be written so all the same, and why.
ALLOWED = {
    (
        "portal/accounts/signals.py",
        "_factor_added",
    ): "a counter that the log leaves out; the next line records the factor",
    ("news/desk/newcomers.py", "make"): "announces the rows, and the log writes an entry for each",
    ("news/desk/merging.py", "_move"): "the Merging row keeps each key that moved, and is itself in the log",
    ("news/desk/merging.py", "undo"): "brings back what the Merging row kept, and closes that row",
    ("news/desk/merging.py", "_put_back"): "brings back what the Merging row kept, and closes that row",
}


def watched_words() -> set[str]:
    """Names of the models, and of the managers by which other rows lead to them."""
    models = [apps.get_model(label) for label in WATCHED]
    related = {
        field.remote_field.get_accessor_name()
        for model in models
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.remote_field and not field.remote_field.hidden
    }
    return {model.__name__ for model in models} | {name for name in related if name}


def bulk_writes(source: str, words: set[str]) -> set[str]:
    """The functions (or "" at the top) in which watched rows are written in bulk."""
    tree, found = ast.parse(source), set()
    for function in ast.walk(tree):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            known = _given(function, words)
            if any(_writes(node, words | known) for node in ast.walk(function)):
                found.add(function.name)
    return found


def _given(function: ast.AST, words: set[str]) -> set[str]:
    """Local names that hold watched rows."""
    return {
        target.id
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and _words_of(node.value) & words
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _writes(node: ast.AST, words: set[str]) -> bool:
    if not (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITING
    ):
        return False
    return bool(_words_of(node.func.value) & words)


def _words_of(node: ast.AST) -> set[str]:
    """The names along a chain of attributes and calls: `news.models.Person.objects.filter(…)`."""
    names = set()
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Attribute):
            names.add(node.attr)
            node = node.value
        elif isinstance(node, ast.Call):
            # Rows of a model that is only known when it runs.
            names |= {"Person"} if any(_is_a_model(argument) for argument in node.args) else set()
            node = node.func
        elif isinstance(node, ast.Subscript):
            node = node.value
        else:
            return names
    return names | {node.id}


def _is_a_model(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id in {"model", "sender"}


def test_no_code_writes_watched_rows_past_the_log():
    words, found = watched_words(), set()
    for room in ("portal", "news", "accessibility"):
        for path in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in path.parts:
                names = bulk_writes(path.read_text(encoding="utf-8"), words)
                found |= {(str(path.relative_to(ROOT)), name) for name in names}
    assert found == ALLOWED.keys()


@pytest.mark.parametrize(
    "line",
    [
        "Person.objects.filter(pk=1).update(note='')",
        "models.Agency.objects.bulk_create(rows)",
        "person.appointments.update(title='')",
        "self.agency.other_names.filter(name='').update(name='x')",
        "rows = Category.objects.all(); rows.update(order=1)",
        "_rows(model).filter(pk=1).update(agency=None)",
    ],
)
def test_a_write_past_the_log_is_found(line):
    assert bulk_writes(f"def act(person, model, self):\n    {line}", watched_words()) == {"act"}


@pytest.mark.parametrize(
    "line",
    ["Article.objects.update(number=1)", "names.update(person)", "Person.objects.create(full_name='')", "seen = {}; seen.update(a=1)"],
)  # fmt: skip
def test_other_writes_are_left_alone(line):
    assert bulk_writes(f"def act(person, names):\n    {line}", watched_words()) == set()
