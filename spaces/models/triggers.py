"""The triggers that only spaces have, in SQL."""

import pgtrigger

FILL_SEARCH_TEXT = """
    NEW.search_text := fold_thai(concat_ws(' ', NEW.id, NEW.name_th, NEW.name_en, NEW.description_th,
        NEW.description_en, NEW.district_th, NEW.district_en, NEW.subdistrict_th, NEW.subdistrict_en));
"""

# A CHECK may not read a table, a trigger may. Without a service area the whole globe is served.
INSIDE_SERVICE_AREA = """
    IF (TG_OP = 'INSERT' OR NOT NEW.geometry = OLD.geometry)
       AND EXISTS (SELECT 1 FROM spaces_boundary WHERE level = 'service-area')
       AND NOT EXISTS (
           SELECT 1 FROM spaces_boundary
           WHERE level = 'service-area' AND ST_Covers(geometry, NEW.geometry)
       )
    THEN
        RAISE EXCEPTION 'The geometry of % lies outside the service area.', NEW.id USING ERRCODE = 'check_violation';
    END IF;
"""


_REGISTER = """
    INSERT INTO spaces_spaceregistry (id, collection, uid) SELECT id, '{collection}', uid FROM new_values;
    RETURN NULL;
"""


def register_ids(collection: str) -> pgtrigger.Trigger:
    """Ids are unique over all kinds and never used again: five tables share one registry."""
    return pgtrigger.Trigger(
        name="registered",
        operation=pgtrigger.Insert,
        when=pgtrigger.After,
        level=pgtrigger.Statement,
        referencing=pgtrigger.Referencing(new="new_values"),  # type: ignore[no-untyped-call]
        func=_REGISTER.replace("{collection}", collection),
    )
