"""A kept connection is found dead without asking the server, and replaced."""

import psycopg
import pytest
from django.db import connection


@pytest.fixture
def kept():
    """A connection as a request finds it: idle, and not yet known to be healthy."""
    another = connection.copy()
    another.settings_dict = {**connection.settings_dict, "CONN_HEALTH_CHECKS": True, "CONN_MAX_AGE": None}
    another.ensure_connection()
    yield another
    another.close()


def kill(victim):
    """End the backend of `victim` and wait until its end has arrived here."""
    pid = victim.connection.info.backend_pid
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])


@pytest.mark.django_db
def test_an_idle_connection_is_usable_without_a_word_to_the_server(kept):
    with kept.cursor() as cursor:
        cursor.execute("SELECT 'before'")

    assert kept.is_usable()
    assert kept.connection.pgconn.transaction_status == psycopg.pq.TransactionStatus.IDLE


@pytest.mark.django_db
def test_a_killed_backend_is_noticed(kept):
    kill(kept)

    assert not kept.is_usable()


@pytest.mark.django_db
def test_the_next_request_gets_a_new_connection(kept):
    kill(kept)
    kept.health_check_enabled, kept.health_check_done = True, False

    with kept.cursor() as cursor:
        cursor.execute("SELECT 'after'")
        assert cursor.fetchone() == ("after",)
