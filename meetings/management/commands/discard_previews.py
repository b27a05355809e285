from django.core.management.base import BaseCommand

from meetings.models import Import
from meetings.models.imports import KEPT


class Command(BaseCommand):
    help = (
        f"Discard imports that nobody confirmed within {KEPT.days} days, and the names "
        "they hold. Reading in another list does the same."
    )

    def handle(self, *args, **options):
        number = Import.objects.discard_abandoned()
        self.stdout.write(f"{number} preview{'' if number == 1 else 's'} discarded.")
