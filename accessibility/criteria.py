"""What each criterion of WCAG 2.2 that has a test of its own asks for, said so that a reader understands the statement.

Our own words and shorter than the guidelines', which the number leads to.
"""

from django.utils.translation import gettext_lazy as _

ASKS = {
    "1.3.4": _("Upright or lying, the screen shows the whole page"),
    "1.4.1": _("Nothing is told by colour alone"),
    "1.4.2": _("No sound before it is asked for"),
    "1.4.4": _("Letters twice as large, nothing lost"),
    "1.4.8": _("Short lines, well apart, even at the left only"),
    "1.4.10": _("A narrow screen needs no sideways scrolling"),
    "1.4.12": _("Letters and lines set further apart, nothing cut off"),
    "2.1.1": _("Everything can be reached with the keyboard"),
    "2.1.2": _("The keyboard is held nowhere"),
    "2.1.4": _("No single key does anything by surprise"),
    "2.3.3": _("Nothing moves for those who ask for rest"),
    "2.4.1": _("The first stop leads past the menus to the text"),
    "2.4.7": _("One sees where the keyboard is"),
    "2.4.11": _("What the keyboard is on is never covered"),
    "2.4.13": _("The mark of the keyboard is thick and clear"),
    "2.5.3": _("What is printed on a button is also its spoken name"),
    "2.5.5": _("Buttons are large enough for a finger"),
    "2.5.7": _("Nothing needs dragging"),
    "3.1.2": _("Words in another language say so"),
    "3.1.4": _("Abbreviations are explained"),
    "3.2.2": _("A choice moves neither page nor keyboard"),
    "3.2.6": _("Help stands at the same place of every page"),
    "4.1.3": _("News of what happened is spoken once and politely"),
}

# What Lighthouse gives marks for, by its own names.
MARKS = {
    "performance": _("speed"),
    "accessibility": _("accessibility"),
    "best-practices": _("good practice of the web"),
    "seo": _("easy to find"),
}
