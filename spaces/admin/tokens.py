"""Tokens for programs: made here, shown once, revoked here. Neither token nor digest is ever shown again."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.admin.generic import Admin, ModelForm
from spaces.models import ApiToken
from spaces.permissions import READ, SCOPES

LONGEST_DAYS = 3650


class ApiTokenForm(ModelForm):
    days = forms.IntegerField(label=gettext_lazy("Days it holds"), min_value=1, max_value=LONGEST_DAYS, initial=90)
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("Scopes"),
        choices=[(scope, scope) for scope in SCOPES],
        initial=[READ],
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("A token does no more than its scopes, and no more than its owner may."),
    )

    class Meta:
        model = ApiToken
        fields = ["user", "label", "scopes"]


@admin.register(ApiToken)
class ApiTokenAdmin(Admin):
    """There is no page of one token: its address would hold the digest."""

    form = ApiTokenForm
    fields = ["user", "label", "scopes", "days"]
    list_display = ["user", "label", "scopes", "created", "expiry", "revoke"]
    list_display_links = None
    list_select_related = ["user"]
    list_filter = ["expiry"]
    search_fields = ["user__username", "label"]
    autocomplete_fields = ["user"]
    actions = None

    def get_urls(self) -> list[Any]:
        wanted = {"spaces_apitoken_changelist", "spaces_apitoken_add"}
        revoke = path(
            "<str:token_key>/revoke/", self.admin_site.admin_view(self.revoke_view), name="spaces_apitoken_revoke"
        )
        return [*(address for address in super().get_urls() if address.name in wanted), revoke]

    def save_model(self, request: HttpRequest, obj: ApiToken, form: Any, change: bool) -> None:
        _instance, token = ApiToken.objects.create(
            user=obj.user, expiry=timedelta(days=form.cleaned_data["days"]), label=obj.label, scopes=obj.scopes
        )
        messages.success(request, _("The token, shown only now: %s") % token)

    def log_addition(self, request: HttpRequest, obj: ApiToken, message: Any) -> Any:
        """The log would keep the digest as the object's id; the token's own row says who has it and since when."""
        return None

    def response_add(self, request: HttpRequest, obj: ApiToken, post_url_continue: str | None = None) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:spaces_apitoken_changelist"))

    @admin.display(description=gettext_lazy("revoke"))
    def revoke(self, token: ApiToken) -> SafeString:
        address = reverse("admin:spaces_apitoken_revoke", args=[token.token_key])
        return format_html('<a href="{}">{}</a>', address, _("Revoke"))

    def revoke_view(self, request: HttpRequest, token_key: str) -> HttpResponse:
        token = get_object_or_404(ApiToken, token_key=token_key)
        if not self.has_delete_permission(request, token):
            raise PermissionDenied
        if request.method == "POST":
            token.delete()
            messages.success(request, _("The token was revoked."))
            return HttpResponseRedirect(reverse("admin:spaces_apitoken_changelist"))
        context = {**self.admin_site.each_context(request), "title": _("Revoke this token?"), "token": token}
        return TemplateResponse(request, "spaces/admin/revoke_token.html", context)
