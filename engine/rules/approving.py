"""What several rules ask of a department's 行政审批股 and of the 行政审批事项 it is formed for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from processes.model.department import Department, Office
from processes.model.folding import fold_name
from processes.model.matter import Matter
from processes.model.vocabulary import APPROVAL_OFFICE_MODES, MatterType, OfficeChange, OfficeRole

ESTABLISHED, REPLACED, PLATED = APPROVAL_OFFICE_MODES
"""方式: 已建立, 撤一建一, 加挂牌子."""

SUPERVISION_KINDS = ("行政处罚", "行政强制", "行政监督检查")
"""Kinds of 其他行政权力事项 that are 行政监管."""

_SUPERVISES = re.compile("(?:日常|批后|证后|事后|后续|跟踪|事中事后|许可后)(?:监管|监督|检查|巡查)|双随机|^监督检查$")
_PASSES_ON = re.compile("通报|告知|推送|移交|移送|抄送|反馈|衔接|制定|标准|方案|规则")


def approvals_of(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """行政审批事项 as declared, also those that do not hold together: the rows of 附件1."""
    return tuple(one for one in matters if one.type is MatterType.APPROVAL)


def approvals_staying(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """Those of ``approvals_of`` that are neither cancelled nor devolved: the rows of 附件2."""
    return tuple(one for one in approvals_of(matters) if not one.is_gone)


def approval_offices(department: Department) -> tuple[Office, ...]:
    """The offices with 职能 审批 after the reform."""
    return tuple(
        one
        for one in department.offices
        if one.role is OfficeRole.APPROVAL and one.change is not OfficeChange.ABOLISHED
    )


def office_names_of(offices: Iterable[Office]) -> frozenset[str]:
    """Their names and the names on their plates, folded."""
    return frozenset(fold_name(name) for one in offices for name in (one.name, *one.plates))


def institutions(department: Department) -> frozenset[str]:
    """所属事业单位 among the offices (性质), folded."""
    return frozenset(fold_name(one.name) for one in department.offices if "事业" in one.nature)


@lru_cache(1 << 14)
def supervises(act: str) -> bool:
    """Whether a 环节 or 程序 of this name is supervision after the approval, not only word of it to those who do it."""
    return _SUPERVISES.search(act) is not None and _PASSES_ON.search(act) is None
