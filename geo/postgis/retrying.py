"""A transaction that is tried again when PostgreSQL ended it only because of others."""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError, connection, transaction

Result = TypeVar("Result")

TIMES = 6
_OTHERS = frozenset({"40P01", "40001"})  # deadlock_detected, serialization_failure
_FIRST_PAUSE_S = 0.02


def retried(work: Callable[[], Result]) -> Result:
    """What `work` returns, from one transaction; `work` may run several times, of which the last one counts.

    Inside a transaction it runs once: what was done before it could not be done again from here.
    """
    times = 1 if connection.in_atomic_block else TIMES
    for again in reversed(range(times)):
        try:
            with transaction.atomic():
                return work()
        except OperationalError as fault:
            if not again or getattr(fault.__cause__, "sqlstate", None) not in _OTHERS:
                raise
        time.sleep(random.uniform(0.5, 1.5) * _FIRST_PAUSE_S * 2 ** (times - again))  # noqa: S311 - no secret
    raise AssertionError("the last attempt returns or raises")
