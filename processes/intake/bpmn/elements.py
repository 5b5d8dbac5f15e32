"""The elements of BPMN 2.0 (OMG formal/2011-01-03) by what they are to a reader, and what each is called."""

from __future__ import annotations

from collections.abc import Iterable

from processes.errors import CannotBeDone
from processes.intake.bpmn.xml_tree import Xml, parse

TASKS = (
    *("task", "userTask", "manualTask", "serviceTask", "scriptTask", "sendTask", "receiveTask", "businessRuleTask"),
    "callActivity",
)
INSIDE = ("subProcess", "transaction", "adHocSubProcess")
"""Activities that have a flow of their own in them."""
WAYSIDE = ("intermediateCatchEvent", "intermediateThrowEvent")
_EVENTS = {
    "timerEventDefinition": "到时间",
    "messageEventDefinition": "收到消息",
    "errorEventDefinition": "出错",
    "escalationEventDefinition": "上报",
    "signalEventDefinition": "收到信号",
    "conditionalEventDefinition": "条件成立",
    "compensateEventDefinition": "撤销",
    "cancelEventDefinition": "取消办理",
}
MAX_SPOTS = 2_000
"""Nodes of one process; a declaration has a few dozen."""
MAX_ARCS = 2 * MAX_SPOTS


def definitions_of(content: bytes) -> Xml:
    """The root element of a file. Raises ``CannotBeDone`` for what is no BPMN 2.0."""
    root = parse(content)
    if root.tag != "definitions" or "BPMN" not in root.space.upper():
        raise CannotBeDone(_no_bpmn(root))
    return root


def told_apart(nodes: Iterable[tuple[str, int]]) -> None:
    """Look through the ids and lines of the nodes of one process.

    Raises ``CannotBeDone`` where a flow would not know which of two nodes it leads to.
    """
    lines: dict[str, int] = {}
    for key, line in nodes:
        if key in lines or not key:
            what = f"和第 {lines[key]} 行的节点用了同一个 id“{key}”" if key else "的节点没有 id"
            raise CannotBeDone(f"第 {line} 行{what},连线不知道连哪一个;请在画图软件里重新导出。")
        lines[key] = line


def _no_bpmn(root: Xml) -> str:
    known = {"mxfile": "draw.io 图", "mxGraphModel": "draw.io 图", "html": "网页", "svg": "SVG 图", "pnml": "Petri 网"}
    what = known.get(root.tag)
    is_what = f"是{what}" if what else f"开头是 <{root.tag}>"
    return f"不是 BPMN 2.0 文件,{is_what};请在画图软件里另存(导出)为 BPMN 2.0 XML。"


def said(element: Xml) -> str:
    """The name, on one line."""
    return " ".join(element.get("name").split())


def event_name(one: Xml) -> str:
    """What an event is called: its name, else what happens there."""
    kinds = (word for tag, word in _EVENTS.items() if one.first(tag))
    return said(one) or next(kinds, "事件")
