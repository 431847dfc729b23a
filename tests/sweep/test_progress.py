"""A sweep that was interrupted goes on where it was; one of another program begins anew. How far a page moved is one figure."""

from tests.sweep import fleet, shifts
from tests.sweep.dresses import every, pairs
from tests.sweep.kinds import Kind
from tests.sweep.progress import Progress

KINDS = [Kind("site:home", f"/{number}/", str(number)) for number in range(10)]


def test_what_was_looked_at_is_not_looked_at_again(tmp_path):
    path, dress = tmp_path / "sweep.jsonl", every()[0]
    first = Progress({"version": "1"}, path)
    for kind in KINDS[:9]:
        first.tell(dress, kind, ["a fault"] if kind is KINDS[0] else [])
    with path.open("a") as file:
        file.write('{"dress": "cut o')
    again = Progress({"version": "1"}, path)
    assert again.found() == ["a fault"]
    assert list(fleet.shares([dress], KINDS, set(again.looks))) == [(dress, KINDS[9:])]


def test_another_program_is_looked_at_from_the_beginning(tmp_path):
    path, dress = tmp_path / "sweep.jsonl", every()[0]
    Progress({"version": "1"}, path).tell(dress, KINDS[0], [])
    assert not Progress({"version": "2"}, path).looks


def test_a_tool_is_asked_once_unless_it_could_not_run(tmp_path):
    progress, asked = Progress({}, tmp_path / "sweep.jsonl"), []

    def answer(told):
        asked.append(told)
        return told

    for told in ({"skipped": "no browser"}, {"errors": 0}, {"errors": 9}):
        progress.tool("nu", lambda told=told: answer(told))
    assert asked == [{"skipped": "no browser"}, {"errors": 0}]


def test_all_combinations_are_looked_at_and_the_sample_is_among_them():
    assert len(every()) == len({str(dress) for dress in every()}) == 76
    assert {str(dress) for dress in pairs()} < {str(dress) for dress in every()}


def test_how_far_a_page_moved_is_the_share_of_the_window_times_the_way():
    window = {"width": 400, "height": 800}
    still = [[0, 0, 400, 100], [0, 100, 400, 900]]
    assert shifts.moved(still, still, window) == 0
    pushed = [[0, 0, 400, 180], [0, 180, 400, 900]]
    assert shifts.moved(still, pushed, window) == (800 - 100) / 800 * 80 / 800
    below = [[0, 900, 400, 50]]
    assert shifts.moved(below, [[0, 1000, 400, 50]], window) == 0
