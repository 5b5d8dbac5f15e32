"""工作总结: the draft of a department's summary of its reform, from numbers, problems and measures (工作方案 二(五)2).

“各部门对再造流程前后的情况进行对比分析…形成工作总结”. Its numbers are those of 附件6 and so contain secret matters;
names, problems and measures are those of the other matters only. What is planned next is for a person to write.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.annexes.form import Align, Cell
from engine.diff.compare import Difference
from engine.diff.deltas import Delta, TimeDelta
from engine.documents.common import approval_office_name, listed, people_text, seal_text
from engine.documents.document import (
    BLANK,
    NUMBER_BLANK,
    Column,
    Document,
    Heading,
    Paragraph,
    Part,
    Setting,
    Table,
    numbered,
    signature,
)
from engine.measures.measured import distinct
from engine.reports.difference import total_notes
from engine.reports.numbers import day_text, percent_text, sides_text
from engine.reports.sentences import SUBJECTS, counts_sentence, movement, split_days, target_sentence, without_blanks
from engine.reports.standing import Standing, standing_of
from engine.reports.target import share_words
from processes.model.department import Department
from processes.model.matter import Outcome
from processes.model.plan import Plan
from processes.model.process import CheckedMatter
from processes.model.vocabulary import APPROVAL_OFFICE_MODES

NAME = "工作总结"
PURPOSE = "流程再造工作总结的初稿(单位)"

_FORMED = ("已建立", "按照“撤一建一”原则组建", "以加挂牌子方式组建")
"""What is said of each way to form a 行政审批股, in the plan's order."""

_TO_WRITE = f"{BLANK}(由本部门补写)"


def write(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Document | None:
    """The draft of one department; every department that has matters writes one."""
    if not matters:
        return None
    own = standing_of(department, plan, matters)
    said = department.documents.get(NAME)
    sections: list[tuple[str, list[Part]]] = [
        ("基本情况", list(_basics(own))),
        ("主要做法和成效", list(_achievements(own, plan))),
        ("评估和整改情况", list(_evaluation(own))),
        ("“两集中三到位”情况", list(_centre(department))),
        ("存在的不足", list(_shortcomings(own, plan))),
        ("下一步打算", [Paragraph(_TO_WRITE)]),
    ]
    parts: list[Part] = [
        Paragraph(f"{plan.recipient}:", Setting.FLUSH),
        Paragraph(
            f"按照《{plan.name.strip('《》')}》要求,{department.full_name}梳理工作事项,评估现有流程,"
            "开展流程优化再造。现将有关情况总结如下。"
        ),
    ]
    filled = [(title, own_parts) for title, own_parts in sections if own_parts]
    for digit, (title, own_parts) in zip("一二三四五六", filled, strict=False):
        parts += [Heading(f"{digit}、{title}"), *own_parts]
    return Document(
        title=f"{department.full_name}流程再造工作总结",
        subtitle=str(said) if said else NUMBER_BLANK,
        unit_name=department.full_name,
        parts=(*parts, *signature(department.full_name)),
    )


def _basics(own: Standing) -> Iterator[Part]:
    types: dict[str, int] = {}
    for one in own.differences:
        types[one.matter.type] = types.get(one.matter.type, 0) + 1
    by_type = "、".join(f"{name}{number}项" for name, number in types.items())
    yield Paragraph(f"{counts_sentence(own.sums)}按类型分,{by_type}。")


def _achievements(own: Standing, plan: Plan) -> Iterator[Part]:
    yield Heading("(一)放权力", 2)
    yield Paragraph(_devolved(own))
    titles = ("(二)减环节", "(三)简程序", "(四)减材料", "(五)压时限")
    for index, (title, subject, total) in enumerate(zip(titles, SUBJECTS, own.sums.four, strict=True)):
        yield Heading(title, 2)
        deltas = [one.deltas[index] for one in own.differences]
        count = sum(delta.reduction is not None and delta.reduction > 0 for delta in deltas)
        days = split_days(own.sums.days) if index == 3 else ""  # noqa: PLR2004 - 压时限
        yield Paragraph(f"{movement(subject, total)}{days},涉及事项{count}项。{_example(own.named, index)}")
    yield Paragraph(target_sentence(own.target))
    others = [one.matter for one in own.named if one.matter.other_improvement]
    if others:
        yield Heading("(六)其他优化", 2)
        yield from (Paragraph(f"“{matter.name}”:{matter.other_improvement.rstrip('。')}。") for matter in others)
    masked = [one.matter.name for one in own.differences if one.matter.secret]
    notes = [note for note in total_notes(own.differences, plan.switches) if not any(name in note for name in masked)]
    yield from (Paragraph(without_blanks(note), Setting.NOTE) for note in notes)


def _devolved(own: Standing) -> str:
    parts = []
    for outcome, word, count in (
        (Outcome.CANCELLED, "取消", own.sums.cancelled),
        (Outcome.DEVOLVED, "下放", own.sums.devolved),
    ):
        names = [one.matter.name for one in own.named if one.matter.outcome is outcome]
        parts.append(f"{word}事项{count}项" + (f":{listed(names)}" if names else ""))
    return f"{';'.join(parts)}。"


def _example(named: Sequence[Difference], index: int) -> str:
    """The matter that lost the largest share, of those that stay; of equal ones the first."""
    stay = (one for one in named if one.matter.outcome is not Outcome.CANCELLED)
    known = [(one, one.deltas[index]) for one in stay if one.deltas[index].percentage]
    best = max(known, key=lambda pair: pair[1].percentage or 0, default=None)
    if best is None or len(named) == 1 or (best[1].percentage or 0) <= 0:
        return ""
    return f"其中“{best[0].matter.name}”由{_from_to(best[1])},压减{percent_text(best[1].percentage)},幅度最大。"


def _from_to(delta: Delta) -> str:
    if isinstance(delta, TimeDelta):
        return f"{day_text(delta.before.value, delta.before.kind)}减到{day_text(delta.after.value, delta.after.kind)}"
    before, _, after = sides_text(delta).partition("→")
    return f"{before}{delta.unit}减到{after}{delta.unit}"


def _evaluation(own: Standing) -> Iterator[Part]:
    declared = own.department.evaluation
    if declared is None:
        yield Paragraph(f"邀请服务对象{BLANK}人、第三方专家{BLANK}人参与评估,评估分析工作流程事项{BLANK}项。")
    else:
        yield Paragraph(
            f"邀请服务对象{declared.service_users}人、第三方专家{declared.experts}人参与评估,"
            f"评估分析工作流程事项{declared.matters}项。"
        )
    found = [(one.matter, problem) for one in own.named for problem in one.matter.problems or ()]
    if not found:
        return
    concerned = len({matter.file for matter, _ in found})
    yield Paragraph(f"查找出{concerned}个事项的问题{len(found)}个,逐项制定整改措施。")
    columns = (
        Column("序号", 3),
        Column("事项名称", 12, Align.LEFT),
        Column("问题", 16, Align.LEFT),
        Column("整改措施", 18, Align.LEFT),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            Cell(matter.name, distinct((matter.at("name"),))),
            Cell(problem.text, distinct((problem.at("text"),))),
            Cell(problem.measure or BLANK, distinct((problem.at("measure"),))),
        )
        for matter, problem in found
    ]
    yield Table("", columns, numbered(rows))


def _centre(department: Department) -> Iterator[Part]:
    """As far as it is declared; nothing for a department without 行政审批股."""
    office = department.approval_office
    if office is None:
        return
    name = approval_office_name(department)
    formed = _FORMED[APPROVAL_OFFICE_MODES.index(office.mode)]
    yield Paragraph(f"{formed}{name},主管领导为{office.head or BLANK},协管领导为{office.deputy or BLANK}。")
    yield Paragraph(
        f"进驻窗口:{office.window or BLANK}。派驻窗口人员:{people_text(office.window_staff)}。"
        f"窗口授权:{office.authority or BLANK}。审批专用章:{seal_text(office)}。"
    )


def _shortcomings(own: Standing, plan: Plan) -> Iterator[Part]:
    found = []
    if own.target.reached is False:
        found.append(f"未达到缩减{share_words(plan.targets.cut)}的目标")
    for count, text in (
        (sum(one.matter.problems is None for one in own.differences), "尚未评估存在的问题"),
        (sum(not one.is_optimised for one in own.differences), "没有优化"),
    ):
        if count:
            found.append(f"有{count}个事项{text}")
    if found:
        yield Paragraph(f"{';'.join(found)}。")
    yield Paragraph(_TO_WRITE)
