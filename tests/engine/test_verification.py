"""Everything that is proved of a matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine import verification
from engine.properties.answers import TOO_MANY, Answer, Status
from engine.properties.builtin import ACCEPTED, APART, IN_TIME, IN_WRITING
from engine.soundness.faults import Outcome, Verdict
from engine.verification import AFTER, BEFORE, MatterProof, Prover, VersionProof
from tests.declaring import Declared

Declare = Callable[[str], Declared]

DECLARATION = """==> 方案.yaml <==
性质:
  - 决定 之前必有 听证
  - 环节数 不超过 3 | 行政许可
  - 环节数 不超过 1 | 公共服务事项
  - 批准 之前必有 受里

==> 示范局/01-示范事项.yaml <==
支线:
  不予许可: 无
优化后:
  流程:
    - 环节: 登记 | 综合股 | 1工作日 | 登记
      去向:
        当场办: 决定
    - 受理 | 综合股/甲岗 | 1工作日 | 形式审查
    - 环节: 审查 | 综合股/甲岗 | 5工作日 | 材料审核
      去向:
        不予通过: 结束
    - 环节: 决定 | 综合股/甲岗 | 2工作日 | 局长签批
    - 环节: 送达 | 综合股/甲岗 | 3工作日 | 送达、跟踪检查
"""


def proof(declared: Declared) -> tuple[Prover, MatterProof]:
    """What is proved of the matter of a small project."""
    workspace = declared.checked.workspace
    assert workspace is not None
    prover = Prover(workspace, workspace.plan.properties)
    return prover, prover.proof(declared.checked_matter)


def answers(version: VersionProof) -> dict[str, Answer]:
    """Question → answer, of what is built in and what the plan demands."""
    return {one.question: one for one in (*version.builtin, *version.demanded)}


def test_what_is_built_in_and_what_the_plan_demands(declare: Declare) -> None:
    """优化后 has what must be mended; each with its line."""
    _, found = proof(declare(DECLARATION))
    _, after = found.versions
    said = answers(after)
    assert after.outcome is Outcome.SOUND
    assert said[ACCEPTED].message == "到了「决定」,前面没有「受理」"
    assert said[ACCEPTED].run == ("开始", "登记(当场办)", "决定")
    assert said[ACCEPTED].place.line == 12
    assert said[IN_WRITING].message == "直接到了「办结」,没有「文书」"
    assert said[IN_WRITING].run[-2:] == ("审查(不予通过)", "办结")
    assert said[IN_TIME].message.endswith("要 12个工作日,超过承诺时限 10工作日")
    assert said["决定 之前必有 听证"].status is Status.BROKEN
    assert said["环节数 不超过 3"].message == "环节数是5,超过3"
    assert "环节数 不超过 1" not in said
    assert found.broken == 6


def test_one_post_for_all_is_what_r211_finds(declare: Declare) -> None:
    """审查, 决定 and the supervision afterwards by 甲岗."""
    _, found = proof(declare(DECLARATION))
    said = answers(found.versions[1])[APART]
    assert said.status is Status.BROKEN
    assert said.message == "岗位「综合股/甲岗」一人审查、决定,又做监管"


def test_how_it_was_before_is_a_note(declare: Declare) -> None:
    """A fact of the past is nothing to mend."""
    _, found = proof(declare(DECLARATION))
    before = found.versions[0]
    assert before.label == BEFORE
    assert answers(before)["决定 之前必有 听证"].status is Status.NOTE
    assert not [one for one in before.answers if one.status is Status.BROKEN]


def test_words_that_mean_nothing_here_are_told_with_what_may_be_meant(declare: Declare) -> None:
    """批准 and 受里 are in no process; 听证 is a kind of step, though there is none."""
    prover, _ = proof(declare(DECLARATION))
    assert [(str(word), hint) for word, hint in prover.unknown_words()] == [("批准", ""), ("受里", "是不是「受理」?")]
    assert prover.unknown_words()[1][0].place.line == 5
    (never,) = prover.untestable()
    assert (never.question, never.status) == ("批准 之前必有 受里", Status.BROKEN)
    assert never.message == "「批准」、「受里」在哪个流程里都没有:写错了,或者没有这样的环节"
    assert (never.place.line, never.hint) == (5, "是不是「受理」?")


def test_only_the_version_asked_about(declare: Declare) -> None:
    """优化后 alone; a cancelled matter has none."""
    declared = declare("优化后: 取消\n")
    prover, _ = proof(declared)
    assert prover.proof(declared.checked_matter, (AFTER,)).versions == ()
    assert [one.label for one in prover.proof(declared.checked_matter).versions] == [BEFORE]


def test_a_process_that_is_not_sound_is_told_with_its_line(declare: Declare) -> None:
    """Built by hand: nothing leads out of 审查."""
    declared = declare("")
    prover, _ = proof(declared)
    matter = declared.checked_matter
    broken = replace(matter.before, flows=tuple(one for one in matter.before.flows if one.source != "审查"))
    (version,) = prover.proof(replace(matter, before=broken), (BEFORE,)).versions
    assert version.outcome is Outcome.UNSOUND
    assert version.faults[0].message == "停住:到了「审查」就停住了,没有下一步,也没有办结"
    assert version.faults[0].place.line == 12
    assert {one.status for one in version.faults} == {Status.BROKEN}


def test_too_many_states_are_unknown(declare: Declare, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither proved nor broken."""
    monkeypatch.setattr(verification, "verdict_of", lambda _: Verdict(Outcome.UNKNOWN, (), 200_000))
    _, found = proof(declare(""))
    assert found.unknown
    assert found.versions[0].faults[0].message == TOO_MANY
