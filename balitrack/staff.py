"""The group that makes an account one of the Regional Support Office's."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import DEFAULT_DB_ALIAS, router

RSO_STAFF = "RSO staff"
RECORD = ("meetings", "workplans")


def give_powers(sender, using=DEFAULT_DB_ALIAS, apps=installed, **kwargs) -> None:
    """See that the group exists and may edit the whole record, but no accounts.

    After every migration, so that it may edit what a migration brought. Whoever should
    have less is given a group of one's own making.
    """
    if sender.label not in RECORD:
        return
    try:
        group_model = apps.get_model("auth", "Group")
        permission_model = apps.get_model("auth", "Permission")
    except LookupError:  # a migration back to before there were groups
        return
    if not router.allow_migrate_model(using, group_model):
        return
    create_permissions(sender, verbosity=0, using=using, apps=apps)
    group, _ = group_model.objects.using(using).get_or_create(name=RSO_STAFF)
    powers = (
        permission_model.objects.using(using)
        .filter(content_type__app_label=sender.label)
        .exclude(content_type__model="user")
        .exclude(content_type__model__startswith="historical")
    )
    group.permissions.add(*powers)
