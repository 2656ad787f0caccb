"""The one door of retention in the triggers of history, and a read-only view over the past of all kinds."""

import django.contrib.gis.db.models.fields
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


COLUMNS = """
    pgh_id, id, uid, name_th, name_en, description_th, description_en, subkind, themes,
    age_groups, outcomes, geometry, accuracy_m, coordinate_source, sensitive, opening_hours, wheelchair,
    access_note_th, access_note_en, steps, ramp, seats, toilet, shade, water,
    takes_school_groups, capacity, visit_minutes, contact, district_code, district_th, district_en, subdistrict_code,
    subdistrict_th, subdistrict_en, source, verified, verified_on, demonstration, partner_id, status,
    version, changeset_id, created_at, updated_at
"""  # as in 0002: keyed on `id` alone, geometry without a cast
KINDS = {
    "heritage-sites": "spaces_heritagesiteevent",
    "street-art-walls": "spaces_streetartwallevent",
    "urban-design-zones": "spaces_urbandesignzoneevent",
    "wisdom-places": "spaces_wisdomplaceevent",
    "amenities": "spaces_amenityevent",
}
VIEW = "CREATE VIEW learning_spaces_past AS " + " UNION ALL ".join(
    f"SELECT {COLUMNS}, '{collection}'::varchar(40) AS collection FROM {table}" for collection, table in KINDS.items()
)


class Migration(migrations.Migration):
    dependencies = [
        ("spaces", "0004_ageing"),
    ]

    operations = [
        migrations.CreateModel(
            name="AnySpaceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "id",
                    models.CharField(
                        db_collation="C",
                        help_text="a-z 0-9 -",
                        max_length=80,
                        serialize=False,
                        validators=[django.core.validators.RegexValidator("^[a-z0-9-]{1,80}$")],
                        verbose_name="id",
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="uid")),
                ("name_th", models.CharField(max_length=200, verbose_name="Thai name")),
                ("name_en", models.CharField(max_length=200, verbose_name="English name")),
                ("description_th", models.TextField(blank=True, verbose_name="Thai description")),
                ("description_en", models.TextField(blank=True, verbose_name="English description")),
                ("subkind", models.SlugField(db_index=False, max_length=80, verbose_name="subkind")),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="themes",
                    ),
                ),
                (
                    "age_groups",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="age groups",
                    ),
                ),
                (
                    "outcomes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="curriculum outcomes",
                    ),
                ),
                ("geometry", django.contrib.gis.db.models.fields.GeometryField(srid=4326, verbose_name="geometry")),
                ("accuracy_m", models.PositiveIntegerField(verbose_name="accuracy (± m)")),
                ("coordinate_source", models.TextField(blank=True, verbose_name="source of the position")),
                ("sensitive", models.BooleanField(default=False, verbose_name="blurred on purpose")),
                (
                    "opening_hours",
                    models.CharField(
                        default="unknown",
                        help_text="OSM syntax, or unknown",
                        max_length=255,
                        verbose_name="opening hours",
                    ),
                ),
                (
                    "wheelchair",
                    models.CharField(
                        choices=[
                            ("yes", "Accessible by wheelchair"),
                            ("limited", "Partly accessible by wheelchair"),
                            ("no", "Not accessible by wheelchair"),
                            ("unknown", "Unknown"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="wheelchair",
                    ),
                ),
                ("access_note_th", models.TextField(blank=True, verbose_name="access note, Thai")),
                ("access_note_en", models.TextField(blank=True, verbose_name="access note, English")),
                (
                    "steps",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Unknown")],
                        default="unknown",
                        max_length=10,
                        verbose_name="steps",
                    ),
                ),
                (
                    "ramp",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Unknown")],
                        default="unknown",
                        max_length=10,
                        verbose_name="ramp",
                    ),
                ),
                (
                    "seats",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Unknown")],
                        default="unknown",
                        max_length=10,
                        verbose_name="seats",
                    ),
                ),
                (
                    "toilet",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Unknown")],
                        default="unknown",
                        max_length=10,
                        verbose_name="toilet",
                    ),
                ),
                (
                    "shade",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Unknown")],
                        default="unknown",
                        max_length=10,
                        verbose_name="shade",
                    ),
                ),
                (
                    "water",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Unknown")],
                        default="unknown",
                        max_length=10,
                        verbose_name="drinking water",
                    ),
                ),
                (
                    "takes_school_groups",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Unknown")],
                        default="unknown",
                        max_length=10,
                        verbose_name="takes school groups",
                    ),
                ),
                (
                    "capacity",
                    models.PositiveIntegerField(
                        blank=True, help_text="empty: unknown", null=True, verbose_name="capacity (people)"
                    ),
                ),
                (
                    "visit_minutes",
                    models.JSONField(blank=True, default=dict, verbose_name="visit minutes by age group"),
                ),
                ("contact", models.CharField(blank=True, max_length=200, verbose_name="contact")),
                ("district_code", models.CharField(blank=True, max_length=10, verbose_name="district code")),
                ("district_th", models.CharField(blank=True, max_length=80, verbose_name="district, Thai")),
                ("district_en", models.CharField(blank=True, max_length=80, verbose_name="district, English")),
                ("subdistrict_code", models.CharField(blank=True, max_length=10, verbose_name="subdistrict code")),
                ("subdistrict_th", models.CharField(blank=True, max_length=80, verbose_name="subdistrict, Thai")),
                ("subdistrict_en", models.CharField(blank=True, max_length=80, verbose_name="subdistrict, English")),
                ("source", models.TextField(blank=True, verbose_name="source")),
                ("verified", models.BooleanField(default=False, verbose_name="verified on site")),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="verified on")),
                ("demonstration", models.BooleanField(default=False, verbose_name="demonstration")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("published", "Published"),
                            ("archived", "Archived"),
                            ("deleted", "Deleted"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                ("collection", models.CharField(max_length=40, verbose_name="kind")),
            ],
            options={
                "db_table": "learning_spaces_past",
                "managed": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="amenity",
            name="kept_forever",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="amenityevent",
            name="append_only",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exactposition",
            name="kept_forever",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exactpositionevent",
            name="append_only",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="heritagesite",
            name="kept_forever",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="heritagesiteevent",
            name="append_only",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="spaceregistry",
            name="kept_forever",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="streetartwall",
            name="kept_forever",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="streetartwallevent",
            name="append_only",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="urbandesignzone",
            name="kept_forever",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="urbandesignzoneevent",
            name="append_only",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="wisdomplace",
            name="kept_forever",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="wisdomplaceevent",
            name="append_only",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="amenity",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_forever",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    \n    IF TG_OP = 'DELETE' AND current_setting('map.retention', true) = 'on' THEN\n        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)\n        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, COALESCE(NULLIF(current_setting('map.changeset', true), ''), '0')::bigint,\n               session_user, clock_timestamp()\n        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;\n        RETURN OLD;\n    END IF;\n\n    RAISE EXCEPTION 'Rows of % are never deleted: set their status to deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="0e8a3c98fb9828b2221d82acc252639c84f28fa5",
                    operation="DELETE",
                    pgid="pgtrigger_kept_forever_5cd68",
                    table="spaces_amenity",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="amenityevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' AND current_setting('map.retention', true) = 'on' THEN\n        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)\n        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, COALESCE(NULLIF(current_setting('map.changeset', true), ''), '0')::bigint,\n               session_user, clock_timestamp()\n        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;\n        RETURN OLD;\n    END IF;\n\n    RAISE EXCEPTION '% only grows: its rows are never changed and never deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="1d2ebe14b36b4d22d7ec566d46e39a26236b6c8c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_60df0",
                    table="spaces_amenityevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="changeset",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_forever",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    \n    IF TG_OP = 'DELETE' AND current_setting('map.retention', true) = 'on' THEN\n        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)\n        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, COALESCE(NULLIF(current_setting('map.changeset', true), ''), '0')::bigint,\n               session_user, clock_timestamp()\n        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;\n        RETURN OLD;\n    END IF;\n\n    RAISE EXCEPTION 'Rows of % are never deleted: set their status to deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="1513abae35cc13b7eb6b85357314c62a49fbd763",
                    operation="DELETE",
                    pgid="pgtrigger_kept_forever_ba9ea",
                    table="spaces_changeset",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exactposition",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_forever",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    \n    IF TG_OP = 'DELETE' AND current_setting('map.retention', true) = 'on' THEN\n        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)\n        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, COALESCE(NULLIF(current_setting('map.changeset', true), ''), '0')::bigint,\n               session_user, clock_timestamp()\n        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;\n        RETURN OLD;\n    END IF;\n\n    RAISE EXCEPTION 'Rows of % are never deleted: set their status to deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="88683dd485c5064ca1d4beaccd2595f9a764c349",
                    operation="DELETE",
                    pgid="pgtrigger_kept_forever_6887d",
                    table="spaces_exactposition",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exactpositionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' AND current_setting('map.retention', true) = 'on' THEN\n        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)\n        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, COALESCE(NULLIF(current_setting('map.changeset', true), ''), '0')::bigint,\n               session_user, clock_timestamp()\n        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;\n        RETURN OLD;\n    END IF;\n\n    RAISE EXCEPTION '% only grows: its rows are never changed and never deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="9a747db954c7d2d06e95848e2c2df3d7dce832fe",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a0af8",
                    table="spaces_exactpositionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="heritagesite",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_forever",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    \n    IF TG_OP = 'DELETE' AND current_setting('map.retention', true) = 'on' THEN\n        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)\n        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, COALESCE(NULLIF(current_setting('map.changeset', true), ''), '0')::bigint,\n               session_user, clock_timestamp()\n        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;\n        RETURN OLD;\n    END IF;\n\n    RAISE EXCEPTION 'Rows of % are never deleted: set their status to deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="7ac10126a89aeae085f3ddaa8de7da6de8cd2b45",
                    operation="DELETE",
                    pgid="pgtrigger_kept_forever_d103a",
                    table="spaces_heritagesite",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="heritagesiteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' AND current_setting('map.retention', true) = 'on' THEN\n        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)\n        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, COALESCE(NULLIF(current_setting('map.changeset', true), ''), '0')::bigint,\n               session_user, clock_timestamp()\n        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;\n        RETURN OLD;\n    END IF;\n\n    RAISE EXCEPTION '% only grows: its rows are never changed and never deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="7da3dd8507701b9cc2eba4bddeeab86b1c2dfa83",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_aab63",
                    table="spaces_heritagesiteevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spaceregistry",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    RAISE EXCEPTION '% only grows: its rows are never changed and never deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="68d1a8e091a5d38ad218a8d498485ec10d9dc597",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_21fea",
                    table="spaces_spaceregistry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="streetartwall",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_forever",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    \n    IF TG_OP = 'DELETE' AND current_setting('map.retention', true) = 'on' THEN\n        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)\n        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, COALESCE(NULLIF(current_setting('map.changeset', true), ''), '0')::bigint,\n               session_user, clock_timestamp()\n        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;\n        RETURN OLD;\n    END IF;\n\n    RAISE EXCEPTION 'Rows of % are never deleted: set their status to deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="7f8bc84d99c9cf55adcdbc2d2706e74a89137848",
                    operation="DELETE",
                    pgid="pgtrigger_kept_forever_07cb0",
                    table="spaces_streetartwall",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="streetartwallevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' AND current_setting('map.retention', true) = 'on' THEN\n        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)\n        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, COALESCE(NULLIF(current_setting('map.changeset', true), ''), '0')::bigint,\n               session_user, clock_timestamp()\n        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;\n        RETURN OLD;\n    END IF;\n\n    RAISE EXCEPTION '% only grows: its rows are never changed and never deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="8a881cc4b6a609633ff19e0133bd87b80b486217",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2e560",
                    table="spaces_streetartwallevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="urbandesignzone",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_forever",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    \n    IF TG_OP = 'DELETE' AND current_setting('map.retention', true) = 'on' THEN\n        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)\n        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, COALESCE(NULLIF(current_setting('map.changeset', true), ''), '0')::bigint,\n               session_user, clock_timestamp()\n        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;\n        RETURN OLD;\n    END IF;\n\n    RAISE EXCEPTION 'Rows of % are never deleted: set their status to deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="f6f684b89ec0ec5b661bf983a3de6ba400d38ef7",
                    operation="DELETE",
                    pgid="pgtrigger_kept_forever_a10a4",
                    table="spaces_urbandesignzone",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="urbandesignzoneevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' AND current_setting('map.retention', true) = 'on' THEN\n        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)\n        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, COALESCE(NULLIF(current_setting('map.changeset', true), ''), '0')::bigint,\n               session_user, clock_timestamp()\n        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;\n        RETURN OLD;\n    END IF;\n\n    RAISE EXCEPTION '% only grows: its rows are never changed and never deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="d5744b9b0a53329ac01c897666176e1c67fdcc44",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_24fa5",
                    table="spaces_urbandesignzoneevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wisdomplace",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_forever",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    \n    IF TG_OP = 'DELETE' AND current_setting('map.retention', true) = 'on' THEN\n        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)\n        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, COALESCE(NULLIF(current_setting('map.changeset', true), ''), '0')::bigint,\n               session_user, clock_timestamp()\n        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;\n        RETURN OLD;\n    END IF;\n\n    RAISE EXCEPTION 'Rows of % are never deleted: set their status to deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="25a98f1c76174d876e5086d2efab85a9bae5d811",
                    operation="DELETE",
                    pgid="pgtrigger_kept_forever_d583f",
                    table="spaces_wisdomplace",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wisdomplaceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' AND current_setting('map.retention', true) = 'on' THEN\n        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)\n        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, COALESCE(NULLIF(current_setting('map.changeset', true), ''), '0')::bigint,\n               session_user, clock_timestamp()\n        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;\n        RETURN OLD;\n    END IF;\n\n    RAISE EXCEPTION '% only grows: its rows are never changed and never deleted.', TG_TABLE_NAME\n    USING ERRCODE = 'restrict_violation';\n",
                    hash="d3028b38920d53facf2969f3df33ef0b61e46880",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_57273",
                    table="spaces_wisdomplaceevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="amenity",
            index=models.Index(condition=models.Q(("sensitive", True)), fields=["id"], name="amenity_sensitive"),
        ),
        migrations.AddIndex(
            model_name="heritagesite",
            index=models.Index(condition=models.Q(("sensitive", True)), fields=["id"], name="heritagesite_sensitive"),
        ),
        migrations.AddIndex(
            model_name="streetartwall",
            index=models.Index(condition=models.Q(("sensitive", True)), fields=["id"], name="streetartwall_sensitive"),
        ),
        migrations.AddIndex(
            model_name="urbandesignzone",
            index=models.Index(
                condition=models.Q(("sensitive", True)), fields=["id"], name="urbandesignzone_sensitive"
            ),
        ),
        migrations.AddIndex(
            model_name="wisdomplace",
            index=models.Index(condition=models.Q(("sensitive", True)), fields=["id"], name="wisdomplace_sensitive"),
        ),
        migrations.RunSQL(VIEW, "DROP VIEW learning_spaces_past"),
    ]
