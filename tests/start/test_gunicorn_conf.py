"""No log of the server ever holds a query string."""

import io
import logging

from gunicorn.config import Config

from scripts import gunicorn_conf


def test_an_error_is_logged_with_its_path_only() -> None:
    log = gunicorn_conf.NoQueryLogger(Config())
    said = io.StringIO()
    log.error_log.addHandler(logging.StreamHandler(said))

    try:
        int("broken")
    except ValueError:
        log.exception("Error handling request %s", "/api/routes/plan?start=100.08,7.62")

    assert "Error handling request /api/routes/plan\n" in said.getvalue()
    assert "7.62" not in said.getvalue()


def test_there_is_no_access_log() -> None:
    assert gunicorn_conf.accesslog is None
