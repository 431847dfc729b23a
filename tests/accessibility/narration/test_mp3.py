"""An MP3 that somebody brings: the sound is kept to the last frame, and nothing else."""

import lameenc
import miniaudio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.narration import mp3
from tests.accessibility.narration.voices import square_wave


def sound(seconds=2, rate=44_100, kilobits=128, vbr=False) -> bytes:
    encoder = lameenc.Encoder()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(rate)
    encoder.set_bit_rate(kilobits)
    if vbr:
        encoder.set_vbr(4)
    encoder.silence()
    return bytes(encoder.encode(square_wave(seconds * rate))) + bytes(encoder.flush())


def id3(size=300, secret=b"Nguyen Van A, iPhone") -> bytes:
    return b"ID3\x04\x00\x00" + bytes([0, 0, size >> 7, size & 0x7F]) + secret.ljust(size, b"\xff")


@pytest.mark.parametrize(
    ("rate", "kilobits"), [(44_100, 128), (22_050, 32), (48_000, 64), (16_000, 24), (8_000, 16)]
)
def test_length_is_what_is_heard_at_every_rate(rate, kilobits):
    cleaned = mp3.clean(sound(2, rate, kilobits))
    heard = miniaudio.decode(cleaned.frames, nchannels=1)
    assert cleaned.milliseconds == pytest.approx(len(heard.samples) / heard.sample_rate * 1000, abs=60)


def test_variable_bit_rates_are_counted_too():
    assert mp3.clean(sound(3, vbr=True)).milliseconds == pytest.approx(3000, abs=120)


def test_names_of_makers_are_gone_and_the_sound_is_the_same():
    plain = sound()
    ape = b"APETAGEX" + b"Nguyen Van A".ljust(100, b"\0")
    v1 = b"TAG" + b"Nguyen Van A".ljust(125, b"\0")
    cleaned = mp3.clean(id3() + id3(200) + plain + ape + v1)
    assert cleaned.frames == mp3.clean(plain).frames
    assert b"Nguyen" not in cleaned.frames


def test_a_tag_between_frames_is_left_out():
    plain = mp3.clean(sound()).frames
    half = len(mp3.clean(plain[: len(plain) // 2]).frames)
    assert mp3.clean(plain[:half] + id3() + plain[half:]).frames == plain


def test_a_recording_that_was_cut_off_keeps_what_is_whole():
    plain = mp3.clean(sound()).frames
    cleaned = mp3.clean(plain[:-50])
    assert 0 < len(cleaned.frames) < len(plain)


@pytest.mark.parametrize(
    "data", [b"", b"RIFF", b"\xff" * 5000, b"<html>" * 1000, id3(), b"\x00" * 300_000, b"OggS" + bytes(9000)]
)
def test_what_is_no_sound_is_refused(data):
    with pytest.raises(mp3.NotMp3):
        mp3.clean(data)


@given(st.binary(max_size=3000))
def test_any_bytes_are_refused_or_understood(data):
    try:
        cleaned = mp3.clean(id3() + data)
    except mp3.NotMp3:
        return
    assert len(cleaned.frames) <= len(data)
