"""What a browser would post: the values of a page's own form, some of them changed."""

from django.db.models.fields.files import FieldFile
from django.urls import reverse


def address(record, page: str, *args) -> str:
    """Return the address of a page of the record's admin."""
    opts = record._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


def posted(response) -> dict[str, object]:
    """Return what a page with an admin form posts when nothing is touched."""
    data = _values(response.context["adminform"].form)
    if "opened" in response.context:
        data["opened"] = response.context["opened"]
    for inline in response.context["inline_admin_formsets"]:
        formset = inline.formset
        data |= _values(formset.management_form)
        for form in formset.forms:
            data |= _values(form)
    return data


def _values(form) -> dict[str, object]:
    data = {}
    for field in form:
        value = field.value()
        if not (value is None or value is False or isinstance(value, FieldFile)):
            data[field.html_name] = value
    return data


def with_rows(data: dict, prefix: str, *rows: dict) -> dict:
    """Return ``data`` with ``rows`` added to those of the inline ``prefix``."""
    total = int(data[f"{prefix}-TOTAL_FORMS"])
    added = {
        f"{prefix}-{number}-{name}": value
        for number, row in enumerate(rows, start=total)
        for name, value in row.items()
    }
    return data | added | {f"{prefix}-TOTAL_FORMS": total + len(rows)}


def errors(response) -> dict[str, list[str]]:
    """Return every message of a form that was not accepted, by where it stands."""
    found = dict(response.context["adminform"].form.errors)
    for inline in response.context["inline_admin_formsets"]:
        for form in inline.formset.forms:
            found |= {form.add_prefix(name): list(e) for name, e in form.errors.items()}
    return {name: list(messages) for name, messages in found.items()}
