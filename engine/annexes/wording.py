"""What several forms say in the same words: type, basis, limits, conditions, fees, bodies, offices and steps.

A limit is worded by ``TimeLimit.official``. The words are here once, so that 附件7 cannot say anything else than 附件1,
2 and 4; each text comes with the places of what it is made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.annexes.form import NONE_TEXT
from engine.measures.measured import distinct
from processes.model.limits import number_text
from processes.model.matter import NO_FEE
from processes.model.places import Text
from processes.model.vocabulary import EXCLUSION_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from processes.model.department import Department
    from processes.model.matter import Fee, Matter, Version
    from processes.model.places import Place
    from processes.model.process import Process

_DIGITS = "零一二三四五六七八九"
_PLACE_VALUES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def numeral(number: int) -> str:
    """“大写数字” as official papers number their first level: 一, 十, 二十三, 一百零五; up to 9999."""
    text, skipped = "", False
    for value, name in _PLACE_VALUES:
        digit = number // value % 10
        if digit:
            text += ("零" if skipped else "") + _DIGITS[digit] + name
        skipped = bool(text) and not digit
    return text.removeprefix("一") if text.startswith("一十") else text


def type_text(matter: Matter) -> str:
    """事项类型 with 具体种类 in brackets, 附件4 第2、3栏."""
    return f"{matter.type}({matter.kind})" if matter.kind not in ("", NONE_TEXT) else str(matter.type)


def body_text(matter: Matter, department: Department) -> str:
    """实施主体, the legal person that acts, not its 股室: the department unless the declaration names another."""
    return matter.implementing_body or department.full_name


def body_places(matter: Matter, department: Department) -> tuple[Place, ...]:
    """Where 实施主体 stands."""
    return distinct((matter.at("implementing_body", department.at("full_name")),))


def basis_text(matter: Matter) -> str:
    """事项依据 in the form's order, each a paragraph of its own under 一、二、三 (附件4 注6); 无 without any."""
    return "\n".join(f"{numeral(index)}、{basis.text}" for index, basis in enumerate(matter.bases, 1)) or NONE_TEXT


def basis_places(matter: Matter) -> tuple[Place, ...]:
    """Where 事项依据 stands."""
    return distinct(basis.place for basis in matter.bases) or distinct((matter.at("bases"),))


def promise_text(process: Process) -> str:
    """承诺时限 and what it leaves out: ``8个工作日(不含听证时间、检测时间15个工作日)``.

    行政许可法 art. 45: the time that 听证 and the like take is not counted, and the applicant is told so in writing.
    """
    limit = process.version.limit
    # In the law's order: a step that only changes its place changes nothing that is promised.
    left_out = sorted({text for text, _ in _left_out(process)}, key=lambda text: (_in_law(text), text))
    return limit.official + (f"(不含{'、'.join(left_out)})" if left_out and not limit.is_none else "")


def promise_places(process: Process) -> tuple[Place, ...]:
    """Where 承诺时限 stands, and where it says what is not counted."""
    return distinct((process.version.at("limit"), *(place for _, place in _left_out(process))))


def _left_out(process: Process) -> Iterator[tuple[str, Place]]:
    """The acts whose time is not counted, by the law's name; what another law leaves out by its own name."""
    for step in process.declared_steps:
        if step.limit.excluded:
            days = f"{number_text(step.limit.amount)}个{step.limit.unit}" if step.limit.amount else ""
            yield f"{_act(step.limit.excluded, step.name)}时间{days}", step.at("limit")
        for procedure in step.procedures:
            if procedure.excluded:
                yield f"{_act(procedure.excluded, procedure.name)}时间", procedure.at("excluded")


def _act(excluded: str, name: str) -> str:
    """听证, or the name where 不计时限 says 是 or names another law."""
    return excluded if excluded in EXCLUSION_KINDS else name


def _in_law(text: str) -> int:
    """The place in art. 45 of what a text begins with; whatever is not there comes last."""
    return next((place for place, kind in enumerate(EXCLUSION_KINDS) if text.startswith(kind)), len(EXCLUSION_KINDS))


def conditions_text(version: Version) -> str:
    """办理条件, one a line, numbered when there are several; 无 where there is none."""
    return numbered(version.conditions)


def fee_text(version: Version, nothing: str = NO_FEE) -> str:
    """收费标准: item, standard and basis of each fee, numbered when there are several; ``nothing`` for none."""
    return numbered([_fee(fee) for fee in version.fees], nothing)


def _fee(fee: Fee) -> str:
    """``工本费:每证4元(依据:《…》)``, as far as it is declared."""
    standard = f":{fee.standard}" if fee.standard else ""
    return fee.item + standard + (f"(依据:{fee.basis})" if fee.basis else "")


def fee_places(version: Version) -> tuple[Place, ...]:
    """Where the fees stand, part by part; the word 不收费, or the version that says nothing."""
    parts = (fee.at(field) for fee in version.fees for field in ("item", "standard", "basis") if getattr(fee, field))
    return distinct(parts) or distinct((version.at("fees"),))


def steps_text(names: Iterable[str]) -> str:
    """办理程序: the 环节 in the order in which they follow each other; 无 without any."""
    return "→".join(names) or NONE_TEXT


def office_names(process: Process) -> tuple[Text, ...]:
    """承办内设机构 without the posts in them (``行政审批股/审查岗``), each once, with its place."""
    found: dict[str, Text] = {}
    for written in process.offices:
        name = written.partition("/")[0]
        found.setdefault(name, Text(name, written.place))
    return tuple(found.values())


def office_places(process: Process) -> tuple[Place, ...]:
    """Where 承办内设机构 stand: written, or found in the 环节; the place of 流程 where no own office holds one."""
    return text_places(process.offices, process.version.at("offices", process.version.at("entries")))


def listed(names: Sequence[str]) -> str:
    """``甲、乙``; 无 for nothing."""
    return "、".join(names) or NONE_TEXT


def numbered(texts: Sequence[str], nothing: str = NONE_TEXT) -> str:
    """``1.甲`` and ``2.乙``, one a line; a single text as it is; ``nothing`` for none."""
    if len(texts) > 1:
        return "\n".join(f"{index}.{text}" for index, text in enumerate(texts, 1))
    return "".join(texts) or nothing


def text_places(texts: Iterable[Text], absent: Place) -> tuple[Place, ...]:
    """The places of texts; ``absent``, where the word 无 or nothing stands, if there are none."""
    return distinct(text.place for text in texts) or distinct((absent,))
