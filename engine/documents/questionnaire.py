"""问卷: service users and experts tick what is wrong with the present processes (工作方案 二(二)2四).

“通过发放调查问卷…邀请服务对象和社会公众对当前工作流程进行客观评估”. Asked about is the process before the reform. The
answers are typed into a table whose columns are those of the questionnaire, and counted by ``zaizao tally``.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.annexes.form import Align, Cell
from engine.diff.comparison import Comparison, compare_numbers
from engine.documents.document import (
    BLANK,
    BOX,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Setting,
    Table,
    numbered,
)
from engine.measures.measured import distinct
from engine.survey import asked
from processes.model.answers import PROBLEMS
from processes.model.department import Department
from processes.model.limits import number_text
from processes.model.plan import Plan
from processes.model.process import CheckedMatter

NAME = "问卷"
PURPOSE = "请服务对象和专家评估现行流程的调查问卷(单位)"

_EXPLAINED = {
    "要件多": "要交的材料太多",
    "环节多": "要经过的股室、人员太多",
    "程序多": "要办的手续太多、太繁琐",
    "时限长": "要等的时间太长",
    "效率低": "推诿、拖延、反复跑",
    "无谓证明": "要交没有必要的证明",
}
_LINES_FOR_OPINIONS = 3


def write(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Document | None:
    """The questionnaire of one department; None if it has no matter to ask about."""
    open_files = {matter.file for matter in asked(one.matter for one in matters)}
    shown = [compare_numbers(one, plan.switches) for one in matters if one.matter.file in open_files]
    if not shown:
        return None
    explained = ";".join(f"{problem}:{_EXPLAINED[problem]}" for problem in PROBLEMS)
    return Document(
        title=f"{department.full_name}工作流程评估问卷",
        unit_name=department.full_name,
        parts=(
            Paragraph(
                f"您好！{department.full_name}正在优化办事流程,请您对下列事项当前的工作流程作出评价。"
                "答卷只用于改进工作,不记姓名。感谢您的支持！"
            ),
            Paragraph(f"答卷编号:{BLANK}　　您的身份:{BOX}服务对象　{BOX}第三方专家", Setting.FLUSH),
            Heading("一、您认为哪些事项有什么问题(在方框里打√,可多选;没有办过的事项空着)"),
            _questions(shown),
            Paragraph(f"{explained}。", Setting.NOTE),
            Heading("二、您的意见和建议"),
            _opinions(),
        ),
        wide=True,
    )


def _questions(shown: Sequence[Comparison]) -> Table:
    columns = (
        Column("序号", 3),
        Column("事项名称", 18, Align.LEFT),
        Column("当前流程", 17, Align.LEFT),
        *(Column(problem, 5) for problem in PROBLEMS),
        Column("没有问题", 5),
    )
    boxes = tuple(Cell(BOX) for _ in (*PROBLEMS, "没有问题"))
    rows: list[tuple[Cell, ...]] = [
        (Cell(one.matter.name, distinct((one.matter.at("name"),))), Cell(_present(one)), *boxes) for one in shown
    ]
    return Table("", columns, numbered(rows))


def _present(one: Comparison) -> str:
    counts = (one.steps, one.procedures, one.materials)
    numbers = "、".join(f"{delta.name}{number_text(delta.before.value or 0)}{delta.unit}" for delta in counts)
    return f"{numbers},时限{one.matter.before.limit.official}"


def _opinions() -> Table:
    columns = (Column("事项名称", 18), Column("意见和建议", 50))
    empty = Row(tuple(Cell("") for _ in columns))
    return Table("", columns, (empty,) * _LINES_FOR_OPINIONS)
