"""Drawn diagrams: sound ones are proved, the textbook faults are told by the shortest run, with names and lines."""

from __future__ import annotations

import re

import pytest

from engine.drawings import proving
from engine.drawings.proving import DrawingProof, FlowProof, proof_of_drawing
from engine.nets.compiling import net_of
from engine.properties.answers import Status
from engine.soundness.faults import Outcome, Verdict
from engine.soundness.verdicts import outcome_of
from processes.checking import Checked, check_project
from processes.errors import CannotBeDone
from processes.model.matter import VersionLabel
from renderers.exchange import bpmn
from tests.drawn import drawing
from tests.schemas import SAMPLES

FILE = "图.bpmn"
LONE = '<{tag} id="{key}" name="{name}" {more}/>'


def prove(flows: str, inside: str = "") -> DrawingProof:
    """What is proved of a drawing; each element stands on a line of its own."""
    return proof_of_drawing(drawing(flows, inside).replace(b"><", b">\n<"), FILE)


def only(flows: str, inside: str = "") -> FlowProof:
    """The one flow of a drawing."""
    (flow,) = prove(flows, inside).flows
    return flow


def said(flow: FlowProof) -> list[tuple[int, str, str]]:
    """Line, message and run of each answer."""
    return [(one.place.line, one.message, " → ".join(one.run)) for one in flow.answers]


def some(name: str, tag: str = "inclusiveGateway", more: str = "") -> str:
    """An element that the little language of drawings has no sign for; its flows begin with ``~``."""
    return LONE.format(tag=tag, key=f"~{name}", name=name, more=more)


def test_a_join_of_ways_of_which_one_is_taken_waits_for_ever() -> None:
    """An exclusive split into a parallel join."""
    flow = only("(始 -> ?分\n?分 -> 甲: 急\n?分 -> 乙: 缓\n甲 -> +合\n乙 -> +合\n+合 -> )终")
    assert flow.outcome is Outcome.UNSOUND
    assert said(flow) == [
        (
            7,
            "停住:「合(第7行)」永远等不到「乙(第6行)」这一路,已经到的只有「甲(第5行)」这一路",
            "始(第3行) → 分(第4行,急) → 甲(第5行)",
        ),
        (7, "走不到:「合(第7行)」永远走不到:要等的几路不会同时到", ""),
    ]


def test_a_start_whose_flows_lead_to_nothing_stands_still() -> None:
    """What they led to was deleted: nothing ever happens, and there is no step of the run to tell of."""
    lines = drawing("(始 -> 甲\n甲 -> )终").decode().replace("><", ">\n<")
    (flow,) = proof_of_drawing(re.sub('targetRef="[^"]*"', 'targetRef="没有"', lines).encode(), FILE).flows
    assert flow.outcome is Outcome.UNSOUND
    assert said(flow) == [
        (3, "停住:到了「始(第3行)」就停住了,没有下一步,也没有办结", ""),
        (4, "走不到:「甲(第4行)」没有连线,没有路能走到", ""),
    ]


def test_a_merge_of_ways_that_run_side_by_side_is_marked_twice() -> None:
    """A parallel split into an exclusive merge: what follows is done twice, and the case ends too early."""
    flow = only("(始 -> +分\n+分 -> 甲\n+分 -> 乙\n甲 -> ?合\n乙 -> ?合\n?合 -> 决定\n决定 -> )终")
    assert said(flow) == [
        (
            7,
            "重复到达:「合(第7行)」还没有办完,又来了一次:同时办的几路没有会合就走到了一起",
            "始(第3行) → 分(第4行) → 甲(第5行) → 乙(第6行)",
        ),
        (
            6,
            "有遗留:已经到了「终(第9行)」,「乙(第6行)」还没有办完",
            "始(第3行) → 分(第4行) → 甲(第5行) → 合(第7行) → 决定(第8行)",
        ),
    ]


def test_a_task_that_nothing_leads_to_is_dead() -> None:
    """Told once, however many ways lead out of it."""
    flow = only("(始 -> 受理\n受理 -> )终\n审查 -> )终: 同意\n审查 -> 受理: 不同意")
    assert said(flow) == [(6, "走不到:没有路能走到「审查(第6行)」", "")]
    alone = only("(始 -> 受理\n受理 -> )终", some("归档", "task"))
    assert said(alone) == [(3, "走不到:「归档(第3行)」没有连线,没有路能走到", "")]


def test_a_loop_without_a_way_out_has_no_end() -> None:
    """One way into the loop is enough, though another leads to the end."""
    flow = only("(始 -> 受理\n受理 -> ?齐\n?齐 -> 补正: 不齐\n?齐 -> )终: 齐\n补正 -> 复核\n复核 -> 补正")
    assert said(flow) == [
        (
            6,
            "没有尽头:走到这一步以后,只在「补正(第6行)」、「复核(第8行)」之间反复,到不了终点",
            "始(第3行) → 受理(第4行) → 齐(第5行,不齐)",
        )
    ]


def test_an_end_before_all_ways_are_done_is_improper() -> None:
    """Two ends of a parallel split; a terminate event among them is told what it would do."""
    flows = "(始 -> +分\n+分 -> 甲\n+分 -> 乙\n甲 -> )一\n乙 -> {}"
    flow = only(flows.format(")二"))
    assert said(flow) == [
        (6, "有遗留:已经到了「一(第7行)」,「乙(第6行)」还没有办完", "始(第3行) → 分(第4行) → 甲(第5行)")
    ]
    ends = '<endEvent id="~止" name="止"><terminateEventDefinition /></endEvent>'
    hints = [one.hint for one in only(flows.format("~止").replace(")一", "~止"), ends).answers]
    assert any("终止事件,会把还没有办完的各路一并作废" in hint for hint in hints)


def test_two_arrows_from_a_fork_to_one_task_mark_it_twice() -> None:
    """Though both come from the same gateway."""
    flow = only("(始 -> +分\n+分 -> 甲\n+分 -> 甲\n甲 -> )终")
    assert said(flow)[0][1:] == (
        "重复到达:「甲(第5行)」还没有办完,又来了一次:同时办的几路没有会合就走到了一起",
        "始(第3行) → 分(第4行)",
    )


def test_what_no_declaration_could_say_is_proved_all_the_same() -> None:
    """A fork inside one branch whose ways join at two places: sound, and no block."""
    flows = (
        "(始 -> +a\n+a -> 甲\n+a -> 乙\n甲 -> +b\n+b -> 丙\n+b -> +c\n乙 -> +c\n+c -> 丁\n丙 -> +d\n丁 -> +d\n+d -> )终"
    )
    assert only(flows).outcome is Outcome.SOUND
    assert only(flows.replace("+b -> +c\n", "+b -> )终\n")).outcome is Outcome.UNSOUND


def test_arrows_out_of_a_task_go_together_unless_they_have_conditions() -> None:
    """What is assumed is told with its line."""
    both = prove("(始 -> 受理\n受理 -> 甲\n受理 -> 乙\n甲 -> +合\n乙 -> +合\n+合 -> )终")
    assert both.flows[0].outcome is Outcome.SOUND
    assert [str(note) for note in both.notes] == [
        "第4行 推定:「受理」后面没有画网关,没有条件的 2 条连线按同时走算(BPMN 2.0 的规定)"
    ]
    one = prove("(始 -> 受理\n受理 -> 甲: 急\n受理 -> )终: 缓\n甲 -> )终")
    assert one.flows[0].outcome is Outcome.SOUND
    assert "按只走一条算" in one.notes[0].text


@pytest.mark.parametrize(
    ("flows", "outcome"),
    [
        ("~分 -> 甲: 一\n~分 -> 乙: 二\n甲 -> ~合\n乙 -> ~合", Outcome.SOUND),
        ("~分 -> 甲: 一\n~分 -> 乙: 二\n甲 -> +合\n乙 -> +合\n+合 -> ~合", Outcome.UNSOUND),
        ("~分 -> 甲: 一\n~分 -> 乙: 二\n甲 -> ?合\n乙 -> ?合\n?合 -> ~合", Outcome.UNSOUND),
        ("~分 -> ~合: 一\n~分 -> 乙: 二\n乙 -> ?好\n?好 -> ~合: 好\n?好 -> 丙: 不好\n丙 -> ~合", Outcome.SOUND),
        ("~分 -> 甲: 一\n~分 -> 乙: 二\n甲 -> ~合\n乙 -> ?好\n?好 -> ~合: 好\n?好 -> )终: 不好", Outcome.UNKNOWN),
    ],
)
def test_an_inclusive_join_waits_for_those_that_were_sent(flows: str, outcome: Outcome) -> None:
    """Closed by its own kind it is sound, by another gateway not; where it does not close one split nobody can say."""
    found = prove(f"(始 -> ~分\n{flows}\n~合 -> )终", some("分") + some("合"))
    assert found.flows[0].outcome is outcome
    assert found.unknown == (outcome is Outcome.UNKNOWN)


def test_what_stands_against_a_proof_is_told_with_its_element() -> None:
    """Neither proved nor broken: the gateway and its line."""
    (answer,) = only("(始 -> ~难\n~难 -> 甲\n~难 -> )终\n甲 -> )终", some("难", "complexGateway")).answers
    assert (answer.status, answer.place.line) == (Status.UNKNOWN, 3)
    assert answer.message == "复杂网关「难」放行的条件写在图以外,读不到"


def test_an_event_at_the_border_is_another_way_out() -> None:
    """It leads on by itself; one that does not interrupt and comes to an end of its own holds nobody up."""
    flows = "(始 -> 审查\n审查 -> )终\n~到期 -> 催办\n催办 -> {}"
    border = some("到期", "boundaryEvent", 'attachedToRef="审查" {}')
    assert only(flows.format(")终"), border.format("")).outcome is Outcome.SOUND
    beside = prove(flows.format(")催"), border.format('cancelActivity="false"'))
    assert [(one.name, one.outcome) for one in beside.flows] == [
        ("审批", Outcome.SOUND),
        ("审批/到期", Outcome.SOUND),
    ]
    assert "不打断任务" in beside.notes[0].text
    back = only(flows.format("审查"), border.format('cancelActivity="false"'))
    assert back.outcome is Outcome.UNSOUND


def test_a_sub_process_is_proved_by_itself() -> None:
    """The one around it is sound, the inside is stuck."""
    inside = (
        '<subProcess id="~内" name="内"><startEvent id="s"/><exclusiveGateway id="x"/><task id="a" name="甲"/>'
        '<task id="b" name="乙"/><parallelGateway id="y"/><endEvent id="e"/><sequenceFlow id="1" sourceRef="s" '
        'targetRef="x"/><sequenceFlow id="2" sourceRef="x" targetRef="a"/><sequenceFlow id="3" sourceRef="x" '
        'targetRef="b"/><sequenceFlow id="4" sourceRef="a" targetRef="y"/><sequenceFlow id="5" sourceRef="b" '
        'targetRef="y"/><sequenceFlow id="6" sourceRef="y" targetRef="e"/></subProcess>'
    )
    outer, inner = prove("(始 -> ~内\n~内 -> )终", inside).flows
    assert (outer.name, outer.outcome) == ("审批", Outcome.SOUND)
    assert (inner.name, inner.outcome) == ("审批/内", Outcome.UNSOUND)
    assert inner.answers[0].run == ("开始事件(第4行)", "排他网关(第5行,去甲)", "甲(第6行)")


def test_a_drawing_without_start_and_end_begins_and_ends_where_nothing_leads() -> None:
    """Told; where ends are drawn a task that leads nowhere is stuck."""
    found = prove("受理 -> 审查")
    assert found.flows[0].outcome is Outcome.SOUND
    assert [note.text for note in found.notes] == [
        "没有画开始事件,从「受理」开始",
        "没有画结束事件,到「审查」算办结",
    ]
    stuck = only("(始 -> ?判\n?判 -> )终: 可\n?判 -> 退件: 否")
    assert said(stuck) == [(6, "停住:到了「退件(第6行)」就停住了,没有下一步,也没有办结", "始(第3行) → 判(第4行,否)")]


def test_of_several_starts_one_happens() -> None:
    """A merge takes either, a join waits for ever."""
    flows = "(网上 -> {0}\n(窗口 -> {0}\n{0} -> 受理\n受理 -> )终"
    assert only(flows.format("?合")).outcome is Outcome.SOUND
    joined = only(flows.format("+合"))
    assert joined.answers[0].run == ("开始(网上)", "网上(第3行)")


def test_links_messages_and_loose_flows() -> None:
    """A link goes on at its other end; what is left out is told."""
    link = '<intermediate{0}Event id="~{1}" name="续"><linkEventDefinition name="续"/></intermediate{0}Event>'
    found = prove(
        "(始 -> ~抛\n~接 -> )终\n受理 -> 无",
        link.format("Throw", "抛")
        + link.format("Catch", "接")
        + '<sequenceFlow id="q" sourceRef="~抛" targetRef="没" />',
    )
    assert "连线「q」的一端不在流程里(~抛 → 没),没有算" in [note.text for note in found.notes]
    assert {one.message for one in found.flows[0].answers} == {"走不到:没有路能走到「受理(第12行)」"}


def test_what_is_no_drawing_is_refused() -> None:
    """Nothing drawn, two nodes of one id."""
    with pytest.raises(CannotBeDone, match="没有画着节点"):
        proof_of_drawing(b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', FILE)
    twice = '<task id="a"/>\n<task id="a"/>'
    with pytest.raises(CannotBeDone, match="用了同一个 id"):
        prove("(始 -> )终", twice)


@pytest.mark.parametrize("name", ["hailin", "edge"])
def test_what_is_exported_is_as_sound_as_its_declaration(name: str) -> None:
    """Every process of every sample."""
    project: Checked = check_project(SAMPLES / name)
    assert project.workspace
    units = {one.name: one.full_name for one in project.workspace.departments}
    compared = 0
    for matter in project.matters:
        found = proof_of_drawing(bpmn.render(matter, units[matter.matter.department]), FILE)
        assert found.notes == ()
        processes = {str(VersionLabel.BEFORE): matter.before, str(VersionLabel.AFTER): matter.after}
        for flow in found.flows:
            process = processes[flow.name]
            assert process
            assert flow.outcome is outcome_of(net_of(process))
            compared += 1
    assert compared >= len(project.matters)


def test_too_many_states_are_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many were looked at is said; the proof is given up, not the program."""
    monkeypatch.setattr(proving, "verdict_of", lambda _, most: Verdict(Outcome.UNKNOWN, (), most))
    flow = only("(始 -> 受理\n受理 -> )终")
    (answer,) = flow.answers
    assert flow.outcome is Outcome.UNKNOWN
    assert (answer.status, answer.message) == (Status.UNKNOWN, "并行的路太多,超过 200000 种情况,没有全部算完")
