"""What staff do at the import desk: choose a file, confirm what it shows."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

ADD = "admin:meetings_import_add"


def upload(client, content, name="list.xlsx", **target):
    data = {"file": SimpleUploadedFile(name, content)} | target
    return client.post(reverse(ADD), data, follow=True)


def page_of(target, name="change"):
    return reverse(f"admin:meetings_import_{name}", args=[target.pk])


def seen(response) -> str:
    return response.context["preview"].seen


def confirm(client, response, **extra):
    target = response.context["import"]
    data = {"seen": seen(response)} | extra
    return client.post(page_of(target, "apply"), data, follow=True)
