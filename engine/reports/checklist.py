"""核对清单: what only people can judge, as an inspector takes it along (工作方案 二(五)3监督检查).

Every rule with a question is an item; the answer that a department has recorded under 核对 stands beside it, and where
it has recorded none there are boxes to tick. Which rules there are is the caller's to say: they are found by a walk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from engine.annexes.form import Align, Cell
from engine.annexes.wording import numeral
from engine.documents.document import (
    BLANK,
    BOX,
    DATE_BLANK,
    Column,
    Document,
    Figure,
    Figures,
    Heading,
    Paragraph,
    Part,
    Row,
    Setting,
    Table,
    Tone,
    numbered,
)
from engine.measures.measured import distinct
from processes.model.confirmation import Confirmation, confirmation_of
from processes.model.dates import date_text
from processes.model.department import Department
from processes.model.places import Place
from processes.model.plan import Plan
from processes.rules.rule import Rule, law_day

NAME = "核对清单"

CHAPTERS = {
    "R1": "组织领导和范围",
    "R2": "“两集中三到位”改革",
    "R3": "流程梳理评估",
    "R4": "流程优化",
    "R5": "一次性告知单和流程图",
    "R6": "进驻市行政服务中心",
    "R7": "公开、总结和监督检查",
    "R8": "各表一致",
    "R9": "时间安排",
}
"""The beginning of a code → the stage of the plan it belongs to."""
LAWS = "依法行政"
"""All other codes are those of laws."""

TICKED = "☑"


@dataclass(frozen=True, slots=True)
class Item:
    """A question, and the answer recorded; None where there is none. ``sources``: where it is recorded."""

    rule: Rule
    answer: Confirmation | None
    sources: tuple[Place, ...] = ()

    @property
    def chapter(self) -> str:
        """Under which heading it stands."""
        return CHAPTERS.get(self.rule.code[:2], LAWS)

    @property
    def cited(self) -> tuple[str, ...]:
        """The sentence it comes from, if there is one, and where that stands; quotes in it are inner ones."""
        quote = self.rule.quote.replace("“", "‘").replace("”", "’")
        return (f"“{quote}”", f"——{self.rule.source}") if quote else (self.rule.source,)


@dataclass(frozen=True, slots=True)
class Checklist:
    """The list of one department, in order of chapter and code."""

    department: Department
    items: tuple[Item, ...]

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many are answered 是, 否, and not at all."""
        answers = [item.answer for item in self.items]
        yes = sum(one is not None and one.yes for one in answers)
        open_ = sum(one is None for one in answers)
        return yes, len(answers) - yes - open_, open_


def checklist_of(department: Department, plan: Plan, rules: Iterable[Rule]) -> Checklist:
    """The list of a department: every rule with a question that is law on the last day of the reform."""
    day = law_day(plan)
    asked = [rule for rule in rules if rule.question and rule.valid_from <= day <= rule.valid_until]
    order = [*CHAPTERS.values(), LAWS]
    items = [_item(rule, department) for rule in asked]
    return Checklist(department, tuple(sorted(items, key=lambda one: (order.index(one.chapter), one.rule.code))))


def _item(rule: Rule, department: Department) -> Item:
    said = department.confirmations.get(rule.code)
    return Item(rule, None) if said is None else Item(rule, confirmation_of(said), distinct((said.place,)))


def checklist_document(plan: Plan, lists: Sequence[Checklist]) -> Document:
    """The paper: of one department, or of several one below the other behind a table of them all."""
    if len(lists) == 1:
        (only,) = lists
        name = only.department.full_name
        return Document(
            title=f"{name}\n工作流程再造核对清单",
            unit_name=name,
            parts=(*_head(plan, name), *_one(only), *_signatures()),
            wide=True,
        )
    parts: list[Part] = [*_head(plan, f"{len(lists)}个单位"), Heading("一、各单位核对情况"), _overview(lists)]
    for number, one in enumerate(lists, 1):
        parts += [
            Heading(f"{numeral(number + 1)}、{one.department.full_name}", new_page=True),
            *_one(one),
            *_signatures(),
        ]
    return Document(title=f"{plan.city}工作流程再造核对清单", unit_name=plan.recipient, parts=tuple(parts), wide=True)


def _head(plan: Plan, who: str) -> Iterator[Part]:
    stages = [(stage.name, date_text(stage.due)) for stage in plan.stages]
    columns = (Column("城市", 8), Column("单位", 18), *(Column(name, 12) for name, _ in stages))
    row = Row((Cell(plan.city), Cell(who), *(Cell(f"{due}前") for _, due in stages)))
    yield Table("", columns, (row,))
    yield Paragraph(
        f"依据:《{plan.name.strip('《》')}》。{TICKED}是单位在申报里记下的答复;没有答复的,检查人在{BOX}里打√。",
        Setting.NOTE,
    )


def _one(one: Checklist) -> Iterator[Part]:
    yield _figures(one)
    rows: list[Row] = []
    number = 0
    for chapter, (title, group) in enumerate(groupby(one.items, key=lambda item: item.chapter), 1):
        rows.append(Row((Cell(f"{numeral(chapter)}、{title}"),), strong=True))
        for number, item in enumerate(group, number + 1):  # noqa: B020 - numbered on over all chapters
            rows.append(Row((Cell(number), *_row(item))))
    yield Table("", _COLUMNS, tuple(rows))


_COLUMNS = (
    Column("序号", 3),
    Column("编号", 4.5),
    Column("核对内容", 21, Align.LEFT),
    Column("是", 2.6),
    Column("否", 2.6),
    Column("原文和出处", 24, Align.LEFT),
    Column("情况、佐证材料", 15, Align.LEFT),
)


def _row(item: Item) -> tuple[Cell, ...]:
    rule, answer = item.rule, item.answer
    yes, no = (TICKED if answer is not None and answer.yes is side else BOX for side in (True, False))
    return (
        Cell(rule.code),
        Cell(rule.question),
        Cell(yes, item.sources),
        Cell(no, item.sources),
        Cell("\n".join(item.cited)),
        Cell(answer.remark if answer else "", item.sources),
    )


def _figures(one: Checklist) -> Figures:
    yes, no, open_ = one.counts
    return Figures(
        (
            Figure("核对事项", f"{len(one.items)}项", "逐项核对"),
            Figure("答复“是”", f"{yes}项", tone=Tone.GOOD if yes else Tone.PLAIN),
            Figure("答复“否”", f"{no}项", "要说明情况" if no else "", Tone.BAD if no else Tone.PLAIN),
            Figure("没有答复", f"{open_}项", "请当场核对" if open_ else "", Tone.BAD if open_ else Tone.GOOD),
        )
    )


def _signatures() -> Iterator[Part]:
    yield Paragraph(f"检查人:{BLANK}　　被检查单位负责人:{BLANK}　　检查日期:{DATE_BLANK}", Setting.FLUSH)


def _overview(lists: Sequence[Checklist]) -> Table:
    columns = (
        Column("序号", 3),
        Column("单位", 20, Align.LEFT),
        *(Column(title, 6) for title in ("核对事项", "是", "否", "没有答复")),
    )
    counts = [(len(one.items), *one.counts) for one in lists]
    rows: list[tuple[Cell, ...]] = [
        (Cell(one.department.full_name, distinct((one.department.at("name"),))), *map(Cell, numbers))
        for one, numbers in zip(lists, counts, strict=True)
    ]
    sums = (sum(column) for column in zip(*counts, strict=True))
    return Table("", columns, (*numbered(rows), Row((Cell(""), Cell("合计"), *map(Cell, sums)), strong=True)))
