"""What a leader reads in a minute about one department: headline numbers, charts, matters, what is left to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from engine.annexes.form import NOT_SUMMED, Align, Cell
from engine.diff.compare import Difference
from engine.documents.document import (
    Bar,
    Bars,
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
)
from engine.reports.difference import total_notes
from engine.reports.numbers import movement_text, percent_text, sides_text
from engine.reports.sentences import counts_sentence, cuts_sentence, target_sentence, unit_of, without_blanks
from engine.reports.standing import Standing, shown_name, standing_of
from engine.reports.target import Target, share_words
from engine.reports.totals import Total, Totals
from processes.model.department import Department
from processes.model.limits import number_text
from processes.model.matter import Outcome
from processes.model.plan import Plan
from processes.model.process import CheckedMatter

NAME = "情况报告"
"""As in file names."""

SERIES = ("优化前", "优化后")
MOST_BARS = 24
"""More than this in a chart nobody reads."""
_ENDS = 10


def department_overview(
    department: Department, plan: Plan, matters: Sequence[CheckedMatter], *, left_out: int = 0
) -> Document:
    """The report of one department; ``left_out`` of its matters do not hold together and are in no number."""
    own = standing_of(department, plan, matters)
    parts: list[Part] = [
        Figures((*sum_figures(own.sums), _target_figure(own.target))),
        Paragraph(department.full_name + counts_sentence(own.sums) + cuts_sentence(own.sums)),
        Paragraph(target_sentence(own.target)),
        *notes_of(own.differences, plan, left_out),
        four_bars(own.sums),
        *_matter_bars(own, plan),
        Heading("一、事项情况"),
        _matter_table(own),
        Heading("二、还有哪些问题"),
        *_problems(own),
    ]
    return Document(
        title=f"{department.full_name}工作流程再造情况报告",
        unit_name=department.full_name,
        parts=tuple(parts),
    )


def sum_figures(sums: Totals) -> tuple[Figure, ...]:
    """Matters and the four sums as headline numbers."""
    outcomes = f"优化{sums.optimised}项,取消{sums.cancelled}项,下放{sums.devolved}项"
    return (
        Figure("梳理事项", f"{sums.matters}项", outcomes),
        *(
            Figure(total.name, f"{_sides(total)}{unit_of(total)}", movement_text(total), _tone(total))
            for total in sums.four
        ),
    )


def notes_of(differences: Sequence[Difference], plan: Plan, left_out: int) -> Iterator[Paragraph]:
    """What one has to know to read the numbers; the notes of the difference report, and what is missing in them."""
    masked = {one.matter.name: shown_name(one.matter) for one in differences if one.matter.secret}
    for note in total_notes(differences, plan.switches):
        text = note
        for name, shown in masked.items():
            text = text.replace(name, shown)
        yield Paragraph(without_blanks(text), Setting.NOTE)
    if left_out:
        yield Paragraph(f"另有{left_out}个事项的申报不完整,没有计入。", Setting.NOTE)


def four_bars(sums: Totals) -> Bars:
    """The four sums before and after, each measured by its own larger side: they have different units."""
    bars = []
    for total in sums.four:
        longest = max(total.before, total.after) or Fraction(1)
        sides = (total.before, total.after)
        texts = tuple(number_text(side) + unit_of(total) for side in sides)
        bars.append(Bar(total.name, tuple(side / longest for side in sides), texts))
    return Bars("优化前后对比(各项按自身比例)", tuple(bars), SERIES)


def share_bars(title: str, rows: Sequence[tuple[str, Fraction]], share: Fraction) -> Bars:
    """A bar for each share, with a line where the plan wants it to be; of many, those at both ends."""
    shown = list(rows)
    if len(shown) > MOST_BARS:
        title = f"{title},前{_ENDS}名和后{_ENDS}名"
        shown = shown[:_ENDS] + shown[-_ENDS:]
    longest = max((share, *(cut for _, cut in shown)))
    bars = tuple(Bar(name, (max(cut, Fraction(0)) / longest,), (percent_text(cut),)) for name, cut in shown)
    return Bars(title, bars, mark=share / longest, mark_text=share_words(share))


def target_cell(target: Target) -> Cell:
    """已达到, 未达到, or —— where nothing is tested."""
    return Cell(NOT_SUMMED if target.reached is None else target.word)


def short_text(target: Target) -> str:
    """What falls short, in numbers."""
    return "、".join(one.gap_text(target.share) for one in target.short) or f"{len(target.missed)}个事项逐项未达到"


def _sides(total: Total) -> str:
    before, after = number_text(total.before), number_text(total.after)
    return before if before == after else f"{before}→{after}"


def _tone(total: Total) -> Tone:
    return Tone.GOOD if total.reduction > 0 else Tone.BAD if total.reduction < 0 else Tone.PLAIN


def _target_figure(target: Target) -> Figure:
    tone = {True: Tone.GOOD, False: Tone.BAD, None: Tone.PLAIN}[target.reached]
    cuts = "、".join(f"{one.name}{percent_text(one.share)}" for one in target.quantities)
    return Figure(f"缩减{share_words(target.share)}", target.word, f"审批事项{cuts}" if target.matters else "", tone)


def _matter_bars(own: Standing, plan: Plan) -> Iterator[Bars]:
    """How much of its 时限 each matter has lost."""
    cuts = [(shown_name(one.matter), one.time_limit.percentage) for one in own.differences]
    known = sorted(((name, cut) for name, cut in cuts if cut is not None), key=lambda pair: -pair[1])
    if len(known) > 1:
        yield share_bars("各事项时限压减比例", known, plan.targets.cut)


def _matter_table(own: Standing) -> Table:
    columns = (
        Column("序号", 3),
        Column("事项名称", 16, Align.LEFT),
        Column("结果", 4),
        Column("环节", 5),
        Column("程序", 5),
        Column("材料", 5),
        Column("时限", 9),
    )
    rows = [
        Row((Cell(number), Cell(shown_name(one.matter)), Cell(_result(one)), *_four(one)))
        for number, one in enumerate(own.differences, 1)
    ]
    total = Row((Cell(""), Cell("合计"), Cell(""), *(Cell(text) for text in sum_texts(own.sums))), strong=True)
    return Table("", columns, (*rows, total))


def sum_texts(sums: Totals) -> tuple[str, ...]:
    """The four sums as they stand in a table: 时限 by kind of day."""
    counts = (sums.steps, sums.procedures, sums.materials)
    return *map(sides_text, counts), "\n".join(map(sides_text, sums.days or (sums.time_limit,)))


def _result(one: Difference) -> str:
    if one.matter.outcome is Outcome.REWORKED and not one.is_optimised:
        return "调整"
    return str(one.matter.outcome)


def _four(one: Difference) -> Iterator[Cell]:
    return (Cell(sides_text(delta), (one.matter.place,)) for delta in one.deltas)


def _problems(own: Standing) -> Iterator[Part]:
    """What is left to do; what there is none of is not mentioned."""
    found = list(_problem_parts(own))
    yield from found or [Paragraph("没有发现未达目标、未评估、未优化或不减反增的事项。")]


def _problem_parts(own: Standing) -> Iterator[Part]:
    target = own.target
    if target.reached is False:
        yield Paragraph(f"未达到缩减{share_words(target.share)}目标:{short_text(target)}。", Setting.FLUSH)
    if target.missed and target.matters > 1:
        wanted = f"逐项看未达到{share_words(target.share)}的审批事项"
        columns = (Column(wanted, 18, Align.LEFT), Column("差在哪里", 20, Align.LEFT))
        rows = tuple(
            Row((Cell(shown_name(matter)), Cell("、".join(one.gap_text(target.share) for one in short))))
            for matter, short in target.missed
        )
        yield Table("", columns, rows)
    for text, chosen in (
        ("尚未评估存在问题的事项", [one for one in own.differences if one.matter.problems is None]),
        ("没有优化的事项", [one for one in own.differences if not one.is_optimised]),
        ("有指标不减反增的事项", [one for one in own.differences if grows(one)]),
    ):
        if chosen:
            names = "、".join(shown_name(one.matter) for one in chosen)
            yield Paragraph(f"{text}{len(chosen)}项:{names}。", Setting.FLUSH)


def grows(one: Difference) -> bool:
    """Whether any of the four is more than before (R708: 擅自增加)."""
    return any(delta.reduction is not None and delta.reduction < 0 for delta in one.deltas)
