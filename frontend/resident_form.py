"""The forms of residents, with bounds for every field: what is missing on the map, or what has changed at a space."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.contrib.gis.geos import GEOSGeometry
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from frontend.presenting import speaks_thai, words
from frontend.states import kind_name
from geo.geometry import InvalidGeometry, at_entry
from spaces.models import AnySpace, LearningSpace, StreetArtWall, Subkind, WallCondition
from spaces.residents import KINDS, NEARBY_M, POINTED_M, Missing, Told

LONGEST_NAME, LONGEST_TEXT, LONGEST_NOTE, LONGEST_CONTACT = 120, 1000, 400, 120
_POSITION = re.compile(r"\s*(-?\d{1,3}(?:\.\d{1,15})?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d{1,15})?)\s*")
_THAI = re.compile("[\u0e00-\u0e7f]")


class ResidentForm(forms.Form):
    """What both halves ask: a note, perhaps a contact, and a field that only machines fill in."""

    note = forms.CharField(required=False, max_length=LONGEST_NOTE)
    contact = forms.CharField(required=False, max_length=LONGEST_CONTACT)
    website = forms.CharField(required=False, max_length=200)

    @property
    def faults(self) -> list[tuple[str, str]]:
        """(field, what is wrong with it) for the list on top of the form; field is empty for the whole."""
        return [("" if name == "__all__" else name, str(text)) for name, texts in self.errors.items() for text in texts]

    @property
    def is_machine(self) -> bool:
        return bool(self.data.get("website"))

    def told(self, about: str = "") -> Told:
        return Told(self.cleaned_data["note"], self.cleaned_data["contact"], about)


class MissingForm(ResidentForm):
    """A space that the map lacks: what it is, its name, and where, as a position or near a space that is known."""

    subkind = forms.CharField(max_length=80, error_messages={"required": gettext_lazy("Choose what it is.")})
    name = forms.CharField(max_length=LONGEST_NAME, error_messages={"required": gettext_lazy("Write its name.")})
    other_name = forms.CharField(required=False, max_length=LONGEST_NAME)
    description = forms.CharField(required=False, max_length=LONGEST_TEXT)
    position = forms.CharField(required=False, max_length=80)
    near = forms.CharField(required=False, max_length=80)

    def clean_subkind(self) -> Subkind:
        found = Subkind.objects.filter(pk=self.cleaned_data["subkind"], collection__in=KINDS).first()
        if found is None:
            raise forms.ValidationError(gettext("Choose what it is."))
        return found

    def clean_position(self) -> GEOSGeometry | None:
        """`7.6170, 100.0810`, as maps on telephones write it: latitude first."""
        text = self.cleaned_data["position"]
        if not text:
            return None
        numbers = _POSITION.fullmatch(text)
        if numbers is None:
            raise forms.ValidationError(gettext("Write the position as two numbers, such as 7.6170, 100.0810."))
        lat, lon = float(numbers[1]), float(numbers[2])
        return point(lon, lat)

    def clean_near(self) -> AnySpace | None:
        near = self.cleaned_data["near"]
        return AnySpace.objects.visible_to(AnonymousUser()).filter(pk=near).first() if near else None

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = self.cleaned_data
        if "position" not in self.errors and not found.get("position") and not found.get("near"):
            self.add_error("position", gettext("Say where it is: a position, or a place nearby."))
        return found

    def missing(self) -> Missing:
        found = self.cleaned_data
        pointed = found["position"]
        middle = pointed or found["near"].geometry.point_on_surface
        name_th, name_en = both_names(found["name"], found["other_name"])
        return Missing(
            collection=found["subkind"].collection,
            subkind=found["subkind"].pk,
            name_th=name_th,
            name_en=name_en,
            geometry=pointed or point(middle.x, middle.y),
            accuracy_m=POINTED_M if pointed else NEARBY_M,
            descriptions=described(found["description"]),
        )


class ChangedForm(ResidentForm):
    """What has changed at a space: its name, what is said of it, its contact, how a wall looks; or in a note."""

    name = forms.CharField(required=False, max_length=LONGEST_NAME)
    description = forms.CharField(required=False, max_length=LONGEST_TEXT)
    contact_there = forms.CharField(required=False, max_length=200)
    condition = forms.ChoiceField(required=False, choices=[("", "-"), *WallCondition.choices])
    seen_on = forms.DateField(required=False, input_formats=["%Y-%m-%d"])

    def __init__(self, *args: Any, space: LearningSpace, **options: Any) -> None:
        super().__init__(*args, **options)
        self.space = space

    def clean_seen_on(self) -> Any:
        day = self.cleaned_data["seen_on"] or timezone.localdate()
        if day > timezone.localdate() or day.year < 1900:
            raise forms.ValidationError(gettext("The day lies in the future, or long ago."))
        return day

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = self.cleaned_data
        if not self.errors and not (self.values() or self.seen_as() or found.get("note")):
            raise forms.ValidationError(gettext("Say what has changed: in a field, or in your own words."))
        return found

    def values(self) -> dict[str, str]:
        """The columns that the resident wrote something new into."""
        language = "th" if speaks_thai() else "en"
        written = {
            f"name_{language}": self.cleaned_data.get("name", ""),
            f"description_{language}": self.cleaned_data.get("description", ""),
            "contact": self.cleaned_data.get("contact_there", ""),
        }
        return {name: text for name, text in written.items() if text and text != getattr(self.space, name)}

    def seen_as(self) -> str:
        """How the wall looked, if this is a wall and the resident said so."""
        return str(self.cleaned_data.get("condition") or "") if isinstance(self.space, StreetArtWall) else ""


def point(lon: float, lat: float) -> GEOSGeometry:
    """The position as it would be stored. Raises a ValidationError."""
    try:
        return at_entry({"type": "Point", "coordinates": [lon, lat]}, ("Point",))
    except InvalidGeometry as fault:
        raise forms.ValidationError(fault.text.in_language()) from fault


def both_names(name: str, other: str) -> tuple[str, str]:
    """(Thai, English); one name stands for both until a reviewer knows better."""
    first, second = (name, other) if _THAI.search(name) else (other, name)
    return first or name, second or name


def described(text: str) -> dict[str, str]:
    """The description in the language it is written in."""
    if not text:
        return {}
    return {"description_th" if _THAI.search(text) else "description_en": text}


def kinds_of_space() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """(kind, its subkinds with their names) for the list of what it may be."""
    rows = list(Subkind.objects.filter(collection__in=KINDS))
    for collection in KINDS:
        yield kind_name(collection), [(row.pk, words(row, "name")) for row in rows if row.collection == collection]


REFUSED = gettext_lazy("This could not be taken: it may lie outside the area of this map.")
