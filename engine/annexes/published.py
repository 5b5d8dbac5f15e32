"""What a platform publishes about a matter: the fields of 一次性告知单 and 工作流程图, each as a text with its places.

Source: 附件10 (“需要更改的内容”, “修改后的内容”); the fields are those of 附件7, in its order, and 附件8. ``网上公示``
of a matter holds what the platform says now where that is not what 优化前 says: it takes the place of 优化前 here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.annexes.form import NONE_TEXT
from engine.annexes.wording import basis_places, fee_places, office_places, text_places
from engine.diff.facts import DEFAULT_CHANNEL, NO_FEE
from engine.measures import measures
from engine.measures.measured import distinct
from processes.declaration.cells import parse_limit
from processes.model.folding import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from processes.model.department import Department
    from processes.model.matter import Fee, Matter
    from processes.model.places import Place
    from processes.model.plan import Switches
    from processes.model.process import CheckedMatter, Process, Step

NAME, PROMISE, FLOWCHART, BODY = "事项名称", "承诺时限", "工作流程图", "实施主体"

_ALIASES = {
    "公布名称": NAME,
    "依据": "事项依据",
    "法定依据": "事项依据",
    "时限": PROMISE,
    "办理时限": PROMISE,
    "相对人": "事项相对人",
    "共同实施": "共同实施部门",
    "收费": "收费标准",
    "收费依据与标准": "收费标准",
    "出具": "出具的文书或证照名称",
    "条件": "办理条件",
    "地点": "办理地点",
    "渠道": "办理渠道",
    "承办": "承办内设机构",
    "材料": "申报所需材料",
    "申请材料": "申报所需材料",
    "流程": FLOWCHART,
    "流程图": FLOWCHART,
    "工作流程": FLOWCHART,
    "办理流程": FLOWCHART,
}
"""What 网上公示 may call a field besides its name in the forms: the keys of the declaration and usual words."""

_OTHER_FLOW = "环节名称、承办机构和时限不变,去向、支线或文书有调整"


@dataclass(frozen=True, slots=True)
class Said:
    """What is said in one field, and where that was written."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """A published field that has to be changed: ``old`` is what the platform says now."""

    label: str
    old: Said
    new: Said


def published_changes(checked: CheckedMatter, department: Department, switches: Switches) -> Iterator[PublishedChange]:
    """The fields in which the platform will be wrong, in the order of 附件7; none of a cancelled matter.

    What 网上公示 says about a field that the forms do not have is kept, so that nobody forgets it.
    """
    if checked.after is None:
        return
    matter = checked.matter
    before = _fields(checked.before, matter, department, switches)
    after = _fields(checked.after, matter, department, switches)
    if matter.published_name:
        before[NAME] = Said(matter.published_name, (matter.at("published_name"),))
    for written, text in matter.published.items():
        label = _ALIASES.get(written, written)
        before[label] = Said(_as_printed(text), (text.place,))
    for label, old in before.items():
        new = after.get(label, Said("(申报里没有这一项,请核对后填写)", old.places))
        if old.text != new.text and fold_text(old.text) != fold_text(new.text):
            texts = old.text, new.text
        elif label == FLOWCHART and label not in matter.published and _ways(checked.before) != _ways(checked.after):
            texts = "原流程图", f"优化后的流程图({_OTHER_FLOW})"
        else:
            continue
        yield PublishedChange(label, Said(texts[0], distinct(old.places)), Said(texts[1], distinct(new.places)))


def _fields(process: Process, matter: Matter, department: Department, switches: Switches) -> dict[str, Said]:
    """Every published field of one version."""
    version = process.version
    steps = tuple(step for step in process.steps if not step.branch or step.branch in version.branches)
    papers = measures()["materials"].measure(process, switches)
    offices = process.offices
    # 单位/岗位: the post is nobody's business outside.
    names = dict.fromkeys(office.partition("/")[0] for office in offices)
    joint = matter.joint_departments or matter.parallel_departments
    law = matter.statutory
    found = {
        NAME: (matter.name, (matter.at("name"),)),
        BODY: (
            matter.implementing_body or department.full_name,
            (matter.at("implementing_body", department.at("full_name")),),
        ),
        "事项依据": (
            _numbered(f"{basis.rank}:{basis.text}" for basis in matter.bases),
            basis_places(matter),
        ),
        "法定时限": (law.limit.official, (law.at("limit", matter.at("statutory")),)),
        PROMISE: (version.limit.official, (version.at("limit"),)),
        "共同实施部门": (
            _joined(joint),
            text_places(joint, matter.at("joint_departments", matter.at("parallel_departments"))),
        ),
        "事项相对人": (_joined(matter.subjects), text_places(matter.subjects, matter.at("subjects"))),
        "收费标准": (_fees(version.fees), fee_places(version)),
        "出具的文书或证照名称": (_joined(matter.outputs), text_places(matter.outputs, matter.at("outputs"))),
        "办理条件": (_numbered(version.conditions), text_places(version.conditions, version.at("conditions"))),
        "办理地点": (version.location or NONE_TEXT, (version.at("location"),)),
        "办理渠道": (
            _joined(version.channels or (DEFAULT_CHANNEL,)),
            text_places(version.channels, version.at("channels")),
        ),
        "承办内设机构": (_joined(names), office_places(process)),
        "咨询电话": (matter.inquiry_phone or NONE_TEXT, (matter.at("inquiry_phone"),)),
        "监督机构": (matter.supervisor or NONE_TEXT, (matter.at("supervisor"),)),
        "监督电话": (matter.supervision_phone or NONE_TEXT, (matter.at("supervision_phone"),)),
        "邮寄地址": (matter.postal_address or NONE_TEXT, (matter.at("postal_address"),)),
        "邮政编码": (matter.postcode or NONE_TEXT, (matter.at("postcode"),)),
        FLOWCHART: ("\n".join(_lines(steps)) or NONE_TEXT, tuple(place for step in steps for place in _places(step))),
        "申报所需材料": (_numbered(papers.items), papers.sources),
    }
    return {label: Said(text, places) for label, (text, places) in found.items()}


def _as_printed(text: str) -> str:
    """A limit in the wording of the forms, anything else as it is."""
    limit = parse_limit(text)
    return limit.official if limit else text


def _joined(texts: Iterable[str]) -> str:
    return "、".join(texts) or NONE_TEXT


def _numbered(texts: Iterable[str]) -> str:
    """A line each, numbered; one alone needs no number."""
    listed = list(texts)
    if len(listed) < 2:  # noqa: PLR2004 - a list has at least two
        return listed[0] if listed else NONE_TEXT
    return "\n".join(f"{number}.{text}" for number, text in enumerate(listed, 1))


def _fees(fees: tuple[Fee, ...]) -> str:
    if not fees:
        return NO_FEE
    parts = [
        f"{fee.item}{f':{fee.standard}' if fee.standard else ''}{f'({fee.basis})' if fee.basis else ''}" for fee in fees
    ]
    return _numbered(parts)


def _lines(steps: Iterable[Step]) -> Iterator[str]:
    """The boxes of the flowchart: a line each, first the main path, then the side branches that are declared."""
    for step in steps:
        facts = ["、".join(str(holder) for holder in step.holders)]
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
    """What else the flowchart shows: where each box leads on which condition, and the documents beside the boxes."""
    names = {node.key: node.step.name if node.step else node.name or node.key for node in process.nodes}
    flows = {(names[flow.source], flow.condition, names[flow.target]) for flow in process.flows}
    return flows, [(step.name, step.outputs) for step in process.steps]
