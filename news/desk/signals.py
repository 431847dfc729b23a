"""What the desk announces, always after the transaction. Listeners must not fail the step."""

from django.dispatch import Signal

# sent with article, edition, step (a name of news.desk.workflow.STEPS), by
stepped = Signal()
