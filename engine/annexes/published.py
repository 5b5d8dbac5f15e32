"""What a platform publishes about a matter: the fields of 一次性告知单, the channels and 工作流程图.

Source: 附件10 (“需要更改的内容”, “修改后的内容”); the fields are those of 附件7, in its order and its words, then
附件8. ``网上公示`` of a matter holds what the platform says now where that is not what 优化前 says: it takes the place
of 优化前 here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.annexes.annex7 import (
    CHARGED,
    FEES,
    MATERIALS,
    NAME_FIELD,
    PROMISE,
    ROWS,
    matter_cells,
    version_cells,
)
from engine.annexes.form import NONE_TEXT, Cell
from engine.annexes.wording import fee_places, fee_text, listed, text_places
from engine.diff.facts import DEFAULT_CHANNEL
from engine.measures.measured import distinct
from processes.declaration.cells import parse_limit
from processes.model.folding import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from processes.model.department import Department
    from processes.model.places import Place
    from processes.model.process import CheckedMatter, Process, Step

FEE, CHANNELS, PAPERS, FLOWCHART = "收费标准", "办理渠道", "申报所需材料", "工作流程图"

_ALIASES = {
    "公布名称": NAME_FIELD,
    "依据": "事项依据",
    "法定依据": "事项依据",
    "时限": PROMISE,
    "办理时限": PROMISE,
    "相对人": "事项相对人",
    "共同实施": "共同实施部门",
    "收费": FEE,
    FEES: FEE,
    "出具": "出具的文书或证照名称",
    "条件": "办理条件",
    "地点": "办理地点",
    "渠道": CHANNELS,
    "承办": "承办内设机构",
    "材料": PAPERS,
    "申请材料": PAPERS,
    "流程": FLOWCHART,
    "流程图": FLOWCHART,
    "工作流程": FLOWCHART,
    "办理流程": FLOWCHART,
}
"""What 网上公示 may call a field besides its name in the forms: the keys of the declaration and usual words."""

_RENAMED = {CHARGED: FEE, MATERIALS: PAPERS}
_ORDER = {
    label: place
    for place, label in enumerate(
        [*(_RENAMED.get(label, label) for row in ROWS for label in row if label != FEES), CHANNELS, FLOWCHART]
    )
}
"""Published field → its place in the order of 附件7; the channels and 附件8 come last."""

REDRAWN = "优化后的流程图"
NOT_DECLARED = "(申报里没有这一项,请核对后填写)"
_OTHER_FLOW = "环节名称、承办机构和时限不变,岗位、去向、支线或文书有调整"


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """A published field that has to be changed: ``old`` is what the platform says now."""

    label: str
    old: Cell
    new: Cell


def published_changes(checked: CheckedMatter, department: Department) -> Iterator[PublishedChange]:
    """The fields in which the platform will be wrong, in the order of 附件7; none of a cancelled matter.

    What 网上公示 says about a field that the forms do not have is kept, so that nobody forgets it.
    """
    if checked.after is None:
        return
    matter = checked.matter
    before, after = _fields(checked.before), _fields(checked.after)
    said = {_ALIASES.get(written, written): text for written, text in matter.published.items()}
    if matter.published_name or not said.keys() <= before.keys():
        # What all versions have in common can only be wrong where the platform says something else.
        common = matter_cells(department, matter)
        before, after = common | before, common | after
    if matter.published_name:
        before[NAME_FIELD] = Cell(matter.published_name, distinct((matter.at("published_name"),)))
    before |= {label: Cell(_as_printed(text), distinct((text.place,))) for label, text in said.items()}
    for label, old in sorted(before.items(), key=lambda field: _ORDER.get(field[0], len(_ORDER))):
        new = after.get(label, Cell(NOT_DECLARED, old.sources))
        if old.value != new.value and fold_text(str(old.value)) != fold_text(str(new.value)):
            yield PublishedChange(label, old, new)
        elif label == FLOWCHART and label not in matter.published and _ways(checked.before) != _ways(checked.after):
            redrawn = Cell(f"{REDRAWN}({_OTHER_FLOW})", new.sources)
            yield PublishedChange(label, Cell("原流程图", old.sources), redrawn)


def published_fields(checked: CheckedMatter, process: Process, department: Department) -> Iterator[tuple[str, Cell]]:
    """All that a platform publishes about a matter in one version, in the order of 附件7."""
    fields = matter_cells(department, checked.matter) | _fields(process)
    yield from sorted(fields.items(), key=lambda field: _ORDER.get(field[0], len(_ORDER)))


def _fields(process: Process) -> dict[str, Cell]:
    """The published fields of one version; what 附件7 says of fees in two fields is one."""
    version = process.version
    cells = version_cells(process)
    del cells[CHARGED], cells[FEES]
    channels = version.channels or (DEFAULT_CHANNEL,)
    places = distinct(place for step in process.declared_steps for place in _places(step))
    return cells | {
        FEE: Cell(fee_text(version), fee_places(version)),
        PAPERS: cells.pop(MATERIALS),
        CHANNELS: Cell(listed(channels), text_places(version.channels, version.at("channels"))),
        FLOWCHART: Cell("\n".join(_lines(process.declared_steps)) or NONE_TEXT, places),
    }


def _as_printed(text: str) -> str:
    """A limit in the wording of the forms, anything else as it is."""
    limit = parse_limit(text)
    return limit.official if limit else text


def _lines(steps: Iterable[Step]) -> Iterator[str]:
    """The boxes of the flowchart: a line each, first the main path, then the side branches that are declared.

    Without the posts that the boxes name: a platform has a field for 承办内设机构, and none for posts.
    """
    for step in steps:
        facts = ["、".join(dict.fromkeys(holder.unit for holder in step.holders))]
        if not step.limit.is_none:
            facts.append(step.limit.official)
        shown = ",".join(filter(None, facts))
        lead = f"支线“{step.branch}”:" if step.branch else f"{step.number}." if step.number else "不计环节:"
        yield f"{lead}{step.name}{f'({shown})' if shown else ''}"


def _places(step: Step) -> Iterator[Place]:
    """Where the line of a box stands, part by part."""
    yield step.at("name")
    yield from (holder.place for holder in step.holders)
    yield step.at("limit")
    if step.uncounted:
        yield step.at("uncounted")


def _ways(process: Process) -> tuple[object, ...]:
    """What else the flowchart shows: where each box leads on which condition, posts, documents beside the boxes."""
    names = {node.key: node.step.name if node.step else node.name or node.key for node in process.nodes}
    flows = {(names[flow.source], flow.condition, names[flow.target]) for flow in process.flows}
    return flows, [(step.name, step.outputs, [holder.post for holder in step.holders]) for step in process.steps]
