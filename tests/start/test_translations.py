"""A text without Thai is found, wherever it is written."""

from pathlib import Path

import pytest

from scripts.translations import missing

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """An app that says "Lake" in Python and "Wall" in a page."""
    folder = tmp_path / "app"
    (folder / "templates").mkdir(parents=True)
    (folder / "locale/th/LC_MESSAGES").mkdir(parents=True)
    (folder / "texts.py").write_text("from django.utils.translation import gettext as _\n\nlake = _('Lake')\n")
    (folder / "templates/page.html").write_text("{% load i18n %}{% translate 'Wall' %}")
    return folder


@pytest.mark.parametrize(
    ("catalogue", "gaps"),
    [
        ('msgid "Lake"\nmsgstr "ทะเลสาบ"\n\nmsgid "Wall"\nmsgstr "กำแพง"\n', []),
        ('msgid "Lake"\nmsgstr "ทะเลสาบ"\n', ["Wall"]),
        ('msgid "Lake"\nmsgstr ""\n\nmsgid "Wall"\nmsgstr "กำแพง"\n', ["Lake"]),
        ('#, fuzzy\nmsgid "Lake"\nmsgstr "ทะเลสาบ"\n\nmsgid "Wall"\nmsgstr "กำแพง"\n', ["Lake"]),
        ('#~ msgid "Lake"\n#~ msgstr "ทะเลสาบ"\n\nmsgid "Wall"\nmsgstr "กำแพง"\n', ["Lake"]),
    ],
)
def test_only_a_living_translation_counts(app: Path, catalogue: str, gaps: list[str]) -> None:
    (app / "locale/th/LC_MESSAGES/django.po").write_text(HEAD + catalogue)

    assert missing(app) == gaps


def test_an_app_without_a_catalogue_has_every_text_missing(app: Path) -> None:
    assert missing(app) == ["Lake", "Wall"]
