"""Declarations to begin with: a template with the names of the project in the places of ``$名称`` and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from string import Template

from processes.declaration import templates
from processes.declaration.templates import JOINT, MARK
from processes.declaration.writing import plain
from processes.model.department import Department, Office
from processes.model.vocabulary import MatterType, OfficeChange, OfficeRole

_INVENTED = "# 虚构"
"""Marks a line of a sample plan that is made up: no project begins with it."""
_PHONE = re.compile(rf"^( *监督电话: ).*{_INVENTED}$", re.MULTILINE)


class _Slots(Template):
    """``$名称``: letters of any script."""

    idpattern = r"(?a:[_a-z])|[^\W\d_]+"


def draft_matter(template: str, name: str, department: Department) -> str:
    """A matter of ``department``; ``template`` is one of ``templates.matter_templates``."""
    work, approval = _offices(department.offices)
    both = "、".join(dict.fromkeys((approval, work)))
    return _fill(f"matters/{template}.yaml", 名称=plain(name), 业务股=work, 审批股=approval, 两股=both, 领导="局领导")


def draft_joint(name: str, departments: Sequence[str]) -> str:
    """联审联批 of two or more departments; the first leads."""
    lead, one, two, three = (departments[index % len(departments)] for index in range(4))
    return _fill(f"{JOINT}.yaml", 名称=plain(name), 牵头=lead, 部门甲=one, 部门乙=two, 部门丙=three)


def draft_department(name: str, city: str, *, approves: bool = True) -> str:
    """单位.yaml of the department with that short name; ``approves``: with a 行政审批股 (工作方案 二(一)1)."""
    offices = _text_of("审批机构.yaml") if approves else ""
    return _fill("单位.yaml", 名称=name, 全称=f"{city}{name}", 审批机构=offices)


def is_approval(template: str) -> bool:
    """Whether a matter begun with that template is a 行政审批事项, for which a department has a 行政审批股."""
    return f"\n类型: {MatterType.APPROVAL}\n" in _text_of(f"matters/{template}.yaml")


def draft_plan() -> str:
    """A plan for any county, to be filled in."""
    return _fill("方案.yaml")


def real_part(plan: str) -> str:
    """The text of a sample plan without the lines that are marked as made up.

    The telephone that every notice needs is left to be filled in.
    """
    plan = _PHONE.sub(rf"\g<1>12345  # {MARK}", plan)
    return "".join(line for line in plan.splitlines(keepends=True) if _INVENTED not in line)


def _fill(file: str, **slots: str) -> str:
    return _Slots(_text_of(file)).substitute(slots)


def _text_of(file: str) -> str:
    return (files(templates) / file).read_text(encoding="utf-8")


def _offices(offices: Sequence[Office]) -> tuple[str, str]:
    """The office that does the work before, and the one that approves afterwards."""
    work = [office.name for office in offices if office.role is OfficeRole.SUPERVISION]
    other = [office.name for office in offices if office.role is OfficeRole.GENERAL]
    approving = [
        office.name
        for office in offices
        if office.role is OfficeRole.APPROVAL and office.change is not OfficeChange.ABOLISHED
    ]
    first = next(iter([*work, *reversed(other), *approving]))
    return first, next(iter(approving), first)
