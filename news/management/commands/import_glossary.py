"""Takes a table of abbreviations into the glossary; without a file the general ones that come with the program."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from news.importing import glossary


class Command(BaseCommand):
    help = "Take a CSV or PLS file into the glossary; without one, the general abbreviations. Known entries stay."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, default=glossary.GENERAL)
        parser.add_argument("--replace", action="store_true", help="change known entries that differ")

    def handle(self, *, file, replace, **options):
        try:
            taken = glossary.take(glossary.read(file.read_text(encoding="utf-8-sig")), replace=replace)
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from None
        for number, sentence in taken.faulty:
            self.stderr.write(f"Line {number}: {sentence}")
        self.stdout.write(f"{taken.fresh} added, {taken.changed} changed, {taken.kept} known already.")
