"""Accounts and the organisations they work for."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from spaces.admin.generic import PeopleAdmin, Tabular
from spaces.admin.lookups import LookupAdmin
from spaces.models import Membership, Partner, User


class MembershipInline(Tabular):
    model = Membership
    extra = 0
    autocomplete_fields = ["user", "partner"]


@admin.register(Partner)
class PartnerAdmin(LookupAdmin):
    list_display = ["id", "name_th", "name_en", "helix", "role"]
    list_filter = ["helix"]
    inlines = [MembershipInline]


@admin.register(User)
class PersonAdmin(PeopleAdmin):
    list_display = ["username", "first_name", "last_name", "role", "is_staff", "is_active", "last_login"]
    list_filter = ["role", "is_staff", "is_superuser", "is_active", "groups"]
    inlines = [MembershipInline]
    fieldsets = [
        *(UserAdmin.fieldsets or ()),
        (
            _("Role"),
            {
                "fields": ["role"],
                "description": _(
                    "The role says what a person may do with spaces on the site and through the API. "
                    "What they may do here in the administration stands under permissions."
                ),
            },
        ),
    ]
    add_fieldsets = [*UserAdmin.add_fieldsets, (_("Role"), {"fields": ["role"]})]

    def get_inlines(self, request: Any, obj: Any = None) -> Any:
        return self.inlines if obj else []
