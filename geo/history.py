"""History and change counting, laid in the database so that no path around Django escapes them.

`versioned()`      the row's version, changeset and dates are the database's to say, not the writer's
`counted(name)`    a committed change of the table moves the counter of the collection `name`
`kept_forever()`   rows are never deleted, but by the retention command
`append_only()`    rows are never changed either

The retention command opens the one door, for its own transaction, by the setting `map.retention`. Whoever goes through
it, also from psql, leaves a line in `geo_purgedrow` for every row that went.
"""

import pgtrigger
from django.db import connection, transaction

CHANGESET_SETTING = "map.changeset"
RETENTION_SETTING = "map.retention"

COUNT_AT_COMMIT = """
    INSERT INTO geo_changelog (collection, n, changeset_id, committed_at)
    SELECT note.collection, counter.n, note.changeset_id, clock_timestamp()
    FROM geo_pendingchange AS note
    JOIN geo_count_commit(NEW.xid) AS counter ON counter.collection = note.collection
    WHERE note.xid = NEW.xid;
    DELETE FROM geo_pendingchange WHERE xid = NEW.xid;
    RETURN NULL;
"""

_NOTE = """
    INSERT INTO geo_pendingchange (xid, collection, changeset_id)
    VALUES (pg_current_xact_id()::text::bigint, '{name}', {changeset})
    ON CONFLICT DO NOTHING;
    RETURN NULL;
"""
_CHANGESET = f"COALESCE(NULLIF(current_setting('{CHANGESET_SETTING}', true), ''), '0')::bigint"

_STAMP = f"""
    IF NULLIF(current_setting('{CHANGESET_SETTING}', true), '') IS NULL THEN
        RAISE EXCEPTION 'Spaces change only through a changeset (spaces.changesets.apply).'
        USING ERRCODE = 'restrict_violation';
    END IF;
    {{before_compare}}
    IF TG_OP = 'INSERT' THEN
        NEW.version := 1;
        NEW.created_at := now();
    ELSE
        IF NEW.{{key}} <> OLD.{{key}} THEN
            RAISE EXCEPTION 'The id of a space never changes.' USING ERRCODE = 'restrict_violation';
        END IF;
        NEW.version := OLD.version;
        NEW.changeset_id := OLD.changeset_id;
        NEW.created_at := OLD.created_at;
        NEW.updated_at := OLD.updated_at;
        IF NEW IS NOT DISTINCT FROM OLD THEN
            RETURN OLD;
        END IF;
        NEW.version := OLD.version + 1;
    END IF;
    NEW.changeset_id := current_setting('{CHANGESET_SETTING}')::bigint;
    NEW.updated_at := now();
    RETURN NEW;
"""

_PURGED = f"""
    IF TG_OP = 'DELETE' AND current_setting('{RETENTION_SETTING}', true) = 'on' THEN
        INSERT INTO geo_purgedrow (table_name, key, version, changeset_id, purged_by, purged_at)
        SELECT TG_TABLE_NAME, coalesce(row->>'space_id', row->>'id'), (row->>'version')::integer, {_CHANGESET},
               session_user, clock_timestamp()
        FROM (SELECT to_jsonb(OLD) - 'geometry' AS row) AS gone;
        RETURN OLD;
    END IF;
"""  # noqa: S608  (only constants of this module go in)

_KEEP = f"""
    {_PURGED}
    RAISE EXCEPTION 'Rows of % are never deleted: set their status to deleted.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
"""

_ONLY_GROWS = """
    RAISE EXCEPTION '% only grows: its rows are never changed and never deleted.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
"""


def versioned(key: str = "id", before_compare: str = "") -> pgtrigger.Trigger:
    """Stamps version, changeset and dates; a write that changes nothing stays without trace.

    `before_compare` is SQL that fills derived columns of NEW. A forged version in NEW is ignored.
    """
    return pgtrigger.Trigger(
        name="versioned",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.Before,
        func=_STAMP.format(key=key, before_compare=before_compare),
    )


def counted(name: str, *, has_changesets: bool = True) -> pgtrigger.Trigger:
    """Notes that this transaction touched the collection `name`; the commit counts it."""
    return pgtrigger.Trigger(
        name="counted",
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.After,
        level=pgtrigger.Statement,
        func=_NOTE.format(name=name, changeset=_CHANGESET if has_changesets else "0"),
    )


def kept_forever() -> pgtrigger.Trigger:
    return pgtrigger.Trigger(name="kept_forever", operation=pgtrigger.Delete, when=pgtrigger.Before, func=_KEEP)


def append_only(*, purgeable: bool) -> pgtrigger.Trigger:
    """Nothing is changed or deleted; `purgeable` rows by the retention command only."""
    return pgtrigger.Trigger(
        name="append_only",
        operation=pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        func=(_PURGED if purgeable else "") + _ONLY_GROWS,
    )


def open_the_door() -> None:
    """Lets the present transaction delete for good what retention says. Every row that goes is logged."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("Retention works inside a transaction.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, 'on', true)", [RETENTION_SETTING])


def write_under(changeset_id: int) -> None:
    """Every write of the present transaction, from here on, belongs to this changeset."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("A changeset is applied inside a transaction.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [CHANGESET_SETTING, str(changeset_id)])
