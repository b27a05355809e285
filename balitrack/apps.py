from django.contrib.admin.apps import AdminConfig


class RecordsAdminConfig(AdminConfig):
    """Django's admin, with our own site in place of its default one."""

    default_site = "balitrack.admin.RecordsSite"
