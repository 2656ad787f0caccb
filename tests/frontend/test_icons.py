import json
from pathlib import Path

from frontend.icons import FALLBACK, icon_names, known_icon

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def test_every_theme_and_age_group_has_its_drawing():
    themes = json.loads((FIXTURES / "themes.json").read_text(encoding="utf-8"))["rows"]
    groups = json.loads((FIXTURES / "age_groups.json").read_text(encoding="utf-8"))["rows"]
    wanted = {theme["icon"] for theme in themes}
    wanted |= {group["id"] if group["is_modifier"] else f"age-{group['id']}" for group in groups}

    assert wanted <= icon_names()


def test_a_theme_added_later_gets_the_plain_spot():
    assert known_icon("volcano") == FALLBACK
    assert FALLBACK in icon_names()
