"""Rows of bodies under one head word: "các vụ A, B", "trưởng các khoa: A, B", "UBND các xã: A, B"."""

from collections.abc import Callable

from news.extraction.names import honorific_run
from news.extraction.text import Token
from news.extraction.words.bodies import FIELDS, GROUP_LEADS, HEADS, PLURAL_HEADS, WHOLE
from news.extraction.words.people import OFFICES

LONGEST_ROW = 40  # words


class Rows:
    """What a reader of groups knows of rows; it has the words of a block, where its sentence ends, and who is named in it."""

    words: list[Token]
    end: int
    taken: set[int]
    found: list
    _keep: Callable[[int, int, str], None]
    _ends: Callable[[int], bool]

    def _posts(self, lead: int, at: int) -> tuple[int, bool] | None:
        """Where the row begins in "các trưởng phòng: Nội vụ, Tài chính"."""
        words = self.words
        if not lead or words[lead - 1].key != "các" or at >= self.end:
            return None
        colon = words[at].text == ":"
        at += colon
        field = at < self.end and words[at].cap and at not in self.taken
        if not field or HEADS.match(words, at, self.end) or WHOLE.match(words, at, self.end):
            return None
        return at, colon

    def _shared_head(self, at: int) -> tuple[int, bool] | None:
        """Where the row begins in "các vụ A, B, C" and "trưởng các khoa: A, B"."""
        words = self.words
        if at < self.end and words[at].text == ",":  # "trưởng, phó các phòng"
            more = GROUP_LEADS.match(words, at + 1, self.end)
            at += more and more + 1
        at = self._body_of_places(at)
        plural = words[at - 1].key == "các" or (at < self.end and words[at].key == "các")
        at += words[at].key == "các" if at < self.end else 0
        n = PLURAL_HEADS.match(words, at, self.end)
        if not plural or not n or at + n >= self.end or words[at].cap:
            return None
        at += n
        colon = words[at].text == ":"
        at += colon
        if (
            at >= self.end
            or not words[at].cap
            or (
                HEADS.match(words, at, self.end)
                and (colon or words[at].key in ("văn", "phòng", "trung", "ban", "sở"))
            )
        ):
            return None
        return at, colon

    def _body_of_places(self, at: int) -> int:
        """Behind "UBND" in "UBND các xã: A, B": one body of several places, each an item."""
        words = self.words
        n = WHOLE.match(words, at, self.end) or HEADS.match(words, at, self.end)
        after = at + n
        if not n or after + 2 >= self.end or words[after].key != "các":
            return at
        places = PLURAL_HEADS.match(words, after + 1, self.end)
        colon = after + 1 + places
        return after if places and colon < self.end and words[colon].text == ":" else at

    def _by_semicolon(self, at: int, colon: bool) -> bool:
        """ "các phòng: A, B và C; D - E; F": the row is parted by semicolons when what follows the first is a field, no new group."""
        words = self.words
        near = range(at, min(at + LONGEST_ROW, self.end))
        first = (
            next((n for n in near if words[n].text in (";", ".") or n in self.taken), self.end)
            if colon
            else self.end
        )
        after = first + 1
        if after >= self.end or words[first].text != ";" or not words[after].cap or after in self.taken:
            return False
        return not (
            any(listed.match(words, after, self.end) for listed in (HEADS, WHOLE, GROUP_LEADS, OFFICES))
            or honorific_run(words, after, self.end)
        )

    def _split_by_semicolon(self, at: int) -> int:
        words, begin = self.words, at
        while at < self.end and at not in self.taken and words[at].text not in (".", "./."):
            if words[at].text == ";":
                self._keep(begin, at, "one of several under one head word")
                begin = at + 1
                if begin < self.end and (
                    GROUP_LEADS.match(words, begin, self.end) or OFFICES.match(words, begin, self.end)
                ):
                    return at
            at += 1
        self._keep(begin, at, "one of several under one head word")
        return at

    def _split_all(self, at: int, colon: bool) -> int:
        if self._by_semicolon(at, colon):
            return self._split_by_semicolon(at)
        words, begin = self.words, at
        while (
            at < self.end
            and words[at].text not in (";", ".", ":", "(", "./.")
            and at not in self.taken
            and not self._ends(at)
        ):
            if words[at].text == ",":
                if at + 1 < self.end and not words[at + 1].cap:
                    break
                self._keep(begin, at, "one of several under one head word")
                begin = at + 1
            elif words[at].key == "và" and not self._one_field(begin, at) and self._last_of_row(begin, at):
                self._keep(begin, at, "one of several under one head word")
                begin = at + 1
            at += 1
        self._keep(begin, at, "one of several under one head word")
        return at

    def _one_field(self, begin: int, at: int) -> bool:
        """ "Kinh tế và Hạ tầng": a standing field with "và" inside it."""
        return begin + FIELDS.match(self.words, begin, self.end) > at

    def _last_of_row(self, begin: int, at: int) -> bool:
        words = self.words
        if at + 1 >= self.end or at + 1 in self.taken:
            return False
        if (
            GROUP_LEADS.match(words, at + 1, self.end)
            or HEADS.match(words, at + 1, self.end)
            or not words[at + 1].cap
        ):
            return True
        row = self.found and self.found[-1].end == begin - 1
        stop = next((n for n in range(at + 1, self.end) if words[n].text in (",", ";", ".")), self.end)
        return (
            bool(row)
            and words[stop : stop + 1] != []
            and words[stop].text != ","
            and at - begin <= 3
            and stop - at <= 4
        )
