"""Scores the extractor on the portal corpus: `make corpus`. Run by hand; no test reads it."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from news.extraction import extract, to_dict

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
PARTS = {"seed": CORPUS / "pages", "dev": CORPUS / "dev" / "pages"}


def predict(pages: Path, folder: Path) -> None:
    """Writes one prediction for each page, named after it."""
    for page in sorted(pages.glob("*.txt")):
        with page.open(encoding="utf-8", newline="") as file:
            found = to_dict(extract(file.read()))
        (folder / f"{page.stem}.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def main() -> int:
    """Exit code of the scorer; 0 when there is no corpus on this machine."""
    if not (CORPUS / "score.py").exists():
        print(f"SKIPPED: no corpus at {CORPUS}; nothing was measured.")
        return 0
    for part, pages in PARTS.items():
        with tempfile.TemporaryDirectory() as folder:
            predict(pages, Path(folder))
            print(f"== {part}", flush=True)
            scored = [sys.executable, str(CORPUS / "score.py"), folder, "--part", part, *sys.argv[1:]]
            if code := subprocess.run(scored, check=False).returncode:
                return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
