"""Cases that wait for people: every arrival and every end of work in the order of time, one queue a post.

First come, first served. One function of numbers and arrays, so that numba (extra ``speed``) can compile it; without
numba the same function runs as plain Python and gives the same numbers, for all chance comes from the one generator in
the same order.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
STEP, FORK, JOIN, END = 0, 1, 2, 3
STOPS, RESTARTS = 1, 2
FIXED, TRIANGULAR, EXPONENTIAL, LOGNORMAL, EMPIRICAL = 0, 1, 2, 3, 4
NOBODY = -1


def duration(  # noqa: PLR0913 - numbers and arrays, for numba
    dice: Any,  # noqa: ANN401 - numba has no name for it
    law: int,
    a: float,
    b: float,
    c: float,
    sample: Floats,
) -> float:
    """One duration in working days; as ``unqueued.draw``, one at a time."""
    if law == TRIANGULAR:
        one, other = dice.random(), dice.random()
        return float(a + (c - b) * min(one, other) + (b - a) * max(one, other))
    if law == EXPONENTIAL:
        return float(-a * np.log1p(-dice.random()))
    if law == LOGNORMAL:
        return float(np.exp(a + b * dice.standard_normal()))
    if law == EMPIRICAL:
        return float(c * sample[int(a) + int(b * dice.random())])
    return a


def sift_up(times: Floats, orders: Ints, tokens: Ints, at: int) -> None:
    """Bring the entry ``at`` of the heap up to where it belongs."""
    time, order, token = times[at], orders[at], tokens[at]
    while at > 0:
        above = (at - 1) >> 1
        if times[above] < time or (times[above] == time and orders[above] < order):
            break
        times[at], orders[at], tokens[at] = times[above], orders[above], tokens[above]
        at = above
    times[at], orders[at], tokens[at] = time, order, token


def sift_down(times: Floats, orders: Ints, tokens: Ints, size: int) -> None:
    """Bring the last entry to the top and down to where it belongs; the heap has ``size`` entries afterwards."""
    time, order, token = times[size], orders[size], tokens[size]
    at = 0
    while True:
        below = 2 * at + 1
        if below >= size:
            break
        other = below + 1
        if other < size and (
            times[other] < times[below] or (times[other] == times[below] and orders[other] < orders[below])
        ):
            below = other
        if time < times[below] or (time == times[below] and order < orders[below]):
            break
        times[at], orders[at], tokens[at] = times[below], orders[below], tokens[below]
        at = below
    times[at], orders[at], tokens[at] = time, order, token


def run(  # noqa: C901, PLR0912, PLR0913, PLR0915 - one compiled loop over arrays
    dice: Any,  # noqa: ANN401 - as above
    arrivals: Floats,
    begins: Ints,
    routes: tuple[Any, ...],
    officers: Ints,
    joins: int,
) -> tuple[Any, ...]:
    """Let every case arrive, work, wait, branch, join and end.

    ``arrivals``: [cases], rising, working days. ``begins``: [cases], the node at which each begins, so that several
    processes side by side in one table share the posts. ``routes``: the tables of ``Routes`` in the order below.
    ``officers``: [posts], how many files each works on at once. ``joins``: above every ``slot`` of a JOIN.

    Gives: [cases] when each ended, how many days of it count towards the limit, at which node; [nodes] visits, working
    days worked and waited there; [posts] working days worked, longest queue.
    """
    kind, post, law, a, b, c, sample, first, target, until, need, slot, clock = routes
    cases, nodes, posts = len(arrivals), len(kind), len(officers)
    ended, counted, end = np.zeros(cases), np.zeros(cases), np.full(cases, -1, np.int64)
    visits, spent, waited = np.zeros(nodes, np.int64), np.zeros(nodes), np.zeros(nodes)
    worked, longest = np.zeros(posts), np.zeros(posts, np.int64)
    came, reached = np.zeros(cases * joins, np.int8), np.zeros(cases * joins)
    # Queues and the list of unused tokens are chains through ``after``.
    head, tail = np.full(posts, NOBODY, np.int64), np.full(posts, NOBODY, np.int64)
    length, working = np.zeros(posts, np.int64), np.zeros(posts, np.int64)
    room = max(1024, 2 * (nodes + 2))
    case_of, node_of = np.zeros(room, np.int64), np.zeros(room, np.int64)
    # When a token came to its node, and when its limit would have begun had all of its time counted.
    since, began = np.zeros(room), np.zeros(room)
    after = np.arange(1, room + 1)
    unused, free = 0, room
    times, orders, tokens = np.zeros(room), np.zeros(room, np.int64), np.zeros(room, np.int64)
    size = order = arrived = 0
    stack = np.zeros((nodes + 2, 2), np.int64)
    while arrived < cases or size > 0:
        if free < nodes + 2:
            # An event brings at most a token for every branch there is.
            after = np.concatenate((after, np.arange(room + 1, 2 * room + 1)))
            after[2 * room - 1] = unused
            unused = room
            case_of = np.concatenate((case_of, np.zeros(room, np.int64)))
            node_of = np.concatenate((node_of, np.zeros(room, np.int64)))
            since = np.concatenate((since, np.zeros(room)))
            began = np.concatenate((began, np.zeros(room)))
            times = np.concatenate((times, np.zeros(room)))
            orders = np.concatenate((orders, np.zeros(room, np.int64)))
            tokens = np.concatenate((tokens, np.zeros(room, np.int64)))
            free += room
            room *= 2
        if size == 0 or (arrived < cases and arrivals[arrived] <= times[0]):
            now, token = arrivals[arrived], unused
            unused = after[token]
            free -= 1
            case_of[token], began[token] = arrived, now
            stack[0, 0], stack[0, 1] = token, begins[arrived]
            arrived += 1
        else:
            now, token = times[0], tokens[0]
            size -= 1
            sift_down(times, orders, tokens, size)
            node = node_of[token]
            if clock[node] == STOPS:
                began[token] += now - since[token]
            elif clock[node] == RESTARTS:
                began[token] = now
            at = post[node]
            if at >= 0:
                following = head[at]
                if following == NOBODY:
                    working[at] -= 1
                else:
                    head[at] = after[following]
                    length[at] -= 1
                    there = node_of[following]
                    waited[there] += now - since[following]
                    lasts = duration(dice, law[there], a[there], b[there], c[there], sample)
                    spent[there] += lasts
                    worked[at] += lasts
                    times[size], orders[size], tokens[size] = now + lasts, order, following
                    order += 1
                    sift_up(times, orders, tokens, size)
                    size += 1
            way = first[node]
            if first[node + 1] - way > 1:
                thrown = dice.random()
                while thrown >= until[way]:
                    way += 1
            stack[0, 0], stack[0, 1] = token, target[way]
        depth = 1
        while depth > 0:
            depth -= 1
            token, node = stack[depth, 0], stack[depth, 1]
            what = kind[node]
            if what == JOIN:
                place = case_of[token] * joins + slot[node]
                came[place] += 1
                # Of the branches the longest counts: its counted days are now − began.
                if came[place] == 1 or now - began[token] > reached[place]:
                    reached[place] = now - began[token]
                if came[place] < need[node]:
                    after[token] = unused
                    unused = token
                    free += 1
                    continue
                came[place] = 0
                began[token] = now - reached[place]
            visits[node] += 1
            if what == STEP:
                node_of[token] = node
                since[token] = now
                at = post[node]
                if at >= 0 and working[at] == officers[at]:
                    after[token] = NOBODY
                    if head[at] == NOBODY:
                        head[at] = token
                    else:
                        after[tail[at]] = token
                    tail[at] = token
                    length[at] += 1
                    longest[at] = max(longest[at], length[at])
                    continue
                lasts = duration(dice, law[node], a[node], b[node], c[node], sample)
                spent[node] += lasts
                if at >= 0:
                    working[at] += 1
                    worked[at] += lasts
                times[size], orders[size], tokens[size] = now + lasts, order, token
                order += 1
                sift_up(times, orders, tokens, size)
                size += 1
            elif what == END:
                case = case_of[token]
                ended[case] = max(ended[case], now)
                counted[case] = max(counted[case], now - began[token])
                end[case] = node
                after[token] = unused
                unused = token
                free += 1
            elif what == JOIN:
                way = first[node]
                if first[node + 1] - way > 1:
                    thrown = dice.random()
                    while thrown >= until[way]:
                        way += 1
                stack[depth, 0], stack[depth, 1] = token, target[way]
                depth += 1
            else:
                case, since_when = case_of[token], began[token]
                for way in range(first[node], first[node + 1]):
                    if way > first[node]:
                        token = unused
                        unused = after[token]
                        free -= 1
                        case_of[token], began[token] = case, since_when
                    stack[depth, 0], stack[depth, 1] = token, target[way]
                    depth += 1
    return ended, counted, end, visits, spent, waited, worked, longest
