"""One read-only view over the five kinds. UNION ALL keyed on `id` alone, so each table's own indexes serve it."""

from django.db import migrations

COLUMNS = """
    id, uid, name_th, name_en, description_th, description_en, subkind, themes,
    age_groups, outcomes, geometry, accuracy_m, coordinate_source, sensitive, opening_hours, wheelchair,
    access_note_th, access_note_en, steps, ramp, seats, toilet, shade, water,
    takes_school_groups, capacity, visit_minutes, contact, district_code, district_th, district_en, subdistrict_code,
    subdistrict_th, subdistrict_en, source, verified, verified_on, demonstration, partner_id, status,
    search_text, version, changeset_id, created_at, updated_at
"""  # geometry without a cast: a cast to another typmod would hide the GiST index of its table
KINDS = {
    "heritage-sites": "spaces_heritagesite",
    "street-art-walls": "spaces_streetartwall",
    "urban-design-zones": "spaces_urbandesignzone",
    "wisdom-places": "spaces_wisdomplace",
    "amenities": "spaces_amenity",
}
VIEW = "CREATE VIEW learning_spaces AS " + " UNION ALL ".join(
    f"SELECT {COLUMNS}, '{collection}'::varchar(40) AS collection FROM {table}" for collection, table in KINDS.items()
)


class Migration(migrations.Migration):
    dependencies = [("spaces", "0001_initial")]

    operations = [migrations.RunSQL(VIEW, "DROP VIEW learning_spaces")]
