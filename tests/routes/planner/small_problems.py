"""Small problems, and their best scores found by trying everything: no code of the solver is used."""

from collections.abc import Iterator

import numpy as np

from routes.planner.problem import ANY_TIME, Candidate, Group, Limits, Problem


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
    )


def random_candidate(dice, number, span):
    score, visit_s = int(dice.integers(0, 9)), int(dice.integers(0, span))
    openings = np.sort(dice.choice(4 * span, 4, replace=False)).tolist()
    windows = [ANY_TIME, ((openings[0], openings[3]),), ((openings[0], openings[1]), (openings[2], openings[3])), ()]
    return Candidate(f"c{number}", score, visit_s, windows[dice.choice(4, p=[0.4, 0.28, 0.28, 0.04])])


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
    )


def random_groups(dice, ids):
    if dice.random() < 0.5:
        return ()
    members = frozenset(ids[:: int(dice.integers(1, 3))])
    return (Group(members, at_most=[None, 1, 2][dice.integers(3)], gains=((), (3, 1))[dice.integers(2)]),)


def score_of(problem, ids):
    alone = sum(candidate.score for candidate in problem.candidates if candidate.id in ids)
    return alone + sum(sum(group.gains[: len(group.ids & set(ids))]) for group in problem.groups)


def choice_allowed(problem, ids):
    """Whether a finished route may hold exactly `ids`, in this order."""
    place = {id_: number for number, id_ in enumerate(ids)}
    return (
        problem.must <= set(ids)
        and all(group.at_most is None or len(group.ids & set(ids)) <= group.at_most for group in problem.groups)
        and all(place[a] < place[b] for a, b in problem.before if a in place and b in place)
    )


def best_score(problem, *, any_moment=False):
    """The highest score of any route; None when there is none.

    Waits and rests are none or just long enough; with `any_moment` every whole second is tried instead.
    """
    return max((score_of(problem, ids) for ids in all_routes(problem, any_moment)), default=None)


def all_routes(problem, any_moment):
    """The ids of all routes that keep the limits, some of them many times."""
    seen = set()
    waiting = [((), 0, 0, 0, 0)]  # ids, node, seconds, metres walked, session
    while waiting:
        state = waiting.pop()
        if state in seen:
            continue
        seen.add(state)
        ids, node, now, walked, session = state
        if choice_allowed(problem, ids) and any(
            True for _ in moves(problem, node, len(problem.travel_s) - 1, *state[2:], any_moment)
        ):
            yield ids
        for number, candidate in enumerate(problem.candidates, start=1):
            if candidate.id not in ids:
                for moment, metres, used in moves(problem, node, number, now, walked, session, any_moment):
                    waiting.append(((*ids, candidate.id), number, moment, metres, used))


def moves(problem, node, target, now, walked, session, any_moment) -> Iterator[tuple[int, int, int]]:
    """(seconds, metres walked, session) after going on from `node` to `target` and visiting it."""
    limits = problem.limits
    travel, metres, ride = (int(m[node, target]) for m in (problem.travel_s, problem.walk_m, problem.ride_m))
    walked += metres
    if travel < 0 or (limits.max_walk_total_m is not None and walked > limits.max_walk_total_m):
        return
    if ride and limits.max_ride_s is not None and travel > limits.max_ride_s:
        return
    if not ride and limits.max_leg_m is not None and metres > limits.max_leg_m:
        return
    for idle in idle_times(problem, now, any_moment):
        rested = 0 if is_rest(problem, idle) else session
        arrive = now + (idle if node else 0) + travel
        after_leg = 0 if ride else (rested if node else session) + travel
        yield from visits(problem, target, arrive, walked, after_leg, any_moment)
        if not node:
            return  # nobody rests before setting out


def visits(problem, target, arrive, walked, session, any_moment):
    limits = problem.limits
    if limits.max_session_s is not None and session > limits.max_session_s:
        return
    at_end = target == len(problem.travel_s) - 1
    visit_s = 0 if at_end else problem.candidates[target - 1].visit_s
    for start in [arrive] if at_end else start_times(problem, problem.candidates[target - 1], arrive, any_moment):
        used = (0 if is_rest(problem, start - arrive) else session) + visit_s
        in_time = limits.budget_s is None or start + visit_s <= limits.budget_s
        if in_time and (limits.max_session_s is None or used <= limits.max_session_s):
            yield start + visit_s, walked, used


def is_rest(problem, idle):
    return problem.limits.rest_s is not None and idle >= problem.limits.rest_s


def idle_times(problem, now, any_moment):
    if any_moment:
        return range(problem.limits.budget_s - now + 1)
    return [0] if problem.limits.rest_s is None else [0, problem.limits.rest_s]


def start_times(problem, candidate, arrive, any_moment):
    if any_moment:
        moments = range(arrive, problem.limits.budget_s + 1)
        return [moment for moment in moments if any(a <= moment <= b for a, b in candidate.windows)]
    starts = set()
    for idle in idle_times(problem, arrive, any_moment):
        open_then = [max(arrive + idle, a) for a, b in candidate.windows if b >= arrive + idle]
        starts.update(open_then[:1])
    return sorted(starts)


def shared(problem, route, other):
    """The share of the shorter route's own stops that both hold."""
    mine, theirs = set(route.ids) - problem.must, set(other.ids) - problem.must
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))
