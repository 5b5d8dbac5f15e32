"""BPMN drawn by hand, as other programs draw it; and our matters drawn, changed in the XML, read again."""

from __future__ import annotations

import re
from pathlib import Path

from processes.checking import check_project
from processes.declaration.matter_file import read_matter
from processes.declaration.nodes import parse
from processes.declaration.reporting import Reporter
from processes.intake.bpmn.importing import Imported, import_bpmn
from processes.model.matter import Matter
from processes.model.process import CheckedMatter
from processes.model.vocabulary import MatterType
from renderers.exchange import bpmn
from tests.declaring import DEPARTMENT_FILE, MATTER_FILE, write

_TAGS = {
    "(": "startEvent",
    ")": "endEvent",
    "?": "exclusiveGateway",
    "+": "parallelGateway",
    "!": "intermediateCatchEvent",
    "#": "subProcess",
}


def drawing(flows: str, inside: str = "", more: str = "", name: str = "审批") -> bytes:
    """A file whose process has these flows, a line each: ``甲 -> 乙: 条件``.

    The first sign of a name says what it is: ``(`` start, ``)`` end, ``?`` exclusive, ``+`` parallel gateway, ``!``
    event on the way, ``#`` sub-process; anything else is a task. ``inside`` stands in the process, ``more`` beside it.
    """
    arcs = [re.fullmatch(r"(.+?) -> (.+?)(?:: (.+))?", line) for line in flows.strip().split("\n")]
    names = list(dict.fromkeys(one for arc in arcs if arc for one in (arc[1], arc[2])))
    nodes = [
        f'<{_TAGS.get(one[0], "userTask")} id="{one}" name="{one.lstrip("()?+!#")}" />'
        for one in names
        if one[0] != "~"
    ]
    lines = [
        f'<sequenceFlow id="f{index}" name="{arc[3] or ""}" sourceRef="{arc[1]}" targetRef="{arc[2]}" />'
        for index, arc in enumerate(arcs)
        if arc
    ]
    return (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">'
        f'{more}<process id="p" name="{name}">{inside}{"".join(nodes)}{"".join(lines)}</process></definitions>'
    ).encode()


def read(content: bytes, **known: str) -> Imported:
    """The matter in a file."""
    return import_bpmn(content, **known)


def flow_of(content: bytes, part: str = "流程") -> str:
    """The lines of 流程, or of another part of 优化前, as they are written; without comments."""
    text = read(content, office="综合股").text()
    block = re.search(rf"^  {part}:\n((?:    .*\n)+)", text, re.MULTILINE)
    assert block, text
    return re.sub(r"  # .*", "", re.sub(r"^    ", "", block[1], flags=re.MULTILINE))


def checks(content: bytes, root: Path) -> list[str]:
    """The codes of the errors that a check finds in the matter, put into the small project."""
    text = read(content, office="综合股").text()
    found = check_project(write(root, f"==> {DEPARTMENT_FILE} <==\n==> {MATTER_FILE} <==\n# 全文\n{text}"))
    return [finding.code for finding in found.findings if finding.severity.chinese == "错误"]


def exported(matter: CheckedMatter) -> str:
    """Our file of a matter."""
    return bpmn.render(matter, "示范市示范局").decode()


def matter_from(text: str, like: Matter) -> Matter | None:
    """The matter that a text declares without any 默认, in the place of another."""
    report = Reporter(like.file)
    root = parse(text, report)
    assert not report.findings
    assert root is not None
    return read_matter(root, report, like.department, {kind: {} for kind in MatterType})
