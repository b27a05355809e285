#!/usr/bin/env python
"""Run one of Django's or the project's commands: ``./manage.py help`` lists them."""

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "balitrack.settings")
    try:
        settings.SECRET_KEY  # noqa: B018 - the first look at a setting loads them all
    except ImproperlyConfigured as error:
        sys.exit(f"balitrack cannot start. {error}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
