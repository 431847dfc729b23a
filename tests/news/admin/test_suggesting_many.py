"""The page of suggestions with many names, and with names that are changed and told which record they mean at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Person
from portal.accounts.models import AuditEntry
from tests import make
from tests.news.admin.desk_of import as_a
from tests.news.admin.test_suggesting import draft, drop, names, page_of, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    make.category("Hoạt động của Sở")
    return as_a("writer")


def crowd(count: int) -> str:
    """A page with so many attendees, each of a body of their own."""
    family = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ")
    middle = ("Văn", "Thị", "Hữu", "Đức", "Minh")
    given = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Lan")
    rows = [
        f"- Ông {family[n % 10]} {middle[n // 10 % 5]} {given[n // 50]}, Giám đốc Trung tâm Dịch vụ việc làm {place(n)}"
        for n in range(count)
    ]
    listed = ";\n".join(rows)
    return f"Sở họp giao ban\n\nSáng 01/6/2022, Sở Nội vụ họp.\n\nTham dự buổi họp có:\n\n{listed}.\n"


def place(number: int) -> str:
    """An invented name of a place, each number its own."""
    first = "Bắc Nam Tây Đông Thượng Hạ Tân Phú Yên Long Thanh Vĩnh Gia Kim Ninh".split()
    second = "Sơn Hà Giang Lâm Hải Châu Điền Thủy Khê Lộc Hòa Mỹ Trì Viên".split()
    return f"{first[number % 15]} {second[number // 15]}"


@pytest.mark.parametrize("answer", ["accept", "known"])
def test_two_hundred_names_are_taken_with_as_many_questions_as_one(writer, answer):
    asked = []
    for count in (1, 200):
        proposal = drop(writer, crowd(count))
        people = [item for item in proposal.items if item["sort"] == "person"]
        assert len(people) == count
        said = {f"{item['id']}__answer": answer for item in people}
        if answer == "known":
            known = {item["id"]: make.person(item["value"]["name"]) for item in people}
            said = {f"{item['id']}__answer": f"match:{known[item['id']].pk}" for item in people}
        with CaptureQueriesContext(connection) as queries:
            sent(writer, proposal, "rest", **said)
        asked.append(len(queries))
        assert len(names(draft(proposal))) == count
        proposal.delete()
    few, many = asked
    # Rows go in by the hundred, and each table of rows has its own slices.
    assert many <= few + 12


def test_new_records_that_are_made_together_stand_in_the_log_each(writer):
    proposal = drop(writer, crowd(3))
    sent(writer, proposal, "rest")
    for name in names(draft(proposal)):
        person = Person.objects.get(full_name=name)
        entry = AuditEntry.objects.get(model="news.Person", key=str(person.pk))
        assert (entry.by, entry.by_name, entry.name) == (writer.user, str(writer.user), name)
        assert entry.changes["full_name"] == [None, name]


def test_a_doubtful_name_is_changed_and_told_which_record_it_is_in_one_go(writer):
    first, second = make.person("Lý Văn Đạt", note="Sở"), make.person("Lý Văn Đạt", note="Viện")
    proposal = drop(writer, crowd(1).replace("Nguyễn Văn An", "Lý Văn Đạt"))
    [item] = [item for item in proposal.items if item["sort"] == "person"]
    assert item["matches"] == [first.pk, second.pk]
    page = writer.get(page_of(proposal)).content.decode()
    assert f'name="{item["id"]}.record"' in page
    changes = {"answer": "change", "title": "Quyền Giám đốc", "record": str(second.pk)}
    sent(writer, proposal, **{f"{item['id']}__{name}": text for name, text in changes.items()})
    [line] = draft(proposal)["delegations"][0]["attendances"]
    assert (line["person"], line["title"]) == (second.pk, "Quyền Giám đốc")


def test_a_changed_name_may_be_a_new_record_beside_its_namesake(writer):
    known = make.person("Lý Văn Đạt")
    proposal = drop(writer, crowd(1).replace("Nguyễn Văn An", "Lý Văn Đạt"))
    [item] = [item for item in proposal.items if item["sort"] == "person"]
    sent(writer, proposal, **{f"{item['id']}__answer": "change", f"{item['id']}__record": "new"})
    [line] = draft(proposal)["delegations"][0]["attendances"]
    assert line["person"] != known.pk and Person.objects.filter(folded=known.folded).count() == 2


def test_a_record_that_was_not_offered_is_not_taken(writer):
    make.person("Lý Văn Đạt")
    stranger = make.person("Trần Thị Hạnh")
    proposal = drop(writer, crowd(1).replace("Nguyễn Văn An", "Lý Văn Đạt"))
    [item] = [item for item in proposal.items if item["sort"] == "person"]
    sent(writer, proposal, **{f"{item['id']}__answer": "change", f"{item['id']}__record": str(stranger.pk)})
    [line] = draft(proposal)["delegations"][0]["attendances"]
    assert line["person"] != stranger.pk
