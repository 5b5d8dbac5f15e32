"""实施清单要素 (GB/T 39554.2): each matter as a platform lists it, from what is declared of 优化后.

What a declaration does not say is 待填, not guessed. Names of fields as in published data of the national platform.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.exchange.code_lists import LEVELS, PROJECT_TYPES, UNITS, Code, subject_codes, type_code
from processes.model.department import Department
from processes.model.limits import DayKind, TimeLimit, number_text
from processes.model.matter import Matter, Version
from processes.model.process import CheckedMatter, HolderKind, Process, Step

CODE_LENGTH, BODY_LENGTH, LEVEL_LENGTH = 31, 18, 1
"""实施编码 = 统一社会信用代码 (18) + 行使层级 (1) + 基本编码 (12) (GB/T 39554.1, from published codes)."""


class Origin(StrEnum):
    """Where the value of an element comes from."""

    DECLARED = "申报"
    DERIVED = "推算"
    MISSING = "待填"
    EMPTY = "无"


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its Chinese name, its field, whether the standard requires it, the value, and where that is from."""

    name: str
    key: str
    required: bool
    value: str
    origin: Origin


Table = tuple[Mapping[str, str], ...]
"""Rows of a table beside the elements: heading → text."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A matter in the list, with its tables; ``department`` is the short name."""

    department: str
    matter: str
    elements: tuple[Element, ...]
    tables: Mapping[str, Table]


TABLES: Mapping[str, Mapping[str, str]] = {
    "材料": {
        "材料名称": "material_name",
        "材料类型": "material_type",
        "份数": "page_num",
        "来源渠道": "source_type",
        "要求依据": "by_law",
        "可共享": "is_share",
        "说明": "remark",
    },
    "办理环节": {
        "环节": "UNTI_LINK_TEXT",
        "步骤": "STEP_TEXT",
        "办理人员": "TRANSACTOR",
        "办理时限": "TRANSACT_TIME_LIMIT",
        "办理结果": "TRANSACT_RESULT",
    },
    "特殊环节": {
        "名称": "special_name",
        "所需时限": "special_day",
        "法定依据": "special_law",
        "计入法定时限": "is_in_limit",
    },
    "收费": {"收费项目": "fee_name", "收费标准": "fee_stand", "收费依据": "fee_basis"},
    "依据": {"效力层级": "law_rank", "依据名称和条款": "by_law"},
}
"""Table → heading → field."""


def listed(checked: CheckedMatter, department: Department) -> Listed | None:
    """The matter as a platform lists it; None where it is not listed: cancelled, secret, or 其他事项."""
    matter, process = checked.matter, checked.after
    code = type_code(matter.type, matter.kind)
    if process is None or matter.secret or code is None:
        return None
    elements = tuple(_elements(matter, process, department, code))
    return Listed(matter.department, matter.name, elements, _tables(matter, process))


def _elements(matter: Matter, process: Process, department: Department, code: Code) -> Iterator[Element]:
    version = process.version
    whole = len(matter.code) == CODE_LENGTH
    yield _said("事项名称", "task_name", matter.published_name or matter.name)
    yield _derived("基本编码", "catalog_code", matter.code[BODY_LENGTH + LEVEL_LENGTH :] if whole else "")
    yield _said("实施编码", "task_code", matter.code)
    yield _said("业务办理项编码", "task_handle_item", "", required=False)
    yield _derived("事项类型", "task_type", str(code))
    yield _said("设定依据", "by_law", "；".join(one.text for one in matter.bases), none=not matter.bases)
    yield _derived("行使层级", "use_level", str(LEVELS["县级"]) if not matter.devolved_to else "")
    yield _said("权力来源", "power_source", "")
    yield _said("实施主体", "dept_name", matter.implementing_body or department.full_name)
    yield _derived("实施主体编码", "dept_code", matter.code[:BODY_LENGTH] if whole else "")
    yield _said("实施主体性质", "dept_type", "")
    yield _said("委托部门", "entrust_name", "", required=False)
    joint = matter.joint_departments or matter.parallel_departments
    yield _said("联办机构", "other_dept", "、".join(joint), required=False, none=not joint)
    yield _derived("服务对象", "server_type", "、".join(map(str, subject_codes(matter.subjects))))
    kind = PROJECT_TYPES["即办件" if version.limit.is_immediate else "承诺件"]
    yield _derived("办件类型", "project_type", str(kind))
    yield from _limit("法定办结时限", "anticipate", matter.statutory.limit, matter.statutory.basis)
    yield from _limit("承诺办结时限", "promise", version.limit, "")
    yield _said("受理条件", "accept_condition", "；".join(version.conditions), none=not version.conditions)
    yield _derived("办理流程", "handle_flow", "→".join(step.name for step in process.counted_steps))
    special = _special(process)
    yield _derived("特别程序", "special_procedure", "、".join(step.name for step in special), none=not special)
    yield from _service(matter, version, process)


def _service(matter: Matter, version: Version, process: Process) -> Iterator[Element]:
    """How the service is given."""
    yield _said("办理形式", "handle_type", "、".join(version.channels or ("窗口",)), required=False)
    yield _said("到办事现场次数", "limit_scene_num", "")
    yield _derived("是否收费", "is_fee", "是" if version.fees else "否")
    yield _said(
        "收费依据", "fee_basis", "；".join(one.basis for one in version.fees if one.basis), none=not version.fees
    )
    yield _said("咨询方式", "link_way", matter.inquiry_phone)
    supervision = " ".join(text for text in (matter.supervisor, matter.supervision_phone) if text)
    yield _said("监督投诉方式", "supervise_way", supervision)
    yield _said("办理地点", "transact_addr", version.location)
    yield _said("办理时间", "transact_time", "")
    yield _derived("是否进驻政务大厅", "is_entry_center", "否" if matter.not_in_centre else "是")
    yield _derived("是否网办", "is_online", "是" if "网上" in version.channels else "否")
    yield _derived("是否支持快递", "is_express", "是" if "邮寄" in version.channels else "否")
    yield _said("数量限制", "limit_explain", "", required=False)
    bodies = dict.fromkeys(
        holder.unit for step in process.steps for holder in step.holders if holder.kind is HolderKind.INTERMEDIARY
    )
    yield _derived("中介服务", "service_type", "、".join(bodies), required=False, none=not bodies)
    yield _said("审批结果类型", "result_type", "")
    yield _said("审批结果名称", "result_name", "、".join(matter.outputs), required=False, none=not matter.outputs)


def _limit(name: str, key: str, limit: TimeLimit, basis: str) -> Iterator[Element]:
    none = limit.amount is None
    unit = UNITS["自然日" if limit.unit is DayKind.NATURAL else "工作日"]
    days = number_text(limit.days)
    yield _said(name, f"{key}_day", "" if none else days, none=none)
    yield _derived(f"{name}单位", f"{key}_type", "" if none else str(unit), none=none)
    yield _said(f"{name}说明", f"{key}_explain", basis, required=False, none=not basis)


def _said(name: str, key: str, value: str, *, required: bool = True, none: bool = False) -> Element:
    """An element that the declaration says, or would have to; ``none``: it says that there is none."""
    return Element(name, key, required, value, Origin.EMPTY if none else Origin.DECLARED if value else Origin.MISSING)


def _derived(name: str, key: str, value: str, *, required: bool = True, none: bool = False) -> Element:
    """An element that follows from what is declared."""
    return Element(name, key, required, value, Origin.EMPTY if none else Origin.DERIVED if value else Origin.MISSING)


# ---------------------------------------------------------------------------------------------- tables


def _tables(matter: Matter, process: Process) -> Mapping[str, Table]:
    version = process.version
    return {
        "材料": _rows(
            "材料",
            (
                (
                    one.name,
                    "、".join(word for word in ("原件", "复印件", "电子版") if word in one.copies + one.name),
                    one.copies or "1份",
                    one.source or "自备",
                    one.basis,
                    "" if one.shared is None else "是" if one.shared else "否",
                    one.remark,
                )
                for one in version.materials
            ),
        ),
        "办理环节": _rows("办理环节", map(_step, process.counted_steps)),
        "特殊环节": _rows(
            "特殊环节", ((step.name, str(step.limit), step.limit.excluded, "否") for step in _special(process))
        ),
        "收费": _rows("收费", ((one.item, one.standard, one.basis) for one in version.fees)),
        "依据": _rows("依据", ((one.rank.value, one.text) for one in matter.bases)),
    }


def _rows(table: str, values: Iterable[tuple[str, ...]]) -> Table:
    return tuple(dict(zip(TABLES[table], row, strict=True)) for row in values)


def _step(step: Step) -> tuple[str, ...]:
    acts = "、".join(one.name for one in step.procedures)
    return step.name, acts, step.held_by, str(step.limit), "、".join(step.outputs)


def _special(process: Process) -> tuple[Step, ...]:
    """The steps whose time is not counted (行政许可法 art. 45)."""
    return tuple(step for step in process.steps if step.limit.excluded)
