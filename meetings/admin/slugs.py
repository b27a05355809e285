"""Names in addresses for records that are made without asking for one."""

from django.db.models import Model

from meetings.slugs import slug_of

LONGEST = 120


def free_slug(model: type[Model], words: str, ending: str = "") -> str:
    """Return a name for the address that no other record of ``model`` has.

    ``ending`` is a year or a number that it is to end in.
    """
    fallback = str(model._meta.verbose_name)
    stem = slug_of(words)[:LONGEST].rstrip("-") or slug_of(fallback)
    end = slug_of(ending)
    if end and stem.rpartition("-")[2] != end:
        stem = f"{stem}-{end}"
    found = model._default_manager.filter(slug__startswith=stem)
    taken = set(found.values_list("slug", flat=True))
    others = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *others) if slug not in taken)
