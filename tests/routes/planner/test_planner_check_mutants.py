"""The checker's own proof: change any comparison or reset in its rules, and some case above tells the difference."""

import ast
import sys
from pathlib import Path
from types import ModuleType

import pytest
from test_planner_check import BROKEN, KEPT, TWISTED
from test_planner_several import CROWDED, ROOMY, TEAMS

from routes.planner import check, check_fleet, check_groups

MODULES = [sys.modules[f"routes.planner.{name}"] for name in ("check_facts", "check_clocks", "check", "check_several")]
FLIPPED = {
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}


def tree_of(module):
    return ast.parse(Path(module.__file__).read_text(encoding="utf-8"))


def operators(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and type(node.ops[0]) in FLIPPED:
            yield from ((node, "ops", number) for number in range(len(node.ops)))
        elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in FLIPPED:
            yield node, "op", None


def mutant(module, index):
    """The checker's modules with one operator of one of them flipped; gives its three ways in."""
    made = {}
    for original in MODULES:
        tree = tree_of(original)
        if original is module:
            flip(list(operators(tree))[index])
        made[original.__name__] = run(original.__name__, tree, made)
    several = made["routes.planner.check_several"]
    return made["routes.planner.check"].check, several.check_groups, several.check_fleet


def flip(place):
    node, _, number = place
    if number is None:
        node.op = FLIPPED[type(node.op)]()
    else:
        node.ops[number] = FLIPPED[type(node.ops[number])]()


def run(name, tree, made):
    """The module of a tree, importing the mutants made so far instead of the originals."""
    module = ModuleType(name)
    sys.modules[name], kept = module, {other: sys.modules[other] for other in [*made, name]}
    sys.modules |= made
    try:
        exec(compile(ast.fix_missing_locations(tree), name, "exec"), vars(module))
    finally:
        sys.modules |= kept
    return module


def tells(check, check_groups, check_fleet):
    """What the cases see: the codes of each, or the error."""
    alone = [seen(check, case) for case in (*BROKEN.values(), *KEPT.values(), *TWISTED)]
    groups = [seen(check_groups, case) for case in (*CROWDED, *ROOMY)]
    return alone + groups + [seen(check_fleet, case) for case in TEAMS]


def seen(check, case):
    try:
        return sorted({violation.code for violation in check(*case)})
    except Exception as fault:
        return type(fault).__name__


ALL = [(module, index) for module in MODULES for index, _ in enumerate(operators(tree_of(module)))]


@pytest.mark.parametrize(("module", "index"), ALL, ids=[f"{module.__name__}-{index}" for module, index in ALL])
def test_a_changed_rule_is_noticed(module, index):
    assert tells(*mutant(module, index)) != tells(check, check_groups, check_fleet)
