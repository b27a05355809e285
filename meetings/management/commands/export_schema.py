import json

from django.core.management.base import BaseCommand

from meetings.documents import data

from ._output import add_file_argument, deliver


class Command(BaseCommand):
    help = "Write the JSON Schema of exported statements and attendance to a file."

    def add_arguments(self, parser):
        add_file_argument(parser)

    def handle(self, *args, **options):
        told = json.dumps(data.schema(), indent=2, sort_keys=True, ensure_ascii=False)
        deliver(self, f"{told}\n".encode(), options["output"])
