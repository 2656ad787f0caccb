from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from geo.crs import INDIAN_1975_ROW_SQL


class GeoConfig(AppConfig):
    name = "geo"
    verbose_name = "Geodata ground"

    def ready(self) -> None:
        post_migrate.connect(close_the_ignore_door, sender=self)
        post_migrate.connect(keep_indian_1975_ready, sender=self)


def close_the_ignore_door(using: str, **options: Any) -> None:
    """No setting switches our triggers off: pgtrigger's `pgtrigger.ignore` would let any session go around history."""
    with connections[using].cursor() as cursor:
        cursor.execute("""
            CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
            LANGUAGE sql IMMUTABLE AS $$ SELECT false $$
        """)


def keep_indian_1975_ready(using: str, **options: Any) -> None:
    """Enters the pinned definition into PostGIS's table where our role may; `doctor` says where it may not."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('spatial_ref_sys', 'INSERT, UPDATE')")
        if cursor.fetchone()[0]:
            cursor.execute(INDIAN_1975_ROW_SQL)
