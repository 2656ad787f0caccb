"""How often somebody tried something lately: what log-in and the residents' form are limited by."""

from django.db import models


class Tries(models.Model):
    """A count within a window of time. `key` is a salted hash that cannot be followed from one day to the next."""

    scope = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    count = models.PositiveIntegerField()
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "key"], name="spaces_tries_once")]
        indexes = [models.Index(fields=["expires_at"], name="spaces_tries_expiry")]

    def __str__(self) -> str:
        return f"{self.scope}: {self.count}"
