"""The change counters: in which order committed changes became visible, per collection.

ETags, `/api/changes` and `as_of` count in commit order. A counter row that every writer updates would serialise all
writers; so a statement trigger only *notes* (transaction, collection), and a trigger deferred to the commit locks the
counter rows in order of collection, counts once, and logs the number (`geo.history` builds both triggers).
"""

import pgtrigger
from django.db import models

from geo.history import COUNT_AT_COMMIT, append_only


class PendingChange(models.Model):
    """A collection that a transaction, still open, has touched."""

    xid = models.BigIntegerField()
    collection = models.CharField(max_length=63)
    changeset_id = models.BigIntegerField(default=0, help_text="0 for look-up tables, which have no changesets")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["xid", "collection", "changeset_id"], name="geo_pendingchange_once")
        ]
        triggers = [
            pgtrigger.Trigger(
                name="count_at_commit",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                func=COUNT_AT_COMMIT,
            )
        ]

    def __str__(self) -> str:
        return f"{self.collection} in transaction {self.xid}"


class ChangeCounter(models.Model):
    """How many commits have touched a collection."""

    collection = models.CharField(max_length=63, primary_key=True)
    n = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.collection}: {self.n}"


class ChangeLog(models.Model):
    """Commit number `n` of a collection: when it was committed, and by which changeset."""

    collection = models.CharField(max_length=63)
    n = models.BigIntegerField()
    changeset_id = models.BigIntegerField()
    committed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["collection", "n", "changeset_id"], name="geo_changelog_once"),
        ]
        indexes = [
            models.Index(fields=["collection", "committed_at"], name="geo_changelog_when"),
            models.Index(fields=["collection", "changeset_id", "n"], name="geo_changelog_changeset"),
        ]
        triggers = [append_only(purgeable=False)]

    def __str__(self) -> str:
        return f"{self.collection} #{self.n}"


class PurgedRow(models.Model):
    """A row that was deleted for good: from where, by whom, when, under which changeset. Written by trigger."""

    table_name = models.CharField(max_length=63)
    key = models.CharField(max_length=80, null=True)  # a table without an id has none
    version = models.IntegerField(null=True)
    changeset_id = models.BigIntegerField(help_text="the changeset that says why; 0 for none")
    purged_by = models.CharField(max_length=63, help_text="the database user")
    purged_at = models.DateTimeField()

    class Meta:
        triggers = [append_only(purgeable=False)]

    def __str__(self) -> str:
        return f"{self.table_name} {self.key}"


class KeptAnswer(models.Model):
    """What a write with an Idempotency-Key was answered, written in the transaction of its changes."""

    person = models.CharField(max_length=64, help_text="the key of the user; keys of two people never meet")
    key = models.CharField(max_length=255)
    asked = models.CharField(max_length=64, help_text="hash of the request")
    status = models.PositiveSmallIntegerField()
    headers = models.JSONField(default=dict)
    body = models.BinaryField()
    created_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="geo_keptanswer_once")]

    def __str__(self) -> str:
        return f"{self.key} of {self.person}"
