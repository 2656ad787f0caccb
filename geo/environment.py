"""What the machine says: environment variables, and behind them the file `.local/env` that the start scripts write."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def read_env_file(path: Path) -> dict[str, str]:
    """The KEY=VALUE lines of `path`; empty when there is no such file."""
    if not path.is_file():
        return {}
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {key.strip(): value.strip() for key, value in pairs}


@dataclass(frozen=True)
class Environment:
    """Settings by name; a bad value stops the start and says which one it is."""

    values: Mapping[str, str]

    @classmethod
    def load(cls, env_file: Path) -> "Environment":
        return cls({**read_env_file(env_file), **os.environ})

    def text(self, name: str, default: str = "") -> str:
        return self.values.get(name, default)

    def required(self, name: str, hint: str) -> str:
        value = self.values.get(name, "")
        if not value:
            raise ImproperlyConfigured(f"{name} is not set. {hint}")
        return value

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.values.get(name, "1" if default else "0").lower()
        if value not in {"0", "1", "true", "false"}:
            raise ImproperlyConfigured(f"{name} must be 0 or 1, not {value!r}.")
        return value in {"1", "true"}

    def names(self, name: str, default: str = "") -> list[str]:
        return [item.strip() for item in self.values.get(name, default).split(",") if item.strip()]

    def whole_number(self, name: str, default: int) -> int:
        value = self.values.get(name, str(default))
        try:
            return int(value)
        except ValueError:
            raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from None
