"""Tables that people look at and only programs write."""

from typing import Any

from django.http import HttpRequest

from spaces.admin.generic import Admin


class ReadOnlyAdmin(Admin):
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
