"""Which records may be one: those called nearly the same."""

from difflib import SequenceMatcher

from django.db.models import Model

from meetings.models import Party

NEAR = 0.8
MOST = 8


def alike(record: Model) -> list[Model]:
    """Return the records of names like those of ``record``, the likest first."""
    others = type(record).objects.prefetch_related("aliases").exclude(pk=record.pk)
    if not isinstance(record, Party):
        others = others.select_related("party")
    mine = _spellings(record)
    found = []
    for other in others:
        likeness = max(_likeness(a, b) for a in mine for b in _spellings(other))
        if likeness >= NEAR:
            found.append((likeness, other))
    found.sort(key=lambda pair: -pair[0])
    return [other for _, other in found[:MOST]]


def _spellings(record: Model) -> set[str]:
    names = [record.name, *(alias.name for alias in record.aliases.all())]
    return {" ".join(name.casefold().split()) for name in names}


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= NEAR else 0
