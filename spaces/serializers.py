"""The contract of every collection: which columns of a space are public, and how each is written.

`GeoFeatureModelSerializer` makes RFC 7946 features of them. Reading takes the same fields in SQL (`geo.rest.features`);
a parity test keeps the two equal.
"""

from datetime import UTC
from typing import Any, ClassVar

from rest_framework import serializers
from rest_framework_gis.serializers import GeoFeatureModelSerializer

from spaces.models import KINDS, AnySpace, LearningSpace
from spaces.references import LONGEST_STAY_MINUTES

HIDDEN = frozenset({"id", "geometry", "search_text"})
UTC_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


class StaysField(serializers.JSONField):
    """Minutes of a visit by age group."""

    json_schema: ClassVar[dict[str, Any]] = {
        "type": "object",
        "additionalProperties": {"type": "integer", "minimum": 1, "maximum": LONGEST_STAY_MINUTES},
    }


class SpaceSerializer(GeoFeatureModelSerializer):  # type: ignore[misc]
    """A space as a feature: its id on top, its geometry in WGS 84 with at most 7 decimals."""

    created_at = serializers.DateTimeField(read_only=True, format=UTC_FORMAT, default_timezone=UTC)
    visit_minutes = StaysField(required=False)
    updated_at = serializers.DateTimeField(read_only=True, format=UTC_FORMAT, default_timezone=UTC)


def public_columns(model: type[LearningSpace] | type[AnySpace]) -> list[str]:
    """Every column of the model but those that are apart or for the database only."""
    return [field.name for field in model._meta.concrete_fields if field.name not in HIDDEN]


def serializer_of(model: type[LearningSpace] | type[AnySpace]) -> type[SpaceSerializer]:
    """The serializer of one kind: all of its public columns."""
    meta: dict[str, Any] = {
        "model": model,
        "id_field": "id",
        "geo_field": "geometry",
        "fields": ["id", "geometry", *public_columns(model)],
        "read_only_fields": ["uid", "version", "changeset"],
    }
    members = {"Meta": type("Meta", (), meta), "__doc__": f"{model.__name__} as a GeoJSON feature."}
    return type(f"{model.__name__}Serializer", (SpaceSerializer,), members)


SERIALIZER_OF = {kind.collection: serializer_of(kind) for kind in KINDS}
AnySpaceSerializer = serializer_of(AnySpace)
