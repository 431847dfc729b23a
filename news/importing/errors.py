"""How an import says no."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class ImportRefused(Exception):
    """`str()` names the file, what is wrong and what to do. Nothing of it was saved."""


class ChangesPending(ImportRefused):
    """A Word file holds tracked changes or comments, and nobody has said what to do with them yet."""

    def __init__(self, name: str, changes: int, comments: int):
        self.name, self.changes, self.comments = name, changes, comments
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """Says how many there are, that comments never enter, and that a choice is needed."""
        return _(
            "The Word file “%(name)s” still holds %(changes)s and %(comments)s. Comments do not enter the article. Which "
            "content do you want: after the changes (--changes accept) or before them (--changes reject)?"
        ) % {"name": self.name, "changes": self._changes(), "comments": self._comments()}

    def question(self) -> str:
        """The same for a page with a button for each answer."""
        words = {"name": self.name, "changes": self._changes(), "comments": self._comments()}
        if not self.changes:
            return _("The file “%(name)s” holds %(comments)s. Comments do not enter the article.") % words
        if not self.comments:
            return _("The file “%(name)s” still holds %(changes)s. Which content do you want?") % words
        return (
            _(
                "The file “%(name)s” still holds %(changes)s and %(comments)s. Comments do not enter the article. Which "
                "content do you want?"
            )
            % words
        )

    def _changes(self) -> str:
        return ngettext("%(count)d unsettled change", "%(count)d unsettled changes", self.changes) % {
            "count": self.changes
        }

    def _comments(self) -> str:
        return ngettext("%(count)d comment", "%(count)d comments", self.comments) % {"count": self.comments}
