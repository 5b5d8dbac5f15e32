"""What of a drawing decides which way a run goes: nodes as they are drawn, flows between them, what is left out."""

from __future__ import annotations

import pytest

from processes.errors import CannotBeDone
from processes.intake.bpmn import control_flow as reading
from processes.intake.bpmn.control_flow import FlowGraph, Shape, control_flow, is_drawn
from processes.intake.bpmn.notes import Notes
from tests.drawn import drawing


def read(flows: str, inside: str = "", more: str = "") -> tuple[tuple[FlowGraph, ...], list[str]]:
    """The graphs of a drawing, and what was told."""
    notes = Notes()
    found = control_flow(drawing(flows, inside, more), notes)
    return found, [note.text for note in notes.all]


def test_nodes_are_what_they_are_and_flows_have_their_labels() -> None:
    """A condition stands for a name that is missing; the default flow is known."""
    inside = (
        '<inclusiveGateway id="~某" default="q"/><endEvent id="~止"><terminateEventDefinition/></endEvent>'
        '<sequenceFlow id="q" sourceRef="~某" targetRef="~止"/><sequenceFlow id="r" sourceRef="~某" targetRef="甲">'
        "<conditionExpression>${急}</conditionExpression></sequenceFlow>"
    )
    ((graph,), told) = read("(始 -> ?判\n?判 -> ~某: 是\n?判 -> +分: 否\n+分 -> !等\n+分 -> 甲\n!等 -> 甲", inside)
    assert {one.id: one.shape for one in graph.nodes} == {
        "~某": Shape.SOME, "~止": Shape.END, "(始": Shape.START, "?判": Shape.CHOICE, "+分": Shape.PARALLEL,
        "!等": Shape.EVENT, "甲": Shape.TASK,
    }  # fmt: skip
    labels = {one.id: (one.label, one.otherwise) for one in graph.flows}
    assert (labels["q"], labels["r"], labels["f1"]) == (("", True), ("${急}", False), ("是", False))
    assert [one.id for one in graph.nodes if one.stops_all] == ["~止"]
    assert told == []


def test_what_has_no_part_in_the_proof_is_told() -> None:
    """Messages, called processes, what is done in no order, compensation, loose ends."""
    inside = (
        '<callActivity id="~调" name="通用流程"/><adHocSubProcess id="~临" name="随办"><task id="x"/></adHocSubProcess>'
        '<task id="~退" name="退费" isForCompensation="true"/><boundaryEvent id="~界" name="超时" attachedToRef="没有"/>'
        '<sequenceFlow id="q" sourceRef=")终" targetRef="甲"/>'
    )
    more = '<collaboration id="c"><messageFlow id="m" name="通知" sourceRef="甲" targetRef="乙"/></collaboration>'
    ((graph,), told) = read("(始 -> 甲\n甲 -> )终", inside, more)
    assert told == [
        "临时子流程「随办」里的任务不分先后,里面没有证明",
        "撤销(补偿)用的「退费」,不在正常的走法里",
        "消息流「通知」:泳池之间互相等待的不算,各泳池分别证明",
        "调用活动「通用流程」引用的流程不在这里,只当作一个任务",
        "边界事件「超时」没有附在任务上,不会发生",
        "连线「q」从结束事件「终」出来,没有算",
    ]
    assert "~退" not in {one.id for one in graph.nodes}
    assert len(graph.flows) == 2


def test_an_event_sub_process_is_a_graph_of_its_own_and_no_node() -> None:
    """It begins by itself."""
    inside = (
        '<subProcess id="~撤" name="撤回" triggeredByEvent="true"><startEvent id="s"/><endEvent id="e"/>'
        '<sequenceFlow id="q" sourceRef="s" targetRef="e"/></subProcess>'
    )
    ((outer, inner), _) = read("(始 -> 甲\n甲 -> )终", inside)
    assert "~撤" not in {one.id for one in outer.nodes}
    assert (inner.name, [one.shape for one in inner.nodes]) == ("审批/撤回", [Shape.START, Shape.END])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (drawing("甲 -> 乙"), True),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/x">', True),
        (b"<html><body>BPMN definitions</body></html>", False),
        (b"<html></html>", False),
        ("名称: 示范".encode(), False),
        (b"PK\x03\x04", False),
    ],
)
def test_drawings_are_known_by_their_first_bytes(content: bytes, *, expected: bool) -> None:
    """By the word and the namespace after it, behind a byte order mark as well; a page that speaks of it is none."""
    assert is_drawn(content) is expected


def test_too_large_a_drawing_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the numbers."""
    monkeypatch.setattr(reading, "MAX_SPOTS", 2)
    with pytest.raises(CannotBeDone, match="有 3 个节点、2 条连线,超过 2 个"):
        read("(始 -> 甲\n甲 -> )终")
