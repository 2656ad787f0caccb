"""The locks hold what pyproject.toml asks for, by hash, from no registry in particular."""

import re
import tomllib

import pytest

from scripts.layout import ROOT
from scripts.python_packages import DEVELOPMENT_LOCK, RUNTIME_LOCK

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
NAME = re.compile(r"^[A-Za-z0-9._-]+")


def locked(lock: str) -> dict[str, set[str]]:
    """Versions by name."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==([^ ;]+)", lock, re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def asked(requirements: list[str]) -> set[str]:
    """The names as locks write them."""
    return {re.sub(r"[._-]+", "-", NAME.findall(text)[0]).lower() for text in requirements}


def test_every_dependency_is_locked() -> None:
    runtime, development = locked(RUNTIME_LOCK.read_text()), locked(DEVELOPMENT_LOCK.read_text())

    assert asked(PROJECT["project"]["dependencies"] + GROUPS["build"]) <= set(runtime)
    assert asked(GROUPS["dev"]) <= set(development)


def test_development_runs_on_the_very_versions_that_are_served() -> None:
    runtime, development = locked(RUNTIME_LOCK.read_text()), locked(DEVELOPMENT_LOCK.read_text())

    assert {name: development.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("lock", [RUNTIME_LOCK, DEVELOPMENT_LOCK], ids=lambda lock: lock.name)
def test_each_package_has_hashes_and_no_registry_is_named(lock: object) -> None:
    text = (ROOT / str(lock)).read_text()

    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=[a-z])", text))
    assert "://" not in text
    assert "index" not in text


def test_the_front_ends_lock_names_no_registry_either() -> None:
    text = (ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved": "http' not in text
    assert '"integrity": "sha512-' in text
