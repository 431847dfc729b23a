"""What is heard and when, as WebVTT: one cue a sentence, in the words that are said."""

MEDIA_TYPE = "text/vtt; charset=utf-8"
# In the text of a cue these three would be read as markup or as the arrow between two times.
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def as_vtt(script: str, marks: dict) -> str:
    """`script` has a line for each row of `marks["s"]` (docs/accessibility-narration.md); "" where the two do not agree."""
    lines, rows = script.split("\n"), marks["s"]
    if len(lines) != len(rows) or not script.strip():
        return ""
    cues = [_cue(line, row[3], row[4]) for line, row in zip(lines, rows, strict=True) if line.strip()]
    return "\n".join(["WEBVTT", "", *cues])


def _cue(line: str, begins: int, ends: int) -> str:
    words = " ".join(line.split()).translate(_ESCAPES)
    return f"{_time(begins)} --> {_time(ends)}\n{words}\n"


def _time(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
