"""The house tests itself: which way imports point, and that what is written in one place agrees with another."""

import ast
import re
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

ROOT = Path(settings.ROOT)

# The wings of `news` from the top; a wing imports only wings of lower floors (and its own).
FLOORS = {
    "news.management": 0,
    "news.admin": 0,
    "news.urls": 0,
    "news.apps": 0,
    "news.importing": 1,
    "news.desk": 2,
    "news.site": 3,
    "news.search": 4,
    "news.register": 4,
    "news.photos": 4,
    "news.files": 4,
    # Tags are used by templates of the site; they stand on photos and models.
    "news.templatetags": 3,
    "news.models": 5,
    "news.migrations": 5,
    "news.richtext": 6,
    "news.extraction": 6,
    "news.spellings": 6,
    "news.cells": 6,
    "news.fold": 7,
}
# The site and the template tags use each other, and migrations name the defaults of fields; nothing else does so.
NEIGHBOURS = {
    ("news.site", "news.templatetags"),
    ("news.templatetags", "news.site"),
    ("news.migrations", "news.models"),
}


def wing(module: str) -> str:
    return ".".join(module.split(".")[:2])


def imports(path: Path, root: Path = ROOT) -> set[str]:
    """Dotted names that a file imports, relative ones resolved."""
    package = path.relative_to(root).with_suffix("").parts[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            name = ".".join(filter(None, [base, node.module]))
            found |= {name} | {f"{name}.{alias.name}" for alias in node.names}
    return found


def forbidden(path: Path, root: Path = ROOT) -> set[str]:
    """The imports of a file that point the wrong way."""
    here = ".".join(path.relative_to(root).with_suffix("").parts)
    room = here.split(".")[0]
    return {name for name in imports(path, root) if _points_wrong(here, room, name)}


def _points_wrong(here: str, room: str, name: str) -> bool:
    target = name.split(".")[0]
    if here.startswith("news.extraction") or here == "news.fold":
        return target == "django" or (
            target == "news" and wing(name) not in {"news.extraction", "news.fold", "news"}
        )
    if target == "portal":
        return room != "portal"
    if {room, target} == {"news", "accessibility"}:
        return True
    if room == target == "news" and wing(here) in FLOORS and wing(name) in FLOORS:
        above = FLOORS[wing(name)] < FLOORS[wing(here)]
        beside = FLOORS[wing(name)] == FLOORS[wing(here)] and wing(name) != wing(here)
        return (above or (beside and FLOORS[wing(here)] != 4)) and (wing(here), wing(name)) not in NEIGHBOURS
    return False


def sources():
    return [
        path for room in ("portal", "news", "accessibility") for path in sorted((ROOT / room).rglob("*.py"))
    ]


def test_imports_point_one_way():
    wrong = {str(path.relative_to(ROOT)): names for path in sources() if (names := forbidden(path))}
    assert not wrong


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("news/models/x.py", "from news.desk import workflow"),
        ("news/site/x.py", "import news.desk.workflow"),
        ("news/desk/x.py", "from news.admin import articles"),
        ("news/x.py", "import portal.settings"),
        ("news/desk/x.py", "import accessibility.narration"),
        ("accessibility/x.py", "from news.models import Article"),
        ("accessibility/x.py", "from portal import media"),
        ("news/extraction/x.py", "import django"),
        ("news/extraction/x.py", "from news.models import Article"),
    ],
)
def test_an_import_in_the_wrong_direction_is_found(tmp_path, where, line):
    path = tmp_path / where
    path.parent.mkdir(parents=True)
    path.write_text(line)
    assert forbidden(path, tmp_path)


def test_every_wing_of_the_newsroom_has_its_floor():
    wings = {
        f"news.{path.stem}"
        for path in (ROOT / "news").iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").exists()) and path.stem != "__init__"
    }
    assert wings <= FLOORS.keys()


def test_the_extractor_needs_only_the_standard_library():
    import sys

    outside = {
        name
        for path in (ROOT / "news/extraction").rglob("*.py")
        for name in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names | {"news"}
    }
    assert not outside


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


def test_every_environment_variable_is_documented():
    read = set()
    for path in (ROOT / "portal/settings.py", ROOT / "portal/environment.py", ROOT / "portal/serving.py"):
        text = path.read_text()
        read |= set(re.findall(r"""(?:read|env\.\w+|database|environ\.get)\(\s*"([A-Z_]+)\"""", text))
    documented = set(re.findall(r"^#?\s*([A-Z][A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert read - documented == set()


def test_commands_of_the_readme_exist():
    from django.core.management import get_commands

    readme = (ROOT / "README.md").read_text()
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", readme)) <= targets
    assert set(re.findall(r"manage\.py ([a-z_]+)", readme)) <= get_commands().keys()


def test_a_silent_name_is_never_used():
    """Modules are called after what they hold."""
    vague = {"utils", "helpers", "common", "manager", "service"}
    assert not {path.name for path in sources() if path.stem in vague}


def test_source_files_stay_small():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sources()
        if "migrations" not in path.parts
        and "content" not in path.parts
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long
