"""The reduction keeps what a property is about: the same answers as without it, and big processes are proved too."""

from __future__ import annotations

import random
from collections.abc import Callable

from engine.nets.net import Net
from engine.properties.runs import Found, after, before, both, never_after
from engine.properties.subject import Subject
from engine.soundness.faults import Outcome
from engine.soundness.verdicts import outcome_of
from tests.brute_runs import shortest
from tests.declaring import Declared
from tests.random_nets import any_net

CHECKS = (before, after, never_after, both)


def asked(seed: int) -> tuple[Net, int, int]:
    """A small net and two sets of its transitions."""
    dice = random.Random(seed)  # noqa: S311 - a sample, no secret
    net = any_net(dice, dice.randint(3, 14))
    chosen = [dice.sample(range(len(net.transitions)), min(dice.randint(1, 3), len(net.transitions))) for _ in range(2)]
    first, second = (sum(1 << index for index in some) for some in chosen)
    return net, first, second


def test_answers_equal_brute_force_on_sound_nets() -> None:
    """The same verdicts, by runs as short."""
    broken = held = 0
    for seed in range(900):
        net, first, second = asked(seed)
        if outcome_of(net) is not Outcome.SOUND:
            continue
        for check in CHECKS:
            found = check(net, first, second)
            expected = shortest(check.__name__, net, first, second)
            assert (None if found.run is None else len(found.run)) == expected, (seed, check)
            broken += expected is not None
            held += expected is None
    assert min(broken, held) > 200


def test_a_run_of_the_reduced_net_breaks_the_property_too() -> None:
    """Told where the whole net has too many states; some runs need more than is allowed here, and are left open."""
    told = 0
    for seed in range(900):
        net, first, second = asked(seed)
        if outcome_of(net) is not Outcome.SOUND:
            continue
        for check in CHECKS:
            found = check(net, first, second, most=3)
            if found.run is None:
                assert not found.complete or shortest(check.__name__, net, first, second) is None
                continue
            marking = net.initial
            for index in found.run:
                assert net.transitions[index].enabled(marking)
                marking = net.transitions[index].fire(marking)
            assert shortest(check.__name__, net, first, second) is not None
            told += 1
    assert told > 100


def test_many_departments_side_by_side_are_no_hindrance(declare: Callable[[str], Declared]) -> None:
    """Sixteen branches of three steps have four thousand million states; what they are not about is fused."""
    branches = "".join(
        "        - 依次:\n"
        + "".join(f"            - {what}{number} | 综合股 | 1工作日 | 办\n" for what in ("收件", "核对", "意见"))
        for number in range(16)
    )
    subject = Subject(
        declare(
            "类型: 其他事项\n优化前:\n  时限: 20工作日\n  材料: 无\n  流程:\n    - 登记 | 综合股 | 1工作日 | 登记\n"
            f"    - 并联:\n{branches}    - 决定 | 综合股 | 1工作日 | 审批\n    - 送达 | 综合股 | 1工作日 | 送\n"
        ).before
    )
    ask = subject.happening
    assert outcome_of(subject.net) is Outcome.SOUND
    assert before(subject.net, ask(["决定"]), ask(["意见7"])) == Found(None)
    assert after(subject.net, ask(["意见7"]), ask(["送达"])) == Found(None)
    assert never_after(subject.net, ask(["决定"]), ask(["意见7", "意见8"])) == Found(None)
    assert never_after(subject.net, ask(["核对7"]), ask(["核对8"])).run is not None
