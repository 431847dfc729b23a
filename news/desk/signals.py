"""What the desk announces. A step is told of after its transaction, and listeners must not fail it."""

from django.dispatch import Signal

# sent with article, edition, step (a name of news.desk.steps.STEPS or EVENTS), by, decision (the row of the log)
stepped = Signal()

# sent within the transaction with rows: persons or agencies written in bulk, which sends no signal of its own
newcomers_made = Signal()
