"""A filter is bounded before the parser sees it: in length, in work, in depth."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from geo.cql2 import limits
from geo.cql2.errors import InvalidFilter
from geo.cql2.parsing import Language, parse

ROOT = Path(__file__).resolve().parents[3]


def nested_json(depth: int) -> str:
    return '{"op":"not","args":[' * depth + '{"op":"=","args":[{"property":"a"},1]}' + "]}" * depth


@pytest.mark.parametrize(
    "text",
    [
        "a = '" + "x" * limits.MAX_BYTES + "'",
        "a = '" + "ก" * (limits.MAX_BYTES // 3) + "'",
        "NOT " * 2000 + "a=1",
        "NOT " * 601 + "a=1",
        "a=" + "-" * 8000 + "1",
        "a" + "=1" * 4000,
        "a" + " in (1)" * 1000,
        "a" + "+1" * 4000,
        "(" * 20 + "a=1" + ")" * 20,
        "(" * 4000 + ")" * 4000,
        "f(" * 65 + "1" + ")" * 65,
        "casei(" * 1000 + "a" + ")" * 1000,
        "a IN (" + ",".join("1" for _ in range(2001)) + ")",
        "a='\ud800'",
    ],
)
def test_too_much_is_refused(text: str):
    with pytest.raises(InvalidFilter):
        parse(text)


@pytest.mark.parametrize(
    "text", ["[" * 5000, nested_json(60), nested_json(40), '{"a":' * 2000, '{"interval":[' * 60 + "]}" * 60]
)
def test_too_much_json_is_refused(text: str):
    with pytest.raises(InvalidFilter):
        parse(text, Language.JSON)


def test_what_people_ask_for_fits():
    ring = ",".join(f"100.{n:07d} 7.{n:07d}" for n in range(300))
    texts = [
        " OR ".join(f"a={n}" for n in range(500)),
        f"NOT ((a = 1 OR (b IS NULL AND NOT (c IN (1,2) OR d = 1))) AND S_WITHIN(g, MULTIPOLYGON((({ring})))))",
        "a IN (" + ",".join(map(str, range(1500))) + ")",
        "NOT " * 30 + "a=1",
        "(" * 8 + "a=1" + ")" * 8,
        "a = '(((((((((((((((((((((((((((((('",
        "a = 'it''s \"(\" ' AND \"b\" = 1",
    ]

    assert all(parse(text) for text in texts)
    assert parse(nested_json(30), Language.JSON)


@pytest.mark.parametrize("depth", [3, 7, 10, 13])
def test_a_text_that_fails_inside_brackets_is_given_up_quickly(depth: int):
    filler = "a=1 or " * ((limits.MAX_READINGS >> depth) // 7)
    text = ("(" * depth + filler)[: limits.MAX_BYTES - 40] + "a=" + ")" * depth
    before = time.process_time()

    with pytest.raises(InvalidFilter):
        parse(text)

    assert time.process_time() - before < 2


@pytest.mark.parametrize(
    "text",
    [
        "NOT " * 600 + "a=1",
        "a=" + "- " * 599 + "b",
        "a" + "=1" * 600,
        "a" + " in (1)" * 600,
        "a" + " like 'x'" * 600,
        "f(" * 64 + "NOT " * 600 + "a" + ")" * 64,
    ],
)
def test_the_parser_keeps_its_stack_within_the_limits(text: str):
    """In a process of its own: an overflow would take down the one it happens in."""
    program = (
        "import sys, threading; from geo.cql2.errors import InvalidFilter; from geo.cql2.parsing import parse\n"
        "def read():\n  try: parse(sys.argv[1])\n  except InvalidFilter: pass\n  print('survived')\n"
        "threading.stack_size(4 << 20); thread = threading.Thread(target=read); thread.start(); thread.join()"
    )

    ended = subprocess.run([sys.executable, "-c", program, text], capture_output=True, text=True, cwd=ROOT, check=False)

    assert ended.stdout.strip() == "survived", ended.stderr


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("a = ", 5),
        ("a == 1", 4),
        ("a = 1\nAND b ! 2", 13),
        ("a = 1)", 6),
        ("(a = 1", 1),
        ("a = 'x", 5),
        ('"a = 1', 1),
        ("ก = 1 (", 7),
    ],
)
def test_a_fault_of_grammar_says_where(text: str, position: int):
    with pytest.raises(InvalidFilter) as caught:
        parse(text)

    assert caught.value.position == position
    assert caught.value.extra == {"parameter": "filter", "position": position}


@pytest.mark.parametrize("text", ["", " ", "{", "a = 1", "NaN", "{}", '{"op": 1}', '{"op":"=","args":3}', '"\\ud800"'])
def test_what_is_not_cql2_json_is_refused(text: str):
    with pytest.raises(InvalidFilter) as caught:
        parse(text, Language.JSON)

    assert caught.value.text.th
    assert caught.value.text.en
