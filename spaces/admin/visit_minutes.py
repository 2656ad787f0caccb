"""Minutes of a visit: one number per age group, each may stay empty."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from geo.texts import Text
from spaces.models import AgeGroup

LONGEST_MINUTES = 480
MINUTES_HELP = gettext_lazy("Leave empty what goes by the subkind.")


class VisitMinutesWidget(forms.Widget):
    template_name = "spaces/admin/visit_minutes.html"
    use_fieldset = True

    def __init__(self, groups: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.groups = groups or {}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        minutes = value if isinstance(value, dict) else {}
        context["widget"]["rows"] = [
            {"name": f"{name}_{group}", "label": label, "value": minutes.get(group, "")}
            for group, label in self.groups.items()
        ]
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        written = {group: str(data.get(f"{name}_{group}", "")).strip() for group in self.groups}
        return {group: text for group, text in written.items() if text}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}_{group}" in data for group in self.groups)

    def id_for_label(self, id_: str) -> str:
        return ""


class VisitMinutesField(forms.Field):
    """Gives {age group: minutes}. Groups are read when the form is made."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **{"widget": VisitMinutesWidget(age_group_names()), "help_text": MINUTES_HELP, "required": False, **options}
        )

    def to_python(self, value: Any) -> dict[str, int]:
        return {group: _minutes(group, text) for group, text in (value or {}).items()}

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool((initial or {}) != self.to_python(data))
        except ValidationError:
            return True


def age_group_names() -> dict[str, str]:
    """Name by id, in the language of the page."""
    rows = AgeGroup.objects.values_list("id", "name_th", "name_en")
    return {group: Text(thai, english).in_language() for group, thai, english in rows}


def _minutes(group: str, text: Any) -> int:
    try:
        minutes = int(str(text))
    except ValueError:
        minutes = 0
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise ValidationError(
            _("%(group)s: a whole number of minutes from 1 to %(most)s is wanted, not “%(text).20s”."),
            params={"group": group, "most": LONGEST_MINUTES, "text": str(text)},
        )
    return minutes
