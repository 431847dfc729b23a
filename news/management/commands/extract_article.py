"""`manage.py extract_article FILE… [--out DIR]`: what the extractor finds, one JSON object a line."""

import json
import os
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.extraction import to_dict
from news.importing.drafts import open_file, understand
from news.importing.errors import ImportRefused


class Command(BaseCommand):
    help = gettext_lazy("Extract the structure of articles from text files; writes one JSON object a line.")
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--out", type=Path, metavar="DIR", help="write DIR/<stem>.json for each file instead"
        )

        parser.add_argument("--changes", choices=["accept", "reject"], default="", dest="settle")
        parser.add_argument("--drop-scripts", action="store_true", help="read a web page without its scripts")

    def handle(self, *, files, out, settle, drop_scripts, **options):
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
