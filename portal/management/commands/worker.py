"""`manage.py worker`: runs queued tasks and sweeps up what is owed. Any number may run."""

import threading

from django.utils.crypto import get_random_string
from django_tasks_db.management.commands import db_worker

from portal.narration import making
from portal.work import sweep, sweep_for_ever


class Command(db_worker.Command):
    help = "Run background work: photo renditions, narration and whatever else is owed."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(reload=False, worker_id=get_random_string(32), verbosity=0)

    def handle(self, **options):
        stop = threading.Event()
        if options["batch"]:
            super().handle(**options)
            sweep()
            making.make_owed()
            return
        for work in (sweep_for_ever, making.make_for_ever):
            threading.Thread(target=work, args=(stop,), name=work.__module__, daemon=True).start()
        try:
            super().handle(**options)
        finally:
            stop.set()
