"""Every role at every staff address of tests/addresses.py: what opens and what can be sent. None may be missing.

The steps of the workflow, each with each role and by direct post, are in tests/news/admin/test_stepping.py.
"""

import pytest
from django.apps import apps
from django.test import Client

from tests import addresses, make
from tests.news.admin.desk_of import signed_in

pytestmark = pytest.mark.django_db

# n: signed in without a role, w: writer, e: editor, p: publisher, a: administrator.
ROLES = {"n": "", "w": "writer", "e": "editor", "p": "publisher", "a": "administrator"}
ALL, STAFF = "nwepa", "wepa"

# Address -> who may open it, who may send to it.
MAY = {
    "admin:index": (ALL, ALL),
    "admin:password_change": (ALL, ALL),
    "admin:password_change_done": (ALL, ""),
    "admin:app_list": (STAFF, STAFF),
    # Asked without saying of what: nobody. What it finds for whom is in tests/portal.
    "admin:autocomplete": ("", ""),
    "admin:view_on_site": ("", ""),
    "admin:accounts_user_link": ("a", "a"),
    "admin:accounts_user_act": ("a", "a"),
    "staff-photo": (STAFF, ""),
    "staff-file": (STAFF, ""),
    "voice-sample": (STAFF, ""),
    "staff-sound": (STAFF, ""),
    "admin:accessibility_narration_again": ("", "ep"),
    "admin:accessibility_narration_own": ("", "ep"),
    "admin:accessibility_narration_machine": ("", "ep"),
    "admin:news_article_step": ("ep", "ep"),
    # Without a title that differs it leads back to the article.
    "admin:news_article_title": ("ep", "ep"),
    "admin:news_article_preview": (STAFF, "ep"),
    "admin:news_article_frame": (STAFF, "ep"),
    "admin:news_article_copy": ("", "wep"),
    "admin:news_article_leader": ("ep", "ep"),
    # Without an unsaved text of one's own it leads back to the article.
    "admin:news_article_conflict": (STAFF, STAFF),
    # What is sent is understood before it is asked whose draft it is: an empty one is nobody's (400).
    "admin:news_article_autosave": ("", STAFF),
    "admin:news_article_compare": (STAFF, STAFF),
    "admin:news_article_restore": (STAFF, "ep"),
    "admin:news_article_drop": ("wep", "wep"),
    "admin:news_article_drop_file": ("", "wep"),
    # What somebody dropped waits for that person alone.
    "admin:news_article_drop_changes": ("", ""),
    "admin:news_article_suggestions": ("ep", "ep"),
    "admin:news_person_duplicates": ("ep", "ep"),
    "admin:news_person_merge": ("ep", "ep"),
    "admin:news_agency_duplicates": ("ep", "ep"),
    "admin:news_agency_merge": ("ep", "ep"),
    "admin:news_agency_reorganize": ("ep", "ep"),
    "admin:news_glossaryentry_articles": (STAFF, "ep"),
    "admin:news_glossaryentry_import": ("ep", "ep"),
    "admin:news_oldaddress_import": ("ep", "ep"),
    "admin:news_person_hide": ("a", "a"),
    "admin:news_mail": (STAFF, STAFF),
    "admin:news_keys": (ALL, ""),
    "admin:news_emergencynotice_end": ("", "p"),
    "admin:news_royalties": ("pa", ""),
    "admin:news_royalties_setup": ("pa", "pa"),
    "admin:news_royalties_month": ("pa", ""),
    "admin:news_royalties_close": ("pa", "pa"),
    "admin:news_royalties_reopen": ("pa", "pa"),
    "admin:news_royalties_print": ("pa", ""),
    "admin:news_royalties_file": ("pa", ""),
    "admin:news_royalties_mine": (STAFF, ""),
    "admin:news_reports": ("epa", ""),
    "admin:news_reports_xlsx": ("epa", ""),
    "admin:news_reports_csv": ("epa", ""),
    "admin:news_lookup_people": (STAFF, "wep"),
    "admin:news_lookup_agencies": (STAFF, "wep"),
    "admin:news_lookup_makers": (STAFF, ""),
    "admin:news_lookup_articles": (STAFF, ""),
    "admin:news_lookup_parts": ("wep", "wep"),
    # Of a photo that readers see; a writer sets the point of one that nothing released shows.
    "admin:news_lookup_focus": ("", "ep"),
    "admin:news_lookup_photos": (STAFF, "wep"),
    "admin:news_lookup_files": ("", "wep"),
    "admin:news_lookup_lines": ("", STAFF),
    # Leads on to the one form, which refuses.
    "admin:news_sitesettings_changelist": (ALL, ALL),
    "admin:django_tasks_database_dbtaskresult_history": (ALL, ALL),
    "admin:news_photo_delete": ("e", "e"),
}
# The five pages of a model: who sees its rows, who adds, who changes, who deletes.
MODELS = {
    "accessibility_difficulty": ("epa", "", "epa", ""),
    "accessibility_narration": (STAFF, "", "ep", ""),
    "accounts_user": ("a", "a", "a", ""),
    "accounts_auditentry": ("a", "", "", ""),
    "accounts_signin": ("a", "", "", ""),
    "django_tasks_database_dbtaskresult": ("", "", "", ""),
    "news_agency": (STAFF, "wep", "ep", ""),
    "news_article": (STAFF, "wep", "ep", ""),
    "news_category": (STAFF, "epa", "epa", ""),
    "news_decision": ("a", "", "", ""),
    "news_emergencynotice": ("p", "p", "p", ""),
    "news_glossaryentry": (STAFF, "ep", "ep", ""),
    "news_hiding": ("a", "", "", ""),
    "news_menuitem": ("a", "a", "a", "a"),
    "news_oldaddress": ("ep", "ep", "ep", "ep"),
    "news_page": ("a", "a", "a", "a"),
    "news_person": (STAFF, "wep", "ep", ""),
    # Readers see this one.
    "news_photo": (STAFF, "wep", "ep", ""),
    "news_royaltybase": ("pa", "pa", "pa", ""),
    "news_royaltyrate": ("pa", "pa", "pa", ""),
    "news_sitesettings": ("a", "", "a", ""),
    "news_starttext": ("ep", "ep", "ep", "ep"),
    "news_tag": (STAFF, "wep", "ep", ""),
}
for _model, (_see, _add, _change, _delete) in MODELS.items():
    _pages = {
        "changelist": (_see, _see),
        "add": (_add, _add),
        "change": (_see, _change),
        "delete": (_delete, _delete),
        "history": (_see, _see),
    }
    for _page, _who in _pages.items():
        MAY.setdefault(f"admin:{_model}_{_page}", _who)


def opened(answer) -> bool:
    """Whether the address gave or did anything for this person."""
    doors = ("/quan-tri/login/", "/quan-tri/dang-nhap/")
    leads_away = answer.status_code in (301, 302) and answer["Location"].startswith(doors)
    return answer.status_code not in (401, 403, 404, 405) and not leads_away


def test_no_staff_address_is_missing_from_the_table_and_none_is_too_many():
    assert set(MAY) == {address.name for address in addresses.STAFF}


@pytest.mark.parametrize("letter", ROLES)
def test_each_role_opens_what_the_table_says_and_nothing_else(letter):
    world = addresses.World()
    client = signed_in(make.user(ROLES[letter]))
    found = {row.name: opened(client.get(row.path(world))) for row in addresses.STAFF}
    assert found == {name: letter in may_open for name, (may_open, _send) in MAY.items()}


@pytest.mark.once
@pytest.mark.parametrize("letter", ROLES)
def test_a_direct_post_without_the_right_is_refused_and_changes_nothing(letter):
    world = addresses.World()
    client = signed_in(make.user(ROLES[letter]))
    paths = {row.name: row.path(world) for row in addresses.STAFF if letter not in MAY[row.name][1]}
    before = everything()
    for name, path in paths.items():
        assert client.post(path).status_code in (403, 404, 405), name
    assert everything() == before


@pytest.mark.parametrize("letter", ROLES)
def test_each_role_can_send_where_the_table_says(letter):
    world = addresses.World()
    client = signed_in(make.user(ROLES[letter]))
    for row in addresses.STAFF:
        if letter in MAY[row.name][1]:
            # The restoring of nothing and the like is not found (404) or not understood (400), but it is not refused.
            assert client.post(row.path(world)).status_code not in (401, 403, 405), row.name


@pytest.mark.once
def test_a_stranger_opens_nothing_and_sends_nothing():
    world, stranger = addresses.World(), Client()
    paths = [row.path(world) for row in [*addresses.STAFF, *addresses.SIGN_IN]]
    before = everything()
    for path in paths:
        assert not opened(stranger.get(path)), path
        assert not opened(stranger.post(path)), path
    assert everything() == before


def everything() -> dict:
    """All rows of the newsroom and of its people, as they stand in the database."""
    models = [model for app in ("news", "accounts") for model in apps.get_app_config(app).get_models()]
    return {model._meta.label: list(model.objects.order_by("pk").values()) for model in models}
