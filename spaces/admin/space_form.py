"""The form of a space. It writes nothing: `change` says what to apply, `refuse` shows why that was refused."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from geo.texts import Text
from spaces.admin.conflict import Conflict, conflict_with, kept_out
from spaces.admin.generic import ModelForm
from spaces.admin.refusals import faults_of
from spaces.admin.visit_minutes import VisitMinutesField
from spaces.changesets import Action, Change, ChangeRefused, StaleVersion
from spaces.models import EVENT_OF, LearningSpace, Subkind
from spaces.references import REFERENCES

NOT_COLUMNS = frozenset({"version_seen", "changeset_comment"})


class VersionedForm(ModelForm):
    """Knows the version its writer saw, and takes the writer's reason."""

    version_seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    changeset_comment = forms.CharField(
        label=_("What changed, and why"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"size": 80}),
        help_text=_("Stands in the history, for everybody who looks after this map."),
    )
    conflict: Conflict | None = None

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.version and not self.instance._state.adding:
            self.initial["version_seen"] = self.instance.version

    def _post_clean(self) -> None:
        """Leaves constraints to the database: it is asked in any case, and `refusals` has words for what it says."""
        row: Any = self.instance
        row.full_clean = partial(row.full_clean, validate_constraints=False)
        super()._post_clean()  # type: ignore[misc]

    def written(self) -> dict[str, Any]:
        """New values by field name, without those for which the writer keeps what is stored now."""
        left_out = NOT_COLUMNS | set(kept_out(self.data))
        return {name: self.cleaned_data[name] for name in self.changed_data if name not in left_out}

    def show_conflict(self, theirs: models.Model, event_model: type[models.Model]) -> None:
        """Keeps what was typed, says what they changed, and lets the next save be on top of their version."""
        self.conflict = conflict_with(theirs, event_model, self.cleaned_data.get("version_seen"), self)
        typed: Any = self.data
        again = typed.copy()
        again[self.add_prefix("version_seen")] = str(getattr(theirs, "version", ""))
        self.data = again
        self.add_error(None, _("Not saved: somebody was faster. Above stands what changed."))


class SpaceForm(VersionedForm):
    refusal: ClassVar[ChangeRefused | None] = None  # set on the class made for one request

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, table in REFERENCES.items():
            if name in self.fields:
                self.fields[name] = self._checkboxes(name, table)
        if "subkind" in self.fields:
            self.fields["subkind"] = self._subkinds()
        if "visit_minutes" in self.fields:
            self.fields["visit_minutes"] = VisitMinutesField(label=self.fields["visit_minutes"].label)

    def clean(self) -> dict[str, Any]:
        """An id is taken when the registry says so."""
        return self.cleaned_data

    def _checkboxes(self, name: str, table: type[models.Model]) -> forms.MultipleChoiceField:
        """One box per row of the look-up, and one per stored id that the look-up no longer holds."""
        names = {row.pk: label_of(row) for row in table._default_manager.all()}
        stored = [(one, one) for one in getattr(self.instance, name, []) if one not in names]
        return forms.MultipleChoiceField(
            label=self.fields[name].label,
            choices=[*names.items(), *stored],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    def _subkinds(self) -> forms.ChoiceField:
        rows = Subkind.objects.filter(collection=self._meta.model.collection)
        return forms.ChoiceField(
            label=self.fields["subkind"].label, choices=[("", "---------"), *((row.pk, label_of(row)) for row in rows)]
        )

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.refusal is not None:
            self.refuse(self.refusal)

    def change(self) -> Change | None:
        """What to apply, or None when nothing was changed."""
        space: LearningSpace = self.instance
        if space._state.adding:
            values = {name: value for name, value in self.cleaned_data.items() if name not in NOT_COLUMNS}
            return Change(Action.CREATE, space.collection, values.pop("id"), values)
        values = self.written()
        seen = self.cleaned_data.get("version_seen")
        return Change(Action.MODIFY, space.collection, space.pk, values, seen) if values else None

    def refuse(self, refusal: ChangeRefused) -> None:
        if isinstance(refusal, StaleVersion):
            self.show_conflict(refusal.theirs, EVENT_OF[refusal.theirs.collection])
            return
        for field, message in faults_of(refusal, self.fields):
            self.add_error(field, message)


def label_of(row: Any) -> str:
    """A look-up row's name in the language of the page; an outcome's code and text."""
    if hasattr(row, "text_th"):
        return f"{row.pk} · {Text(row.text_th, row.text_en).in_language()}"
    return Text(row.name_th, row.name_en).in_language()
