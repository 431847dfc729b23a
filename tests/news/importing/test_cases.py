"""What editors made of the findings becomes cases, and new rules are measured on them."""

import io
import json
import stat

import pytest
from django.core.management import CommandError, call_command

from news.desk import document
from news.importing.proposals import cases, taking
from news.models import Proposal
from tests import make
from tests.news.importing.test_import_article import PAGE
from tests.news.importing.test_proposals import WORD, dropped

pytestmark = pytest.mark.django_db


def decided(proposal: Proposal, **said) -> Proposal:
    """Everything accepted save what `said` answers otherwise: {id with _ for -: (answer, changed fields)}."""
    given = {item["id"]: {"answer": "accept"} for item in proposal.items}
    for key, (answer, value) in said.items():
        given[key.replace("_", "-")] = {"answer": answer, "value": value}
    taking.take(proposal, given, by=None, base_version=None)
    proposal.refresh_from_db()
    return proposal


def person(proposal: Proposal, name: str) -> str:
    return next(row["id"] for row in proposal.items if row["value"].get("name") == name).replace("-", "_")


def replayed(path, **options) -> str:
    out = io.StringIO()
    call_command("extract_article", replay=path, stdout=out, **options)
    return out.getvalue()


def written(path, *rows: dict):
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path


def test_a_text_whose_suggestions_still_wait_is_no_case():
    dropped()
    assert list(cases.every()) == []


def test_what_was_accepted_as_found_is_right():
    case = cases.case_of(decided(dropped()))
    assert case["right"]["title"] == "Sở Công Thương tỉnh Trường Giang làm việc với Viện Năng lượng tái tạo"
    assert all(case["kept"].values()) and set(case["right"]) == set(cases.FIELDS) - {"captions"}


def test_what_an_editor_changed_to_other_words_of_the_text_is_the_right_answer():
    proposal = dropped()
    key = person(proposal, "Cao Xuân Bách")
    case = cases.case_of(decided(proposal, **{key: ("change", {"title": "Phó Giám đốc"})}))
    assert ["Cao Xuân Bách", "Phó Giám đốc"] in case["right"]["roles"]
    assert (case["kept"]["roles"], case["kept"]["people"]) == (False, True)


def test_who_was_refused_is_not_to_be_found():
    proposal = dropped()
    case = cases.case_of(decided(proposal, **{person(proposal, "Tạ Thị Minh"): ("refuse", None)}))
    assert "Tạ Thị Minh" not in case["right"]["people"] and not case["kept"]["people"]


def test_a_title_that_an_editor_wrote_anew_is_no_fault_of_the_rules():
    case = cases.case_of(decided(dropped(), title=("change", {"text": "Bàn kế hoạch năng lượng xanh"})))
    assert "title" not in case["right"]


def test_whom_an_editor_added_by_hand_was_overlooked():
    text = PAGE.replace("Hai bên thống nhất", "Chụp ảnh có Mai Văn Sáu đứng sau. Hai bên thống nhất")
    proposal = decided(dropped(data=text.encode()))
    content = document.read(proposal.edition)
    line = content["delegations"][0]["attendances"][0] | {
        "name": "Mai Văn Sáu",
        "title": "",
        "person": make.person().pk,
    }
    content["delegations"][0]["attendances"].append(line)
    document.write(proposal.edition, content, by=None)
    case = cases.case_of(Proposal.objects.get())
    assert "Mai Văn Sáu" in case["right"]["people"] and not case["kept"]["people"]


def test_a_word_file_is_read_again_as_the_extractor_read_it():
    case = cases.case_of(decided(dropped("tin.docx", WORD)))
    assert case["kept"]["people"] and case["kept"]["title"] and case["kept"]["units"]


def test_cases_are_exported_for_their_owner_alone_and_replayed(tmp_path):
    decided(dropped())
    path, out = tmp_path / "cases.jsonl", io.StringIO()
    call_command("extract_article", export=path, stdout=out)
    assert "1 " in out.getvalue() and stat.S_IMODE(path.stat().st_mode) == 0o600
    told = replayed(path)
    assert "people         1 / 1     kept 1" in told and "worse" not in told


def test_a_rule_that_became_worse_is_named_and_fails(tmp_path):
    case = cases.case_of(decided(dropped()))
    case["right"]["byline"], case["kept"]["byline"] = "Sở Công Thương", True
    path = written(tmp_path / "cases.jsonl", case)
    with pytest.raises(CommandError, match="byline"):
        replayed(path)


def test_a_rule_that_became_better_is_told(tmp_path):
    case = cases.case_of(decided(dropped()))
    case["kept"]["lead"] = False
    told = replayed(written(tmp_path / "cases.jsonl", case))
    assert f"better: {case['name']}: lead" in told


def test_present_figures_can_be_kept(tmp_path):
    case = cases.case_of(decided(dropped()))
    case["right"]["byline"], case["kept"]["byline"] = "Sở Công Thương", True
    path = written(tmp_path / "cases.jsonl", case)
    replayed(path, keep=True)
    assert "worse" not in replayed(path)


@pytest.mark.parametrize("text", ["{", '{"name": "x"}', '["a"]'])
def test_a_file_without_cases_is_refused(tmp_path, text):
    path = tmp_path / "x.jsonl"
    path.write_text(text)
    with pytest.raises(CommandError):
        replayed(path)
