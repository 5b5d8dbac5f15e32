"""附件4 机关作风整顿再造流程工作事项台账: every matter of a department with the facts by which it is known.

12 grid columns, 序号 and 11 numbered ones; the sign line is the first row of the table, 4 lines are printed. Rows stand
by 事项类型 in the order of 注3, which makes the counts of 附件9 easy to see, and as declared within a type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.annexes.form import LEVEL, NONE_TEXT, Align, Cell, Column, Form, headings
from engine.annexes.order import by_type
from engine.annexes.wording import basis_places, basis_text, listed, office_names, office_places, text_places
from engine.measures.measured import distinct
from processes.model.plan import FormText
from processes.model.vocabulary import KINDS, SUBJECTS, BasisRank, MatterType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from processes.model.department import Department
    from processes.model.matter import Matter
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter

CODE = "附件4"
NAME = "机关作风整顿再造流程工作事项台账"

LEAST_ROWS = 4
TITLE_LEVELS = 2
NOT_PUBLISHED = "不公开(涉密)"

_OTHERS, _SERVICES = ("、".join(KINDS[kind]) for kind in (MatterType.OTHER_POWER, MatterType.PUBLIC_SERVICE))

NOTES = (
    "注:1.表格所有项目都为必填项,不涉及相关内容或无法填写的,应填“无”,不能空项。",
    "2.事项名称:一般由事项指向的行为(对象)和事项种类两部分组成。"  # noqa: ISC004 - one note
    "已公开或由法律法规等规定的,按已公开名称或规定名称填写;其他的按历史延续、约定俗成名称填写。",
    f"3.事项类型:在“{'、'.join(MatterType)}”中根据实际情况选择填写。",
    f"4.具体种类:“行政审批事项”填写“行政许可”;“其他行政权力事项”在“{_OTHERS}”中按实际情况选择填写;"  # noqa: ISC004 - one note
    f"“公共服务事项”在“{_SERVICES}”中根据实际情况选择填写;“其他事项”根据实际情况填写。",
    "5.承办内设机构:填写承办内设机构的规范全称。涉及多个内设机构的,填写所有涉及到的内设机构名称。",
    "6.事项依据:引用多个实施依据的,按照效力层级予以排序,序号用大写数字,每项依据均需单独回行成段。"  # noqa: ISC004 - one note
    f"具体排序顺序为{'、'.join(BasisRank)}。依据列举应从简,上层效力依据已对设定权力和设定权力实施主体作出明确规定的,"
    "不需要列举下层效力依据;同层效力依据,列举最新的即可。",
    f"7.事项相对人:根据实际情况在“{'、'.join(SUBJECTS)}”中选择填写。可多选。",
    "8.公开方式:根据公开渠道、公开范围等填写。",
    "9.{final}:根据最终审批结果填写。",
    "10.并联审批:由2个以上部门联审联批的填写联审联批部门。",
    "11.行政权力未行使的原因:根据实际存在情况填写。",
)
"""As printed below the form; ``{final}`` is the title of column 8."""


def fill(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Form:
    """附件4 of one department."""
    own = plan.form_texts.get(CODE, FormText())
    final = _final_title(plan)
    columns = _columns(final)
    return Form(
        code=CODE,
        label=CODE,
        title=own.title or plan.heading + NAME,
        unit_name=department.full_name,
        headings=headings(columns, TITLE_LEVELS),
        columns=columns,
        header_rows=TITLE_LEVELS + 1,
        rows=tuple(_row(index, matter, department) for index, matter in enumerate(by_type(matters), 1)),
        least_rows=LEAST_ROWS,
        notes=own.notes or tuple(note.replace("{final}", final) for note in NOTES),
        sign_inside=True,
    )


def _final_title(plan: Plan) -> str:
    """省市终审或海林终审; another city's own level has another name (方案.终审, the last)."""
    return f"省市终审或{plan.final_levels[-1] if plan.final_levels else '本级终审'}"


def _columns(final: str) -> tuple[Column, ...]:
    parts: tuple[tuple[str, str, float, Align], ...] = (
        ("name", "事项名称", 18, Align.LEFT),
        ("type", "事项类型", 9, Align.CENTRE),
        ("kind", "具体种类", 9, Align.CENTRE),
        ("offices", "承办内设机构", 14, Align.CENTRE),
        ("bases", "事项依据", 30, Align.LEFT),
        ("subjects", "事项相对人", 10, Align.CENTRE),
        ("publicity", "公开方式", 13, Align.CENTRE),
        ("final_level", final, 9, Align.CENTRE),
        ("parallel", LEVEL.join(("并联审批", "是/否")), 5, Align.CENTRE),
        ("parallel_departments", LEVEL.join(("并联审批", "并联审批部门名称")), 10, Align.CENTRE),
        ("unexercised", "行政权力未行使的原因", 10, Align.LEFT),
    )
    numbered = (
        Column(key, title, str(number), width, align) for number, (key, title, width, align) in enumerate(parts, 1)
    )
    return Column("index", "序号", width=4.2), *numbered


def _row(index: int, checked: CheckedMatter, department: Department) -> tuple[Cell, ...]:
    matter, process = checked.matter, checked.before
    final_level = distinct((matter.at("final_level"),))
    return (
        Cell(index, distinct((matter.place,))),
        Cell(matter.name, distinct((matter.at("name"),))),
        Cell(matter.type.value, distinct((matter.at("type"),))),
        # 行政许可 follows from the type where it is not written.
        Cell(matter.kind or NONE_TEXT, distinct((matter.at("kind", matter.at("type")),))),
        Cell(listed(office_names(process)), office_places(process)),
        Cell(basis_text(matter), basis_places(matter)),
        Cell(listed(matter.subjects), text_places(matter.subjects, matter.at("subjects"))),
        _publicity(matter),
        Cell(matter.final_level or NONE_TEXT, final_level),
        *_parallel(matter, department),
        Cell(matter.unexercised or NONE_TEXT, distinct((matter.at("unexercised"),))),
    )


def _publicity(matter: Matter) -> Cell:
    """公开方式; of a secret matter that is not public, why there is none."""
    places = text_places(matter.publicity, matter.at("publicity"))
    if matter.secret and not matter.publicity and not matter.before.public:
        secret = matter.at("secret")
        return Cell(NOT_PUBLISHED, distinct((secret, matter.before.at("public", secret), *places)))
    return Cell(listed(matter.publicity), places)


def _parallel(matter: Matter, department: Department) -> tuple[Cell, Cell]:
    """是 with all the departments, ours first (注10: 2个以上 includes two); 否 with 无."""
    others = matter.parallel_departments
    places = text_places(others, matter.at("parallel_departments"))
    if not others:
        return Cell("否", places), Cell(NONE_TEXT, places)
    return Cell("是", places), Cell(listed((department.name, *others)), distinct((*places, department.at("name"))))
