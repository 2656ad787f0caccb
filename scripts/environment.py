"""The settings that the start hands to Django: `.local/env`, lines of KEY=VALUE."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import quote

from scripts.layout import ENV_FILE, ROOT, SECRET_KEY_FILE, VENV
from scripts.steps import StartFailure

DEFAULT_PORT = 8000


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, never half of it."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    draft.replace(path)


def read_env(path: Path = ENV_FILE) -> dict[str, str]:
    """The settings kept in the file; none when there is no file."""
    if not path.is_file():
        return {}
    pairs = (line.split("=", 1) for line in path.read_text().splitlines() if "=" in line and line[0] != "#")
    return {key.strip(): value.strip() for key, value in pairs}


def secret_key() -> str:
    """Django's secret key: made once, kept with mode 600."""
    if not SECRET_KEY_FILE.is_file():
        write_private(SECRET_KEY_FILE, secrets.token_urlsafe(48))
    return SECRET_KEY_FILE.read_text().strip()


def socket_url(user: str, socket_dir: Path, name: str) -> str:
    """The DATABASE_URL of a database behind a unix socket. The port is only part of the socket's file name."""
    return f"postgis://{user}@{quote(str(socket_dir), safe='')}:5432/{name}"


def own_database_wanted() -> bool:
    """Whether no DATABASE_URL is given, so that the private cluster is used."""
    return not os.environ.get("DATABASE_URL")


def settings(database_url: str) -> dict[str, str]:
    """Every setting that the start decides."""
    return {
        "DATABASE_URL": database_url,
        "SECRET_KEY": os.environ.get("SECRET_KEY") or secret_key(),
    }


def write_env(values: dict[str, str]) -> None:
    """Keep the settings for `.venv/bin/python manage.py` and the tests."""
    write_private(ENV_FILE, "".join(f"{key}={value}\n" for key, value in values.items()))


def process_env(values: dict[str, str]) -> dict[str, str]:
    """The environment for Django's processes: this one's, with the settings and `.venv` first on the path."""
    path = f"{VENV / 'bin'}:{os.environ.get('PATH', '/usr/bin:/bin')}"
    return {**os.environ, **values, "PATH": path, "DJANGO_SETTINGS_MODULE": "geo.settings", "PYTHONPATH": str(ROOT)}


def parse_port(text: str | None) -> int:
    """The port to serve on; 8000 unless said otherwise. Raises StartFailure for anything but 1 to 65535."""
    if not text:
        return DEFAULT_PORT
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise StartFailure(
            f"PORT is {text!r}; a whole number from 1 to 65535 was wanted.", "for example: make run PORT=8080"
        )
    return int(text)
