from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate

from .staff import give_powers


class RecordsAdminConfig(AdminConfig):
    """Django's admin, with our own site in place of its default one."""

    default_site = "balitrack.admin.RecordsSite"

    def ready(self):
        super().ready()
        post_migrate.connect(give_powers, dispatch_uid="balitrack.staff")
