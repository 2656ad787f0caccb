"""WGS 84 to Indian 1975 / UTM 47N by the Royal Thai Survey's three parameters (`geo.crs`), never by PROJ's own choice."""

from django.db import migrations

PROJ = "+proj=utm +zone=47 +a=6377276.345 +rf=300.8017 +towgs84=206,837,295,0,0,0,0 +units=m +no_defs +type=crs"
WGS_84 = "+proj=longlat +ellps=WGS84 +towgs84=0,0,0 +no_defs"

# By the row that PostGIS keeps ready, where the table has it; else by the words, which it reads anew each time.
CREATE = f"""
CREATE FUNCTION geo_indian_1975(degrees geometry) RETURNS geometry LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF EXISTS (SELECT FROM spatial_ref_sys WHERE srid = 924047 AND proj4text = '{PROJ}') THEN
        RETURN ST_Transform(degrees, 924047);
    END IF;
    RETURN ST_Transform(degrees, '{WGS_84}', '{PROJ}');
END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("geo", "0001_initial")]
    operations = [migrations.RunSQL(CREATE, "DROP FUNCTION geo_indian_1975(geometry)")]
