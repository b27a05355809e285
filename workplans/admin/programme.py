"""Action items on the page of a meeting's programme: what a session or outcome advanced."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q
from django.utils.timezone import localdate

from meetings.admin.programme.plugs import PLUGS, Choices
from meetings.admin.programme.values import OUTCOME, SESSION
from meetings.models import Meeting, Outcome, Session
from workplans.models import ActionItem, PlanVersion


class ItemLinks:
    name = "action_items"
    label = "action items that it advanced"
    permission = "workplans.change_actionitem"

    def chosen(
        self, sessions: Iterable[int], outcomes: Iterable[int]
    ) -> dict[tuple[str, int], list[str]]:
        found = defaultdict(list)
        for kind, rows, through in (
            (SESSION, sessions, ActionItem.sessions.through),
            (OUTCOME, outcomes, ActionItem.outcomes.through),
        ):
            links = through.objects.filter(**{f"{kind}__in": list(rows)})
            for row, item in links.values_list(kind, "actionitem"):
                found[kind, row].append(str(item))
        return found

    def choices(self, meeting: Meeting, chosen: Iterable[str]) -> Choices:
        versions = _in_force(meeting)
        items = (
            ActionItem.objects.filter(Q(version__in=versions) | Q(pk__in=list(chosen)))
            .select_related("version__plan__body")
            .order_by("version__plan__body", "version", "position", "pk")
        )
        groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for item in items:
            groups[str(item.version)].append((str(item.pk), str(item)))
        return list(groups.items())

    def write(self, row: Session | Outcome, keys: Iterable[str]) -> None:
        # From the item's side, whose history tells what advanced it.
        name = "sessions" if isinstance(row, Session) else "outcomes"
        wanted = ActionItem.objects.in_bulk([int(key) for key in keys])
        linked = {item.pk: item for item in row.action_items.all()}
        for key in sorted(wanted.keys() - linked.keys()):
            getattr(wanted[key], name).add(row)
        for key in sorted(linked.keys() - wanted.keys()):
            getattr(linked[key], name).remove(row)


def _in_force(meeting: Meeting) -> list[int]:
    """Return the versions in force on the meeting's day of its bodies' plans."""
    day = meeting.starts_on or localdate()
    versions = PlanVersion.objects.filter(
        Q(plan__until_year=None) | Q(plan__until_year__gte=day.year),
        plan__body__in=meeting.bodies.all(),
        plan__since_year__lte=day.year,
    ).order_by("plan", "number")
    latest: dict[int, int] = {}
    for version in versions:
        adopted = version.adopted_on
        if version.plan_id not in latest or adopted is None or adopted <= day:
            latest[version.plan_id] = version.pk
    return list(latest.values())


PLUGS.append(ItemLinks())
