"""Properties of every run: what holds, what does not and why; counter-examples run on the machine."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.machine import CaseState, ProcessMachine
from engine.nets.net import NEXT
from engine.properties.answers import Answer, Status
from engine.properties.asking import answer
from engine.properties.runs import Found, after, before, both, never_after
from engine.properties.subject import Subject
from processes.checking import check_project
from processes.declaration.properties import property_of
from processes.model.plan import Switches
from processes.model.process import Process
from tests.declaring import Declared

Declare = Callable[[str], Declared]
SAMPLES = Path(__file__).parents[3] / "samples"
DECLARATION = """优化前:
  承办: 综合股
  时限: 10工作日
  材料: 申请书
  流程:
    - 环节: 登记 | 综合股/甲岗 | 1工作日 | 登记
      去向:
        当场能定: 决定
    - 受理 | 综合股/甲岗 | 1工作日 | 审
    - 环节: 审查 | 综合股/乙岗 | 3工作日 | 审核
      去向:
        需公示: 公示
        需听证: 听证
        不合规: 不予许可
    - 公示 | 综合股 | 1工作日 | 公示
    - 听证 | 综合股 | 1工作日 | 听证
    - 环节: 决定 | 综合股/乙岗 | 1工作日 | 审批
      出具: 决定书
    - 送达 | 综合股/甲岗 | 1工作日 | 送
支线:
  一次告知补正: 无
  不予受理: 无
  不予许可:
    - 告知 | 综合股 | 1工作日 | 告知
"""


def asked(process: Process, sentence: str) -> Answer:
    """What comes of asking."""
    wanted, report = property_of(sentence)
    assert wanted is not None, report.findings
    return answer(wanted, Subject(process), Switches())


@pytest.mark.parametrize(
    ("sentence", "status", "message", "run", "line"),
    [
        ("审查 之前必有 受理", Status.HOLDS, "", "", 0),
        ("决定 之前必有 受理", Status.BROKEN, "到了「决定」,前面没有「受理」", "开始 登记(当场能定) 决定", 17),
        ("受理 之后必达 办结", Status.HOLDS, "", "", 0),
        (
            "受理 之后必达 送达",
            Status.BROKEN,
            "经过「受理」以后,一直到「结束」都没有「送达」",
            "开始 登记(其他情形) 受理 审查(不合规) 告知 结束",
            9,
        ),
        ("受理 之后必达 送达 或 不予许可", Status.HOLDS, "", "", 0),
        ("受理之后必达送达或不予许可", Status.HOLDS, "", "", 0),
        ("决定 之后必有 文书", Status.HOLDS, "", "", 0),
        (
            "不予许可 之后必有 文书",
            Status.BROKEN,
            "经过「告知」以后,一直到「结束」都没有「文书」",
            "开始 登记(其他情形) 受理 审查(不合规) 告知 结束",
            24,
        ),
        ("送达 之后不得有 审查", Status.HOLDS, "", "", 0),
        (
            "受理 之后不得有 听证",
            Status.BROKEN,
            "经过「受理」以后,又到了「听证」",
            "开始 登记(其他情形) 受理 审查(需听证) 听证",
            16,
        ),
        ("不合规 与 决定 不得都有", Status.HOLDS, "", "", 0),
        (
            "公示 与 听证 不得都有",
            Status.BROKEN,
            "同一个办件既经过「公示」,又经过「听证」",
            "开始 登记(其他情形) 受理 审查(需公示) 公示 听证",
            16,
        ),
        ("受理 与 决定 不由同一岗位", Status.HOLDS, "", "", 0),
        (
            "审查 与 决定 不由同一岗位",
            Status.BROKEN,
            "「审查」和「决定」都由综合股/乙岗承办",
            "开始 登记(其他情形) 受理 审查(需听证) 听证 决定",
            10,
        ),
        (
            "受理 与 告知 不由同一单位",
            Status.BROKEN,
            "「受理」和「告知」都由综合股承办",
            "开始 登记(其他情形) 受理 审查(不合规) 告知",
            9,
        ),
        ("环节数 不超过 7", Status.HOLDS, "", "", 0),
        ("环节数 不超过 6", Status.BROKEN, "环节数是7,超过6", "", 6),
        ("每条路径 不超过 承诺时限", Status.HOLDS, "", "", 0),
        (
            "每条路径 不超过 8工作日",
            Status.BROKEN,
            "最长一路(「登记」、「受理」、「审查」、「公示」、「听证」、「决定」、「送达」)要 9个工作日,超过8工作日",
            "",
            3,
        ),
        ("评审 之前必有 受理", Status.VACUOUS, "", "", 0),
    ],
)
def test_every_way_to_ask(sentence: str, status: Status, message: str, run: str, line: int, declare: Declare) -> None:
    """The answer, the shortest run, the line."""
    found = asked(declare(DECLARATION).before, sentence)
    assert (found.status, found.message, " ".join(found.run), found.place.line) == (status, message, run, line)


def breaks(check: Callable[..., Found], run: list[int], first: int, second: int) -> bool:
    """Whether a whole run breaks what ``check`` looks for, straight from what it means."""
    firsts = [index for index, one in enumerate(run) if first >> one & 1]
    seconds = [index for index, one in enumerate(run) if second >> one & 1]
    if check is before:
        return any(not any(other <= index for other in seconds) for index in firsts)
    if check is after:
        return any(not any(other >= index for other in seconds) for index in firsts)
    if check is never_after:
        return any(other < index for index in seconds for other in firsts)
    return bool(firsts and seconds)


def random_run(subject: Subject, dice: random.Random) -> list[int] | None:
    """The transitions of a run to its end, if it ends soon."""
    net, marking = subject.net, subject.net.initial
    run: list[int] = []
    while enabled := net.enabled(marking):
        if len(run) > 60:
            return None
        one = dice.choice(enabled)
        run.append(net.transitions.index(one))
        marking = one.fire(marking)
    return run


def replayed(process: Process, subject: Subject, found: Found) -> None:
    """A counter-example runs on the machine too; what is silent happens there by itself."""
    machine, case = ProcessMachine(process), CaseState()
    for index in found.run or ():
        one = subject.net.transitions[index]
        if not one.silent:
            assert machine.fire(case, one.node, one.event or NEXT)


@pytest.mark.parametrize("sample", ["hailin", "edge"])
def test_no_random_run_breaks_what_holds_and_counter_examples_run_on_the_machine(sample: str) -> None:
    """Pairs of words of every sample process."""
    dice = random.Random(7)  # noqa: S311 - a sample, no secret
    broken = 0
    for matter in check_project(SAMPLES / sample).matters:
        for process in filter(None, (matter.before, matter.after)):
            subject = Subject(process)
            runs = [run for _ in range(6) if (run := random_run(subject, dice)) is not None]
            for check in (before, after, never_after, both):
                first, second = (subject.words[dice.choice(sorted(subject.words))] for _ in range(2))
                found = check(subject.net, first, second)
                assert found.complete
                if found.run is None:
                    assert not any(breaks(check, run, first, second) for run in runs)
                else:
                    assert breaks(check, list(found.run), first, second)
                    replayed(process, subject, found)
                    broken += 1
    assert broken > 10


def test_too_many_states_leave_it_open(declare: Declare) -> None:
    """Nothing is called proved that was not looked at."""
    subject = Subject(declare(DECLARATION).before)
    first, second = subject.happening(["送达"]), subject.happening(["审查"])
    assert never_after(subject.net, first, second) == Found(None)
    assert never_after(subject.net, first, second, most=3) == Found(None, complete=False)


def test_a_note_of_a_side_branch_that_takes_longer(declare: Declare) -> None:
    """As with N207: the law may have its time not counted."""
    process = declare(DECLARATION.replace("告知 | 综合股 | 1工作日", "告知 | 综合股 | 9工作日")).before
    found = asked(process, "每条路径 不超过 承诺时限")
    assert found.status is Status.NOTE
    assert found.message == "走支线「不予许可」一路相加是 14个工作日,超过承诺时限 10工作日"
