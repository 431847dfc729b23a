"""What is heard is what the marks say: the MP3 is decoded and looked at."""

import io
from array import array

import miniaudio
import pytest

from accessibility.narration import engines, mark_up, recording
from accessibility.narration.engines import RATE
from accessibility.narration.spoken_before import SpokenBefore
from tests.accessibility.narration import voices

LONG = "".join(f"<p>Câu thứ {n} nói một điều. Rồi thêm {n} điều nữa!</p>" for n in range(60))


@pytest.fixture
def tone(monkeypatch):
    made = voices.Tone()
    monkeypatch.setattr(recording, "engine_for", lambda language: made)
    return made


def made(html, folder, language="vi", before=None):
    """(what was recorded, the MP3, the lines)."""
    text = recording.lines(mark_up(html, language).sentences, language)
    out = io.BytesIO()
    before = before or SpokenBefore(folder, 1 << 30)
    return recording.record(text, out, before), out.getvalue(), text


def heard(mp3: bytes) -> array:
    return miniaudio.decode(mp3, nchannels=1, sample_rate=RATE).samples


def bursts(samples, quiet=4000, hush=2000):
    """[(first, last), …] of the stretches of sound between silences of at least `hush` samples."""
    found = []
    for place, sample in enumerate(samples):
        if abs(sample) < quiet:
            continue
        if found and place - found[-1][1] < hush:
            found[-1][1] = place
        else:
            found.append([place, place])
    return found


def test_the_length_in_the_marks_is_the_length_that_is_heard(tone, tmp_path):
    recorded, mp3, _ = made(LONG, tmp_path)
    assert recorded.milliseconds == pytest.approx(len(heard(mp3)) / RATE * 1000, abs=1)
    assert recorded.marks["dur"] == recorded.milliseconds
    assert recorded.marks["s"][-1][4] <= recorded.milliseconds


def test_every_sentence_is_heard_where_its_mark_says_and_nothing_drifts(tone, tmp_path):
    recorded, mp3, _ = made(LONG, tmp_path)
    sounded = bursts(heard(mp3))
    assert len(sounded) == len(recorded.marks["s"]) == 120
    for (first, last), (_, _, _, begins, ends, _) in zip(sounded, recorded.marks["s"], strict=True):
        # Half of the loudness: MP3 lets a sharp edge begin softly.
        assert first / RATE * 1000 == pytest.approx(begins, abs=3)
        assert last / RATE * 1000 == pytest.approx(ends, abs=3)


def test_between_sentences_is_a_quarter_of_a_second_and_between_paragraphs_half(tone, tmp_path):
    recorded, _, _ = made("<p>Một. Hai.</p><p>Ba.</p>", tmp_path)
    first, second, third = recorded.marks["s"]
    assert second[3] - first[4] == pytest.approx(250, abs=1)
    assert third[3] - second[4] == pytest.approx(500, abs=1)


def test_the_rows_are_those_of_the_page_in_number_and_place(tone, tmp_path):
    recorded, _, _ = made(LONG, tmp_path)
    rows = mark_up(LONG).sentences
    assert [row[:3] for row in recorded.marks["s"]] == [row[:3] for row in rows]


def test_what_is_said_in_full_is_lit_as_the_one_token_that_is_printed(tone, tmp_path):
    text = "Ngày 13/5/2022, Sở KH&CN họp."
    recorded, _, _ = made(f"<p>{text}</p>", tmp_path)
    words = recorded.marks["s"][0][5]
    lit = [text[start:end] for start, end, _ in words]
    assert "KH&CN" in lit
    assert any("13/5/2022" in each for each in lit)
    assert lit[-1].startswith("họp")
    moments = [moment for *_, moment in words]
    assert moments == sorted(moments)


def test_places_count_as_a_browser_counts_letters_beyond_the_basic_plane(tone, tmp_path):
    text = "Bản đồ 🗺 của \U0001d400 phường."
    recorded, _, _ = made(f"<p>{text}</p>", tmp_path)
    units = text.encode("utf-16-le")
    last_start, last_end, _ = recorded.marks["s"][0][5][-1]
    assert units[2 * last_start : 2 * last_end].decode("utf-16-le").startswith("phường")


def test_the_real_voice_begins_where_the_marks_say(tmp_path):
    recorded, mp3, _ = made("<p>Chiều nay trời đẹp. Mai có mưa.</p><p>Hết.</p>", tmp_path)
    samples = heard(mp3)
    for row in recorded.marks["s"]:
        begins, ends = (int(moment * RATE / 1000) for moment in row[3:5])
        assert max(map(abs, samples[begins:ends])) > 5000
        # espeak itself takes 40 ms before it sounds.
        assert next(place for place, sample in enumerate(samples[begins:]) if abs(sample) > 300) < 0.06 * RATE
    engines.close()


def test_editing_one_sentence_speaks_one_sentence(tone, tmp_path):
    before = SpokenBefore(tmp_path, 1 << 30)
    made(LONG, tmp_path, before=before)
    assert before.spoken == len(set(tone.asked)) == 120
    made(LONG.replace("Rồi thêm 17 điều nữa", "Rồi bớt 17 điều nữa"), tmp_path, before=before)
    assert before.spoken == 121
    assert "Rồi bớt mười bảy điều nữa!" in tone.asked


def test_another_version_of_the_voice_speaks_everything_anew(tone, tmp_path):
    before = SpokenBefore(tmp_path, 1 << 30)
    made("<p>Một. Hai.</p>", tmp_path, before=before)
    tone.version = "2"
    made("<p>Một. Hai.</p>", tmp_path, before=before)
    assert before.spoken == 4


def test_a_sentence_kept_only_half_is_spoken_again(tone, tmp_path):
    before = SpokenBefore(tmp_path, 1 << 30)
    made("<p>Một hai ba.</p>", tmp_path, before=before)
    (kept,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    kept.write_bytes(kept.read_bytes()[:-10])
    recorded, mp3, _ = made("<p>Một hai ba.</p>", tmp_path, before=before)
    assert before.spoken == 2
    assert recorded.milliseconds == pytest.approx(len(heard(mp3)) / RATE * 1000, abs=1)


def test_the_sentences_kept_stay_within_their_bound_and_the_least_used_go(tone, tmp_path):
    import os

    before = SpokenBefore(tmp_path, 100_000)
    tone.samples = lambda text: 10_000
    for number in range(8):
        before.say(tone, f"câu {number}")
    for path in tmp_path.glob("*/*"):
        os.utime(path, (1, 1))
    before.say(tone, "câu 3")
    before.trim()
    assert sum(path.stat().st_size for path in tmp_path.glob("*/*")) <= 90_000
    before.say(tone, "câu 3")
    assert before.spoken == 8


def test_a_sentence_without_an_end_is_asked_for_in_pieces(tone, tmp_path):
    text = "rất dài " * 1000
    sound = SpokenBefore(tmp_path, 1 << 30).say(tone, text)
    assert max(map(len, tone.asked)) <= 2000
    assert "".join(tone.asked) == text
    assert [text[first : first + length] for first, length, _ in sound.words] == text.split()


def test_the_name_of_a_recording_changes_with_what_is_said_and_with_the_voice(tone):
    def name(html):
        return recording.fingerprint(recording.lines(mark_up(html).sentences, "vi"))

    assert name("<p>Một.</p>") == name("<p>Một.</p>")
    assert name("<p>Một.</p>") != name("<p>Hai.</p>")
    old = name("<p>Một.</p>")
    tone.version = "2"
    assert name("<p>Một.</p>") != old


def test_parts_in_english_are_given_to_the_english_voice(monkeypatch, tmp_path):
    asked = {"vi": voices.Tone(), "en": voices.Tone()}
    monkeypatch.setattr(recording, "engine_for", asked.get)
    rows = [["a", 0, 5, ["Một."]], ["b", 0, 4, ["One."], [], "en"]]
    recording.record(recording.lines(rows, "vi"), io.BytesIO(), SpokenBefore(tmp_path, 1 << 30))
    assert (asked["vi"].asked, asked["en"].asked) == (["Một."], ["One."])


def test_a_foreign_part_of_a_sentence_is_given_to_its_voice_and_lit_where_it_stands(monkeypatch, tmp_path):
    asked = {"vi": voices.Tone(), "en": voices.Tone()}
    monkeypatch.setattr(recording, "engine_for", asked.get)
    text = "Hội thảo Innovation Day do Sở tổ chức."
    html = text.replace("Innovation Day", '<span lang="en">Innovation Day</span>')
    recorded, _, lines = made(f"<p>{html}</p>", tmp_path)
    assert asked["vi"].asked == ["Hội thảo ", " do Sở tổ chức."]
    assert asked["en"].asked == ["Innovation Day"]
    (row,) = recorded.marks["s"]
    assert [text[start:end] for start, end, _ in row[5]] == text.split()
    moments = [moment for *_, moment in row[5]]
    assert moments == sorted(moments)
    assert recording.fingerprint(lines)


def test_only_silent_signs_in_a_foreign_part_are_no_reason_to_fall_over(monkeypatch, tmp_path):
    monkeypatch.setattr(recording, "engine_for", {"vi": voices.Tone(), "en": voices.Tone()}.get)
    recorded, _, _ = made('<p>Một <span lang="en"> </span> hai <em lang="en-GB">🙂</em> ba.</p>', tmp_path)
    assert len(recorded.marks["s"]) == 1
