"""Counters move at commit and in commit order, so these tests really commit."""

import threading

import pytest
from django.db import connection, connections, transaction

from geo.models import ChangeCounter, ChangeLog, PendingChange
from spaces.changesets import Action, Change, apply
from spaces.models import Theme, WisdomPlace

pytestmark = pytest.mark.django_db(transaction=True)


def counter(collection):
    return ChangeCounter.objects.filter(pk=collection).values_list("n", flat=True).first() or 0


def test_one_commit_counts_once_however_many_rows_it_changed(make_space):
    before = counter("wisdom-places")

    with transaction.atomic():
        make_space("wisdom-places", "one")
        make_space("wisdom-places", "two")

    assert counter("wisdom-places") == before + 1
    assert ChangeLog.objects.filter(collection="wisdom-places", n=before + 1).count() == 2
    assert not PendingChange.objects.exists()


def test_a_rolled_back_transaction_counts_nothing(make_space):
    before = counter("wisdom-places")

    with transaction.atomic():
        make_space("wisdom-places", "one")
        transaction.set_rollback(True)

    assert counter("wisdom-places") == before


def test_look_ups_count_too(look_ups):
    before = counter("themes")

    Theme.objects.filter(pk="crafts").update(name_en="Handicraft")

    assert counter("themes") == before + 1


def test_writers_of_two_collections_in_opposite_order_never_deadlock(make_space):
    make_space("wisdom-places", "craft-house")
    make_space("heritage-sites", "chapel")
    faults = []

    def write(order):
        try:
            for _ in range(15):
                with transaction.atomic():
                    for collection, id in order:
                        apply([touch(collection, id)], author=None, comment="x", source="tests")
        except Exception as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    pairs = [("wisdom-places", "craft-house-a"), ("heritage-sites", "chapel-a")]
    make_space(*pairs[0])
    make_space(*pairs[1])
    others = [("heritage-sites", "chapel"), ("wisdom-places", "craft-house")]
    threads = [threading.Thread(target=write, args=(order,)) for order in (pairs, others)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert faults == []
    numbers = list(
        ChangeLog.objects.filter(collection="wisdom-places").order_by("n").values_list("n", flat=True).distinct()
    )
    assert numbers == list(range(1, len(numbers) + 1)) or numbers[-1] - numbers[0] == len(numbers) - 1


def touch(collection, id):
    from spaces.models import KIND_OF

    space = KIND_OF[collection].objects.get(pk=id)
    return Change(Action.MODIFY, collection, id, {"contact": f"{space.version}"}, space.version)


def test_parallel_writers_of_one_version_have_exactly_one_winner(make_space):
    make_space("wisdom-places", "loom")
    results = []

    def write(number):
        change = Change(Action.MODIFY, "wisdom-places", "loom", {"contact": str(number)}, 1)
        try:
            apply([change], author=None, comment="race", source="tests")
            results.append("won")
        except Exception as fault:
            results.append(type(fault).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(results) == ["StaleVersion"] * 7 + ["won"]
    assert WisdomPlace.objects.get(pk="loom").version == 2
