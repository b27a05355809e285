"""What a row is called that has no name of its own, or is not there any more."""


def row_words(version, parent: str = "") -> str:
    """Name an entry of a row's history by what sets the row apart from others.

    ``parent`` is the field that names the record it is a row of, which all share.
    """
    words = []
    for field in version.tracked_fields:
        if field.name == parent or field.primary_key:
            continue
        if field.is_relation:
            target = version._state.fields_cache.get(field.name)
            words.append(str(target) if target else "")
        elif field.name in {"title", "name", "text", "label", "number"}:
            words.append(str(getattr(version, field.name)))
    return " · ".join(filter(None, words)) or str(version.id)
