"""A signed-in administrator."""

from typing import Any

import pytest
from django.test import Client

from spaces.models import User


@pytest.fixture(autouse=True)
def plain_and_quick(settings: Any) -> None:
    """Pages name their style sheets without a build before them; nobody attacks these passwords."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def desk(client: Client, administrator: User) -> Client:
    """The administrator's browser, in English."""
    client.force_login(administrator)
    client.cookies["django_language"] = "en"
    return client
