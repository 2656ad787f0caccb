"""The docs name nothing that does not exist, and their examples run."""

import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.management import get_commands
from django.test import Client
from django.urls import Resolver404, resolve

from geo.rest.problems import by_code
from spaces.models import ApiToken

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in PAGES}


def found(pattern):
    """(page, match) for every match of `pattern` in the docs."""
    return [(name, match) for name, text in TEXTS.items() for match in re.findall(pattern, text)]


def test_every_link_between_pages_leads_somewhere():
    for name, target in found(r"\]\(([^)#]+?)(?:#[^)]*)?\)"):
        if not urlsplit(target).scheme:
            assert (ROOT / name).parent.joinpath(target).exists(), f"{name}: {target}"


def test_every_make_target_exists():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for name, target in found(r"`(?:[A-Z_]+=\S+ )*make ([a-z-]+)"):
        assert target in targets, f"{name}: make {target}"


def test_every_management_command_exists():
    for name, command in found(r"manage\.py ([a-z_]+)"):
        assert command in get_commands(), f"{name}: {command}"


def test_every_named_file_exists():
    for name, path in found(r"`((?:geo|spaces|routes|frontend|fixtures|scripts|docs|tests|benchmarks)/[\w./-]+)`"):
        assert (ROOT / path).exists(), f"{name}: {path}"


def test_every_api_path_has_a_view():
    for name, path in found(r"(?<![\w.])(/api/[\w/{}.-]*)"):
        filled = path.replace("{id}", "heritage-sites", 1).replace("{id}", "wat-wang")
        filled = re.sub(r"\{\w+\}", "0", filled)
        try:
            resolve(filled)
        except Resolver404:
            pytest.fail(f"{name}: {path} is no address of the API")


def test_the_operators_guide_lists_the_settings_that_are_read():
    read = set(re.findall(r'env\.\w+\("([A-Z_]+)"', (ROOT / "geo/settings.py").read_text()))
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", TEXTS["docs/operator.md"], re.MULTILINE))

    assert read <= listed


CURLS = [
    (name, line)
    for name, text in TEXTS.items()
    for block in re.findall(r"```bash\n(.*?)```", text, re.DOTALL)
    for line in block.replace("\\\n", " ").splitlines()
    if line.startswith("curl ")
]


@pytest.mark.django_db
@pytest.mark.usefixtures("phatthalung")
@pytest.mark.parametrize(("name", "line"), CURLS)
def test_every_curl_example_succeeds(name, line, reviewer):
    _, token = ApiToken.objects.create(user=reviewer, scopes=["read", "write"])
    words = [word.replace("$TOKEN", token) for word in shlex.split(line.split(" | ")[0].split(" > ")[0])]
    url = next(word for word in words if word.startswith("http://localhost:8000/"))
    path = url.removeprefix("http://localhost:8000")
    headers = dict(words[i + 1].split(": ", 1) for i, word in enumerate(words) if word == "-H")
    client = Client(headers=headers)
    body = words[words.index("-d") + 1] if "-d" in words else ""
    method = words[words.index("-X") + 1] if "-X" in words else "POST" if body else "GET"
    content_type = headers.get("Content-Type", "application/x-www-form-urlencoded" if body else "")
    response = client.generic(method, path, body, content_type=content_type)

    content = response.getvalue()  # to its end: a stream left open holds its connection
    assert 200 <= response.status_code < 300, (name, line, content[:500])


def test_there_are_examples_to_run():
    assert len(CURLS) >= 8


def test_the_problems_the_docs_show_are_problems_of_the_api():
    for name, code in found(r"/api/problems/([\w-]+)"):
        assert by_code(code), f"{name}: {code}"
