"""Tables of abbreviations go into the glossary and come out the same; what is known is not overwritten unasked."""

import pytest
from django.core.management import call_command

from news.importing import glossary
from news.models import GlossaryEntry
from news.site.glossary import as_csv, as_pls
from tests import make

pytestmark = pytest.mark.django_db


def test_the_general_abbreviations_are_sound_and_taken_in_once(capsys):
    call_command("import_glossary")
    assert "39 added, 0 changed, 0 known" in capsys.readouterr().out
    assert GlossaryEntry.objects.get(short="QĐ").source == "Nghị định 30/2020/NĐ-CP, Phụ lục III"
    call_command("import_glossary")
    assert "0 added, 0 changed, 39 known" in capsys.readouterr().out


def test_what_the_site_gives_away_can_be_taken_in_again():
    make.glossary_entry("=X", "chữ lạ", spoken="ích", mode="spell", is_explained=False, source="Nguồn")
    make.glossary_entry("DOST", "Department", language="en")
    before = list(
        GlossaryEntry.objects.order_by("short").values_list(
            "short", "full", "spoken", "mode", "language", "is_explained", "source"
        )
    )
    text = as_csv()
    GlossaryEntry.objects.all().delete()
    assert glossary.take(glossary.read(text)).fresh == 2
    after = GlossaryEntry.objects.order_by("short").values_list(
        "short", "full", "spoken", "mode", "language", "is_explained", "source"
    )
    assert list(after) == before


def test_pls_is_read_in_its_language():
    make.glossary_entry("KH&CN", "khoa học và công nghệ")
    assert glossary.read(as_pls("vi")) == [
        {"short": "KH&CN", "full": "khoa học và công nghệ", "language": "vi"}
    ]


def test_a_known_entry_is_changed_only_when_asked():
    make.glossary_entry("SHTT", "sở hữu trí tuệ")
    rows = glossary.read("short,full\nSHTT,sở hữu khác")
    assert glossary.take(rows).kept == 1
    assert GlossaryEntry.objects.get().full == "sở hữu trí tuệ"
    assert glossary.take(rows, replace=True).changed == 1
    assert GlossaryEntry.objects.get().full == "sở hữu khác"


def test_a_faulty_row_is_named_and_the_others_are_taken():
    taken = glossary.take(glossary.read("short,full,mode\nA1,một,words\nB2,hai,lạ"))
    assert (taken.fresh, [number for number, _why in taken.faulty]) == (1, [3])


@pytest.mark.parametrize("text", ["a,b\n1,2", "<lexicon", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_what_is_no_table_is_refused(text):
    with pytest.raises(ValueError):
        glossary.read(text)
