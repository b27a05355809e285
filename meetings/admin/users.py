from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group

from meetings.models import User

from .addresses import AddressesMixin
from .base import FieldsMixin
from .deleting import DependentsMixin
from .rivals import RivalsMixin

GROUPS = (
    "Staff of the Regional Support Office: tick “staff status” and choose the group “RSO "
    "staff”. They see everything, and change what their groups allow. Delegates and "
    "co-chairs need neither, only their party."
)
LACKS_PARTY = (
    "This account is neither staff nor of a party, so it sees only what is public. Choose "
    "the party that it speaks for."
)
LACKS_GROUP = (
    "This account is staff, but has no group or permission, so it can change nothing. "
    "Choose the group “RSO staff”."
)
POWERS = ["is_superuser", "groups", "user_permissions"]


admin.site.unregister(Group)


@admin.register(Group)
class PowersAdmin(RivalsMixin, DependentsMixin, AddressesMixin, GroupAdmin):
    """Django's groups, which two may not edit over each other either."""


@admin.register(User)
class AccountAdmin(
    FieldsMixin, RivalsMixin, DependentsMixin, AddressesMixin, UserAdmin
):
    """Accounts. Only a superuser hands out powers, or touches a superuser's account."""

    form = UserAdmin.form
    label_related = ()
    list_display = ["username", "email", "party", "person", "is_staff", "is_active"]
    list_filter = [
        "is_staff",
        "is_superuser",
        "is_active",
        "groups",
        ("party", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["party", "person__party"]
    search_fields = [
        *UserAdmin.search_fields,
        "party__name",
        "party__abbreviation",
        "party__aliases__name",
        "person__name",
    ]
    autocomplete_fields = ["party", "person"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (
            "Who it is",
            {
                "fields": ["first_name", "last_name", "email", "party", "person"],
                "description": "Who is a co-chair is not set here: it follows from the "
                "chair terms of the party.",
            },
        ),
        (
            "What it may do",
            {
                "fields": ["is_active", "is_staff", *POWERS],
                "description": GROUPS,
            },
        ),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        *UserAdmin.add_fieldsets,
        ("Who it is", {"classes": ["wide"], "fields": ["email", "party", "person"]}),
        (
            "What it may do",
            {
                "classes": ["wide"],
                "fields": ["is_staff", "groups"],
                "description": GROUPS,
            },
        ),
    ]
    readonly_fields = ["last_login", "date_joined"]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        account = form.instance
        if not (account.is_staff or account.party_id):
            messages.warning(request, LACKS_PARTY)
        elif account.is_staff and not account.get_all_permissions():
            messages.warning(request, LACKS_GROUP)

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else [*fields, *POWERS]

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and self._may_touch(request, obj)

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and self._may_touch(request, obj)

    @staticmethod
    def _may_touch(request, obj) -> bool:
        return request.user.is_superuser or not (obj and obj.is_superuser)
