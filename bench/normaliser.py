"""How fast printed text becomes spoken text: `python bench/normaliser.py [text file …]`, one core, no database.

Default: the pages under tests/pages, the texts of the demonstration, and ../shared where it is there. Each text is cut into sentences
first, outside the clock, as a page is. Megabytes are those of the text in UTF-8; the best of seven rounds counts, and the cases of
tests/accessibility/narration, in which nearly every word needs a rule, are measured on their own.
"""

import json
import sys
import time
import tomllib
from pathlib import Path
from unicodedata import normalize

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from accessibility.narration.sentences import sentences  # noqa: E402
from accessibility.narration.spoken import Speaker  # noqa: E402

CASES = ROOT / "tests" / "accessibility" / "narration" / "spoken_cases.jsonl"
ROUNDS = 7


def texts(paths: list[Path]) -> list[str]:
    if paths:
        return [path.read_text(encoding="utf-8") for path in paths]
    found = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "pages").glob("*.txt"))]
    for path in sorted((ROOT / "portal" / "demo" / "content" / "articles").glob("*.toml")):
        found += strings(tomllib.loads(path.read_text(encoding="utf-8")))
    shared = ROOT.parent / "shared"
    pages = [
        path for pattern in ("seed/*.txt", "corpus/dev/pages/*.txt") for path in sorted(shared.glob(pattern))
    ]
    if not pages:
        print("SKIPPED: ../shared is not here; only the project's own texts are measured.")
    return found + [path.read_text(encoding="utf-8") for path in pages]


def strings(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in inner for text in strings(part)]


def measure(name: str, lines: list[str]) -> None:
    """A speaker keeps nothing between sentences, so rounds do not get faster by repeating."""
    speaker = Speaker("vi", {})
    size = sum(len(line.encode()) for line in lines)
    units, best = sum(len(speaker.speak(line).units) for line in lines), float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        for line in lines:
            speaker.speak(line)
        best = min(best, time.process_time() - began)
    print(
        f"{name:<12} {len(lines):>6,} sentences  {size:>9,} bytes  {units:>6,} units  {size / best / 1e6:.2f} MB/s"
    )


def main(paths: list[Path]) -> None:
    lines = [line for text in texts(paths) for line in normalize("NFC", text).splitlines()]
    measure("running text", [line[start:end] for line in lines for start, end in sentences(line)])
    cases = [json.loads(line) for line in CASES.open(encoding="utf-8")]
    measure("cases", [case["text"] for case in cases if case["language"] == "vi"])


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
