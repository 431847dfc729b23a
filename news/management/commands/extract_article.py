"""`manage.py extract_article FILE… [--out DIR]`: what the extractor finds, one JSON object a line.

`--export-cases FILE` writes what editors decided, `--replay FILE` measures the present rules on it (news/importing/proposals/cases.py).
"""

import json
import os
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from news.extraction import to_dict
from news.importing.drafts import open_file, understand
from news.importing.errors import ImportRefused
from news.importing.proposals import cases


class Command(BaseCommand):
    @property
    def help(self):
        """A text that is lazy would stop `--help`: argparse takes strings alone."""
        return _("Extract the structure of articles from text files; writes one JSON object a line.")

    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
        parser.add_argument(
            "--out", type=Path, metavar="DIR", help="write DIR/<stem>.json for each file instead"
        )

        parser.add_argument("--changes", choices=["accept", "reject"], default="", dest="settle")
        parser.add_argument("--drop-scripts", action="store_true", help="read a web page without its scripts")

        parser.add_argument(
            "--export-cases", type=Path, metavar="FILE", dest="export",
            help="write what editors made of the findings, one case a line; the file names persons",
        )  # fmt: skip
        parser.add_argument(
            "--replay", type=Path, metavar="FILE",
            help="how many cases the present rules get right, field by field; fails when a figure is below the kept one",
        )  # fmt: skip
        parser.add_argument(
            "--keep",
            action="store_true",
            help="with --replay: write the present figures into FILE as the kept ones",
        )

    def handle(self, *, files, out, settle, drop_scripts, export, replay, keep, **options):
        if export:
            self._export(export)
        elif replay:
            self._replay(replay, keep)
        elif files:
            self._extract(files, out, settle, drop_scripts)
        else:
            raise CommandError(_("Name a file, or use --export-cases or --replay."))

    def _extract(self, files, out, settle, drop_scripts) -> None:
        failed = 0
        for file in files:
            try:
                source, _photos = open_file(file, settle=settle, drop_scripts=drop_scripts)
                found = to_dict(understand(source)) | {"file": str(file)}
            except ImportRefused as refusal:
                failed += 1
                self.stderr.write(str(refusal))
                continue
            self._give(found, file, out)
        if failed:
            raise CommandError(
                _("%(failed)d of %(all)d files were not read.") % {"failed": failed, "all": len(files)}
            )

    def _give(self, found: dict, file: Path, out: Path | None) -> None:
        if out is None:
            self.stdout.write(json.dumps(found, ensure_ascii=False))
            return
        out.mkdir(parents=True, exist_ok=True)
        target = out / f"{file.stem}.json"
        draft = target.with_suffix(".json.part")
        draft.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        os.replace(draft, target)

    def _export(self, target: Path) -> None:
        count = _written(target, cases.every())
        self.stdout.write(_("%(count)d cases written to %(file)s.") % {"count": count, "file": target})

    def _replay(self, source: Path, keep: bool) -> None:
        try:
            rows = [
                json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()
            ]
            told = cases.compared(rows)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CommandError(
                _("%(file)s holds no cases: %(why)s") % {"file": source, "why": error}
            ) from None
        fallen = self._tell(told)
        if keep:
            _written(source, (cases.rekept(row) for row in rows))
        elif fallen:
            raise CommandError(_("Worse than the kept figure: %(fields)s.") % {"fields": ", ".join(fallen)})

    def _tell(self, told: dict) -> list[str]:
        """One line a field and one for each case that changed; the fields that fell."""
        for name, row in told["fields"].items():
            if row["of"]:
                self.stdout.write(f"{name:10} {row['now']:5} / {row['of']:<5} kept {row['kept']}")
        for word in ("better", "worse"):
            for case, name, found, right in told[word]:
                self.stdout.write(f"{word}: {case}: {name}: {_short(found)} (right: {_short(right)})")
        return [name for name, row in told["fields"].items() if row["now"] < row["kept"]]


def _short(answer) -> str:
    text = json.dumps(answer, ensure_ascii=False)
    return text if len(text) <= 160 else f"{text[:159]}…"


def _written(target: Path, rows) -> int:
    """Readable by its owner alone: cases name persons."""
    draft = target.with_name(f"{target.name}.part")
    count = 0
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    os.replace(draft, target)
    return count
