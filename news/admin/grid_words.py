"""What the grid's scripts say; the server renders it, because the scripts have no catalogue. {places} are filled there."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "suggestions": _("Suggestions"),
    "found": _("{count} suggestions. Use the arrow keys to choose."),
    "nothing": _("Nothing found."),
    "unreachable": _("The server did not answer. What you typed is still here; try again."),
    "moved": _("Now number {place} of {count}."),
    "removed": _("Removed. You can undo this."),
    "created": _("Record created: {name}"),
    "create_person": _("Create a new person “{name}”"),
    "create_agency": _("Create a new agency “{name}”"),
    "new_person": _("New person: the record is made when you save."),
    "new_agency": _("New agency: the record is made when you save."),
    "doubtful": _("There are records of the same or nearly the same name. Choose one or create a new one."),
    "record": _("Record: {name} {hint}"),
    "twin": _("Listed twice: also {place}."),
    "photo_twin": _("This photo is listed twice: also as number {place}."),
    "row": _("line {place}"),
    "place": _("line {place} of “{side}”"),
    "heading": _("On the side of {agency}"),
    "pasted": _("{count} lines added, {created} of them new persons or agencies."),
    "uploaded": _("{taken} of {count} files uploaded."),
    "photo_added": _("Photo {number} added: {name}"),
    "in_library": _("{count} photos are in the library. Open each one to describe it."),
    "chosen": _("{count} chosen"),
    "told": _("{count} photos are described by their captions."),
    "credited": _("{name} is the photographer of {count} photos."),
    "film_added": _("Film added: {name}"),
    "marked": _("[[ảnh {number}]] is put into the text."),
}
