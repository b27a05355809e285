"""To which session, or to which event of the week, each outcome on the page belongs."""

from django.utils.functional import cached_property

from meetings.models import Meeting

WHOLE = "The whole meeting"


class Placing:
    """The part of a sheet that moves outcomes from list to list."""

    def stand_in_place(self) -> None:
        """Move each outcome to the end of the list of the session it is to belong to.

        One that is to go to another event stays where it is until it is saved.
        """
        for session, rows in self.order.outcomes.items():
            for key in list(rows):
                typed = self.typed[key]
                typed["place"] = typed.get("place") or self.place_in(session)
                to = self._list_of(str(typed["place"]))
                if to not in {None, session}:
                    rows.remove(key)
                    self._append(self.order.outcomes[to], key)

    def place_in(self, session: str) -> str:
        """Return the place that an outcome in the list of ``session`` has."""
        return session or self.agenda.whole

    def _list_of(self, place: str) -> str | None:
        session = "" if place == self.agenda.whole else place
        return session if session in self.order.outcomes else None

    @cached_property
    def places(self) -> list:
        """Return what an outcome may belong to: this meeting, and the week's others."""
        ours = [(self.agenda.whole, WHOLE)]
        for number, session in enumerate(self.order.sessions, start=1):
            title = str(self.typed[session].get("title", "")) or "New session"
            ours.append((session, f"{number}. {title}"))
        groups = {str(self.agenda.meeting): ours}
        for place, row in self.agenda.elsewhere.items():
            event = row if isinstance(row, Meeting) else row.meeting
            words = WHOLE if row is event else str(row.title)
            groups.setdefault(str(event), []).append((place, words))
        return list(groups.items()) if len(groups) > 1 else ours

    def _append(self, rows: list[str], key: str) -> None:
        """Put a row behind all rows that say something."""
        at = len(rows)
        while at and self.is_blank(rows[at - 1]):
            at -= 1
        rows.insert(at, key)
