"""Where everything that is made at start lies. Nothing is written outside `.venv`, `.local` and the built front end."""

from __future__ import annotations

import hashlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCAL = ROOT / ".local"
VENV = ROOT / ".venv"
FRONTEND = ROOT / "frontend"
DIST = FRONTEND / "dist"
STAMPS = LOCAL / "stamps"
LOGS = LOCAL / "logs"
STATIC = LOCAL / "static"
REPORTS = LOCAL / "reports"
BACKUPS = LOCAL / "backups"
ENV_FILE = LOCAL / "env"
SECRET_KEY_FILE = LOCAL / "secret-key"
DEMO_LOGINS = LOCAL / "demo-logins.txt"
PYTHON = VENV / "bin" / "python"

PROJECT = "phatthalung-map"


def checkout_name(root: Path = ROOT) -> str:
    """A short name of this checkout, unlike that of any other on this machine."""
    return f"{PROJECT}-{hashlib.sha256(str(root).encode()).hexdigest()[:10]}"


def prepare_local() -> None:
    """Make `.local`, open to entering by the database's user, and its folders for logs and stamps."""
    LOCAL.mkdir(exist_ok=True)
    LOCAL.chmod(0o755)
    LOGS.mkdir(mode=0o700, exist_ok=True)
    STAMPS.mkdir(mode=0o700, exist_ok=True)
