"""Sixteen departments that say yes at once, again and again: the case goes on once."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier

import pytest

from engine.nets.compiling import net_of
from engine.nets.net import NEXT, Net
from processes.model.case import CaseHead
from processes.store.casebook import CaseBook
from processes.store.failures import Overtaken
from tests.children import READY, Child, Say
from tests.flows import checked
from tests.happenings import gone_on, moved, opened

DEPARTMENTS, REVIEWS = 16, 1000

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork and no kill -9 here")


def parallel_review() -> Net:
    """受理, sixteen departments side by side, 决定."""
    branches = "\n".join(f"        - 第{number}局意见 | 2工作日 | 审" for number in range(DEPARTMENTS))
    matter = checked(
        "类型: 其他事项\n优化前:\n  承办: 综合股\n  时限: 20工作日\n  材料: 无\n  流程:\n"
        f"    - 受理 | 1工作日 | 审\n    - 并联:\n{branches}\n    - 决定 | 1工作日 | 决\n"
    )
    assert matter is not None
    return net_of(matter.before)


def test_sixteen_departments_join_a_parallel_review_at_once(url: str) -> None:
    """1,000 times: exactly one of them is the last, and the decision is waited for once."""
    net = parallel_review()
    (first,) = (one for one in net.transitions if one.takes == net.initial)
    (accepted,) = (one for one in net.transitions if one.takes == first.gives)
    numbers = [f"{number:04}" for number in range(REVIEWS)]
    with CaseBook.connect(url) as book:
        cases = [opened(number) for number in numbers]
        sent = [
            replace(gone_on(one.head, "受理"), head=replace(one.head, version=2, marking=accepted.gives))
            for one in cases
        ]
        assert all(isinstance(one, CaseHead) for one in book.append_many([*cases, *sent]))
    nodes = [place.node for place in net.marked(accepted.gives)]
    assert len(nodes) == DEPARTMENTS
    together = get_context("fork").Barrier(DEPARTMENTS)
    children = [Child(partial(review, url, net, node, numbers, together)) for node in nodes]
    for child in children:
        child.wait()
    lasts = Counter(number for child in children for number in child.listen())
    assert lasts == dict.fromkeys(numbers, 1)
    (decision,) = {one.marking for one in standing(url)}
    assert [place.node for place in net.marked(decision)] == [one.node for one in net.enabled(decision)]
    assert len([*net.marked(decision)]) == 1


def review(url: str, net: Net, node: str, numbers: list[str], together: Barrier, say: Say) -> None:
    """Say yes for one department in each of the cases; say its number when with that all have said so."""
    with CaseBook.connect(url) as book:
        say(READY)
        for number in numbers:
            together.wait()
            head = book.head(number)
            while True:
                marking = net.fire(head.marking, node, NEXT)
                after = replace(head, version=head.version + 1, marking=marking)
                try:
                    book.append(number, head.version, [moved(node, node)], after)
                except Overtaken as error:
                    head = error.head
                    continue
                break
            if len([*net.marked(marking)]) == 1:
                say(number)


def standing(url: str) -> tuple[CaseHead, ...]:
    """All cases, each with an event of every department; the book is whole."""
    with CaseBook.connect(url) as book:
        assert book.verify() == ()
        found = book.heads()
        for one in found:
            assert one.version == 2 + DEPARTMENTS
        return found
