"""The five kinds of learning space."""

from django.contrib import admin

from spaces.admin.space import SpaceAdmin
from spaces.models import Amenity, HeritageSite, StreetArtWall, UrbanDesignZone, WisdomPlace


@admin.register(HeritageSite)
class HeritageSiteAdmin(SpaceAdmin):
    geometry_types = HeritageSite.geometry_types
    own_fields = ["period", "heritage_type", "registration"]


@admin.register(StreetArtWall)
class StreetArtWallAdmin(SpaceAdmin):
    geometry_types = StreetArtWall.geometry_types
    own_fields = ["artist", "year", ("condition", "last_seen"), "artist_consent"]
    list_filter = [*SpaceAdmin.list_filter, "condition"]


@admin.register(UrbanDesignZone)
class UrbanDesignZoneAdmin(SpaceAdmin):
    geometry_types = UrbanDesignZone.geometry_types
    own_fields = [
        ("design_stage", "zone_type"),
        ("plan_edition", "plan_code"),
        "legal_basis",
        ("in_force_from", "in_force_to"),
        "palette_row",
    ]
    list_filter = [*SpaceAdmin.list_filter, "design_stage"]


@admin.register(WisdomPlace)
class WisdomPlaceAdmin(SpaceAdmin):
    geometry_types = WisdomPlace.geometry_types
    own_fields = [("products_th", "products_en"), ("services_th", "services_en"), "by_appointment"]


@admin.register(Amenity)
class AmenityAdmin(SpaceAdmin):
    geometry_types = Amenity.geometry_types
    own_fields = ["fee"]
