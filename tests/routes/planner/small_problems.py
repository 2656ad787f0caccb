"""Small problems, and their best scores found by trying everything: no code of the solver is used."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from routes.planner.problem import ANY_TIME, Candidate, Group, Limits, Problem


@dataclass(frozen=True)
class State:
    """Where a route stands: what `best_score` walks through."""

    ids: tuple[str, ...] = ()
    node: int = 0
    now: int = 0
    walked: int = 0
    session: int = 0
    stretch: int = 0
    toilet: int = 0
    lost: int = 0


def on_a_line(places, *, start=0, end=0, ride=False, **parts):
    """Candidates a, b, c ... at metres along a street, one second a metre; `parts` are passed to Problem.

    A place is (metre, score, visit seconds) or the same with windows.
    """
    metres = np.array([start, *(place[0] for place in places), end])
    apart = np.abs(metres[:, None] - metres[None, :])
    candidates = tuple(Candidate(chr(97 + number), *place[1:]) for number, place in enumerate(places))
    nothing = np.zeros_like(apart)
    walk, ridden = (nothing, apart) if ride else (apart, nothing)
    return Problem(candidates, apart, walk, ridden, **parts)


def equally_far(count, *, apart=10, visit_s=10, **parts):
    """Candidates c0, c1 ... worth 5 to 7, all nodes equally far from each other."""
    travel = np.full((count + 2, count + 2), apart)
    candidates = tuple(Candidate(f"c{number}", 5 + number % 3, visit_s) for number in range(count))
    return Problem(candidates, travel, travel, np.zeros_like(travel), **parts)


def random_problem(seed, count, *, span=12):
    """A problem with any of the rules: times up to a few times `span`, so that limits bind."""
    dice = np.random.default_rng(seed)
    travel = dice.integers(1, span, (count + 2, count + 2))
    ridden = dice.random(travel.shape) < dice.choice([0, 0.3])
    walk = np.where(ridden, 0, dice.integers(1, span, travel.shape))
    travel[dice.random(travel.shape) < dice.choice([0, 0.15])] = -1
    candidates = tuple(random_candidate(dice, number, span) for number in range(count))
    ids = [candidate.id for candidate in candidates]
    return Problem(
        candidates,
        travel,
        walk,
        np.where(ridden, 5, 0),
        random_limits(dice, span),
        frozenset(ids[: dice.choice([0, 0, 1, 2])]),
        random_groups(dice, ids),
        ((ids[-1], ids[0]),) if count > 2 and dice.random() < 0.3 else (),
        dice.integers(0, 4, travel.shape) if dice.random() < 0.4 else None,
        (span, 2 * span) if dice.random() < 0.4 else None,
    )


def random_candidate(dice, number, span):
    score, visit_s = int(dice.integers(0, 9)), int(dice.integers(0, span))
    openings = np.sort(dice.choice(4 * span, 4, replace=False)).tolist()
    windows = [ANY_TIME, ((openings[0], openings[3]),), ((openings[0], openings[1]), (openings[2], openings[3])), ()]
    own = windows[dice.choice(4, p=[0.4, 0.28, 0.28, 0.04])]
    hot, seat, toilet = int(dice.integers(0, 4)), bool(dice.random() < 0.5), bool(dice.random() < 0.5)
    return Candidate(f"c{number}", score, visit_s, own, hot, seat, toilet)


def random_limits(dice, span):
    def maybe(low, high):
        return int(dice.integers(low, high)) if dice.random() < 0.6 else None

    return Limits(
        budget_s=int(dice.integers(span, 5 * span)),
        max_leg_m=maybe(span // 2, span),
        max_walk_total_m=maybe(span, 4 * span),
        max_session_s=maybe(span, 3 * span),
        rest_s=[None, 2, span // 2][dice.integers(3)],
        max_ride_s=maybe(span // 2, span),
        max_wait_s=int(dice.integers(0, span)) if dice.random() < 0.3 else None,
        max_stretch_s=int(dice.integers(span // 2, 2 * span)) if dice.random() < 0.3 else None,
        max_toilet_s=int(dice.integers(span, 3 * span)) if dice.random() < 0.3 else None,
    )


def random_groups(dice, ids):
    if dice.random() < 0.5:
        return ()
    members = frozenset(ids[:: int(dice.integers(1, 3))])
    most, least = [None, 1, 2][dice.integers(3)], int(dice.choice([0, 0, 1, 2]))
    kind = Group(members, at_most=most, gains=((), (3, 1))[dice.integers(2)])
    return (kind, Group(frozenset(ids[-2:]), at_least=least)) if dice.random() < 0.5 else (kind,)


def score_of(problem, ids):
    alone = sum(candidate.score for candidate in problem.candidates if candidate.id in ids)
    return alone + sum(sum(group.gains[: len(group.ids & set(ids))]) for group in problem.groups)


def choice_allowed(problem, ids):
    """Whether a finished route may hold exactly `ids`, in this order."""
    place = {id_: number for number, id_ in enumerate(ids)}
    return (
        problem.must <= set(ids)
        and all(group.at_most is None or len(group.ids & set(ids)) <= group.at_most for group in problem.groups)
        and all(len(group.ids & set(ids)) >= group.at_least for group in problem.groups)
        and all(place[a] < place[b] for a, b in problem.before if a in place and b in place)
    )


def best_score(problem, *, any_moment=False):
    """The highest score of any route; None when there is none.

    Waits and rests are none or just long enough; with `any_moment` every whole second is tried instead.
    """
    return max((score_of(problem, ids) - lost for ids, lost in all_routes(problem, any_moment)), default=None)


def all_routes(problem, any_moment):
    """(ids, points lost) of all routes that keep the limits, some of them many times."""
    seen = set()
    waiting = [State()]
    end = len(problem.travel_s) - 1
    while waiting:
        state = waiting.pop()
        if state in seen:
            continue
        seen.add(state)
        if choice_allowed(problem, state.ids):
            yield from ((state.ids, done.lost) for done in moves(problem, state, end, any_moment))
        for number, candidate in enumerate(problem.candidates, start=1):
            if candidate.id not in state.ids:
                waiting.extend(moves(problem, state, number, any_moment))


def moves(problem, state, target, any_moment) -> Iterator[State]:
    """The states after going on to `target` and visiting it."""
    limits, leg = problem.limits, (state.node, target)
    travel, metres, ride = (int(m[leg]) for m in (problem.travel_s, problem.walk_m, problem.ride_m))
    walked = state.walked + metres
    if travel < 0 or (limits.max_walk_total_m is not None and walked > limits.max_walk_total_m):
        return
    if ride and limits.max_ride_s is not None and travel > limits.max_ride_s:
        return
    if not ride and limits.max_leg_m is not None and metres > limits.max_leg_m:
        return
    lost = state.lost + (0 if problem.cost is None else int(problem.cost[leg]))
    for idle in idle_times(problem, state.now, any_moment) if state.node else [0]:  # nobody rests before setting out
        seated = ride or is_rest(problem, idle)
        there = replace(
            state,
            now=state.now + idle + travel,
            walked=walked,
            session=(0 if seated else state.session) + (0 if ride else travel),
            stretch=(0 if seated else state.stretch) + (0 if ride else travel),
            toilet=state.toilet + travel,
            lost=lost,
        )
        if clocks_kept(problem, there):
            yield from visits(problem, there, target, any_moment)


def clocks_kept(problem, state):
    limits = problem.limits
    clocks = (
        (state.session, limits.max_session_s),
        (state.stretch, limits.max_stretch_s),
        (state.toilet, limits.max_toilet_s),
    )
    return all(limit is None or seconds <= limit for seconds, limit in clocks)


def visits(problem, there, target, any_moment):
    limits = problem.limits
    if target == len(problem.travel_s) - 1:
        if limits.budget_s is None or there.now <= limits.budget_s:
            yield replace(there, node=target)
        return
    candidate = problem.candidates[target - 1]
    for start in start_times(problem, candidate, there.now, any_moment):
        rested = is_rest(problem, start - there.now)
        left = start + candidate.visit_s
        done = replace(
            there,
            ids=(*there.ids, candidate.id),
            node=target,
            now=left,
            session=(0 if rested else there.session) + candidate.visit_s,
            stretch=0 if rested or candidate.seat else there.stretch,
            toilet=0 if candidate.toilet else there.toilet + candidate.visit_s,
            lost=there.lost + (candidate.hot if problem.midday and overlaps(problem.midday, start, left) else 0),
        )
        if clocks_kept(problem, done) and (limits.budget_s is None or left <= limits.budget_s):
            yield done


def overlaps(midday, start, left):
    return any(midday[0] <= second < midday[1] for second in range(start, left))


def is_rest(problem, idle):
    return problem.limits.rest_s is not None and idle >= problem.limits.rest_s


def idle_times(problem, now, any_moment):
    """None and a rest; any length where a limit on waiting makes staying longer worth while."""
    if any_moment or problem.limits.max_wait_s is not None:
        return range(problem.limits.budget_s - now + 1)
    return [0] if problem.limits.rest_s is None else [0, problem.limits.rest_s]


def start_times(problem, candidate, arrive, any_moment):
    """When a visit may start: at once or after a rest, and where the heat costs something, when it is over."""
    most = problem.limits.max_wait_s
    latest = problem.limits.budget_s if most is None else arrive + most
    if any_moment:
        moments = range(arrive, min(latest, problem.limits.budget_s) + 1)
        return [moment for moment in moments if any(a <= moment <= b for a, b in candidate.windows)]
    ready = [arrive + idle for idle in idle_times(problem, arrive, any_moment)]
    ready += [max(moment, problem.midday[1]) for moment in ready] if problem.midday and candidate.hot else []
    starts = set()
    for moment in ready:
        open_then = [max(moment, a) for a, b in candidate.windows if b >= moment]
        starts.update(start for start in open_then[:1] if start <= latest)
    return sorted(starts)


def shared(problem, route, other):
    """The share of the shorter route's own stops that both hold."""
    mine, theirs = set(route.ids) - problem.must, set(other.ids) - problem.must
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))
