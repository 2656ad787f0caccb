"""As the map is served, but for the planner's machine code, which no test here needs."""

from scripts.gunicorn_conf import *  # noqa: F403


def when_ready(server: object) -> None:
    """Nothing to warm."""
