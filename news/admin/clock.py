"""Moments of the desk in words: "06:00, thứ Hai, 18/05/2026", and how long it is until then."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import ngettext

from news.site.addresses import page_language
from news.site.dateline import DAYS, day


def moment_in_words(moment: datetime) -> str:
    """Of Viet Nam, with the day of the week inside the sentence."""
    local = timezone.localtime(moment)
    weekday = DAYS[page_language()][local.weekday()]
    weekday = weekday[0].lower() + weekday[1:] if page_language() == "vi" else weekday
    return f"{local:%H:%M}, {weekday}, {day(local)}"


def left_in_words(span: timedelta) -> str:
    """The two largest parts of a span: "15 giờ 20 phút", "3 ngày 2 giờ"; at least a minute."""
    minutes = max(1, round(span.total_seconds() / 60))
    days, hours, minutes = minutes // 1440, minutes % 1440 // 60, minutes % 60
    parts = [
        (days, ngettext("%(count)d day", "%(count)d days", days)),
        (hours, ngettext("%(count)d hour", "%(count)d hours", hours)),
        (minutes, ngettext("%(count)d minute", "%(count)d minutes", minutes)),
    ]
    return " ".join([words % {"count": count} for count, words in parts if count][:2])
