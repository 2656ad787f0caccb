import psycopg
import pytest
from django.db import OperationalError, connection, transaction

from geo.models import ChangeCounter
from geo.postgis.retrying import TIMES, retried


class Failing:
    """Work that a deadlock, or something else, ends some times before it succeeds."""

    def __init__(self, times, cause=psycopg.errors.DeadlockDetected):
        self.times, self.cause, self.calls = times, cause, 0

    def __call__(self):
        self.calls += 1
        ChangeCounter.objects.create(collection=f"call-{self.calls}", n=1)
        if self.calls <= self.times:
            raise OperationalError("others") from self.cause()
        return "done"


@pytest.mark.django_db(transaction=True)
def test_a_deadlock_is_tried_again_and_only_the_last_attempt_counts():
    work = Failing(2)

    assert retried(work) == "done"
    assert [counter.pk for counter in ChangeCounter.objects.filter(pk__startswith="call")] == ["call-3"]


@pytest.mark.django_db(transaction=True)
def test_another_error_or_one_too_many_is_raised(monkeypatch):
    monkeypatch.setattr("geo.postgis.retrying.time.sleep", lambda seconds: None)
    lasting, other = Failing(99), Failing(1, psycopg.errors.LockNotAvailable)

    for work, calls in [(lasting, TIMES), (other, 1)]:
        with pytest.raises(OperationalError):
            retried(work)
        assert work.calls == calls
    assert not ChangeCounter.objects.filter(pk__startswith="call").exists()


@pytest.mark.django_db
def test_inside_a_transaction_nothing_is_tried_twice():
    work = Failing(1)

    with pytest.raises(OperationalError), transaction.atomic():
        retried(work)

    assert work.calls == 1
    assert connection.in_atomic_block
