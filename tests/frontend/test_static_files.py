"""What the browser fetches has one name each, which may be kept for ever."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import storage
from django.core.management import call_command
from django.test import override_settings
from whitenoise.middleware import WhiteNoiseMiddleware


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=folder):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


@pytest.fixture
def served(collected: Path):
    with override_settings(STATIC_ROOT=collected, WHITENOISE_USE_FINDERS=False):
        yield collected


def entry() -> str:
    manifest = json.loads((settings.FRONTEND_DIST / ".vite" / "manifest.json").read_text())
    return str(manifest["src/editor/main.tsx"]["file"])


def test_a_built_file_has_one_name(served: Path):
    """Two names would be two modules: the editor would start twice when a part imports from its entry."""
    found = storage.StaticFilesStorage(location=served).listdir("assets")[1]
    names = [name for name in found if Path(entry()).stem in name and name.endswith(".js")]

    assert names == [Path(entry()).name]


def test_other_files_are_named_by_their_content(served: Path):
    names = [path.name for path in (served / "frontend").glob("emblem*.svg")]

    assert len(names) == 2


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("/static/assets/main-DNWUb65A.js", True),
        ("/static/assets/noto-sans-thai-latin-wght-normal-Bi3VDbYN.woff2", True),
        ("/static/frontend/emblem.0123456789ab.svg", True),
        ("/static/frontend/emblem.svg", False),
        ("/static/assets/main.js", False),
    ],
)
def test_only_what_is_named_by_its_content_is_kept_for_ever(url: str, kept: bool):
    middleware = WhiteNoiseMiddleware(lambda request: None, settings=settings)

    assert middleware.immutable_file_test(url, url) is kept
