"""What the desk announces, always after the transaction. Listeners must not fail the step."""

from django.dispatch import Signal

# sent with article, edition, step (a name of news.desk.steps.STEPS or EVENTS), by, decision (the row of the log)
stepped = Signal()
