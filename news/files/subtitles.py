"""Subtitles: WebVTT is checked, SRT is turned into it. Times must run forward, or players show nothing and say nothing."""

import re

from news.fold import nfc

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
_LINE = re.compile(rf"^{_TIME}[ \t]+-->[ \t]+{_TIME}(.*)$")
MOST_BYTES = 2_000_000


class NotSubtitles(Exception):
    """`args[0]` is the number of the line that is wrong, 0 where the file is something else altogether."""


def clean(data: bytes) -> bytes:
    """The file as WebVTT in UTF-8. Raises NotSubtitles."""
    try:
        lines = nfc(data.decode("utf-8-sig")).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    except UnicodeDecodeError:
        raise NotSubtitles(0) from None
    is_srt = not re.match(r"WEBVTT(?:[ \t]|$)", lines[0])
    cues = 0
    for number, line in enumerate(lines):
        if "-->" not in line:
            continue
        cues += 1
        if not (match := _LINE.match(line)) or _moment(match.groups()[:4]) >= _moment(match.groups()[4:8]):
            raise NotSubtitles(number + 1)
        lines[number] = re.sub(r"(\d),(\d{3})", r"\1.\2", line)
    if not cues or "\x00" in "".join(lines):
        raise NotSubtitles(0)
    return "\n".join(["WEBVTT", "", *lines] if is_srt else lines).encode()


def _moment(parts) -> int:
    """In milliseconds."""
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
