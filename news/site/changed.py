"""Since when an answer stands as it does, where the rows behind it keep no moment of their last change."""

from datetime import datetime, timedelta

from django.core.cache import cache


def since(key: str, mark: str, at: datetime) -> datetime:
    """In whole seconds that never come twice for two states of `key`; `mark` tells its states apart, `at` is now.

    Rows that staff edit carry no moment of their own; the first who asks after a change sets it.
    """
    known, moment = cache.get(key) or ("", None)
    if known != mark:
        at = at.replace(microsecond=0)
        moment = max(at, moment + timedelta(seconds=1)) if moment else at
        cache.set(key, (mark, moment), None)
    return moment
