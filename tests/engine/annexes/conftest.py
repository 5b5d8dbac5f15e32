"""Forms filled from small declared projects or from processes, and what becomes of them when a line is changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.annexes import annex6, city_annexes, department_annexes
from engine.annexes.form import Cell, Form
from processes.model.department import Department
from processes.model.matter import VersionLabel
from processes.model.plan import Plan, Switches
from processes.model.process import CheckedMatter, Process
from renderers.forms.listing import listing
from tests.declaring import Declared, parts

FillDeclared = Callable[[str, str], Form | None]
DEPARTMENT = "示范局"

Cells = Callable[[str, str, str], list[object]]

AT_ONCE = """  流程:
    - 受理 | 综合股 | 即时 | 形式审查
    - 送达 | 综合股 | 即时 | 送达
  材料: 申请书
"""
"""Two 环节, two 程序."""

APPROVALS = """==> 示范局/单位.yaml <==
内设机构:
  - 综合股
  - 业务股 | 监管
  - 行政审批股 | 审批 | 新设
行政审批股:
  方式: 撤一建一
==> 示范局/01-示范事项.yaml <==
名称: 餐饮许可证核发
优化前:
  收费:
    - 工本费 | 每证4元
    - 检测费 | 省定标准
  时限: 20工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | 10工作日 | 材料审核、现场核查
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书
优化后:
  承办: 行政审批股
  收费: 检测费 | 省定标准
  时限: 13工作日
  流程:
    - 受理 | 1工作日 | 形式审查
    - 审查送达 | 9工作日 | 材料审核、送达
==> 示范局/02-停业许可.yaml <==
名称: 停业许可
优化前:
  时限: 10工作日
  流程:
    - 登记 | 业务股 | 1工作日 | 登记
  材料: 无
优化后: 取消
==> 示范局/03-处罚.yaml <==
名称: 违法经营处罚
类型: 其他行政权力事项
种类: 行政处罚
"""
"""A department whose approvals 附件3 sums: one reworked, one cancelled; and a matter that is none."""

Build = Callable[..., Process]
Check = Callable[..., CheckedMatter]

BEFORE = (
    "受理 | 食品股 | 1工作日 | 形式审查",
    "审查 | 食品股 | 15工作日 | 材料审核、现场核查(2人以上)",
    "审批 | 局领导 | 4工作日 | 分管审核、签批",
)
AFTER = ("受理 | 审批股 | 1工作日 | 形式审查", "审查决定 | 审批股 | 12工作日 | 材料审核、现场核查(2人以上)、签批")
FILE = "市场监管局/01-样例.yaml"


@pytest.fixture
def fill_declared(declare: Callable[[str], Declared]) -> FillDeclared:
    """Fills the form of a code for 示范局, as declared in a text over the small project."""

    def fill(code: str, text: str) -> Form | None:
        checked = declare(text).checked
        assert checked.workspace is not None, checked.findings
        assert len(checked.matters) == len(checked.workspace.matters), checked.findings
        department = checked.workspace.department(DEPARTMENT)
        assert department is not None
        return department_annexes()[code].fill(department, checked.workspace.plan, checked.matters_of(DEPARTMENT))

    return fill


@pytest.fixture
def fill_city_declared(declare: Callable[[str], Declared]) -> Callable[[str, str], Form]:
    """Fills the roll-up of a code for all departments of a text over the small project."""

    def fill(code: str, text: str) -> Form:
        checked = declare(text).checked
        assert checked.workspace is not None, checked.findings
        workspace = checked.workspace
        pairs = [(one, checked.matters_of(one.name)) for one in workspace.departments]
        return city_annexes()[code].fill_city(workspace.plan, [(one, matters) for one, matters in pairs if matters])

    return fill


@pytest.fixture
def body(fill_declared: FillDeclared) -> Callable[[str, str], str]:
    """The listing of the rows and of what stands below, without head and columns."""

    def write(code: str, text: str) -> str:
        form = fill_declared(code, text)
        assert form is not None
        return listing(form).split("\n\n", 2)[2]

    return write


@pytest.fixture
def cells(fill_declared: FillDeclared) -> Callable[[str, str, str], list[object]]:
    """What stands in one column."""

    def column(code: str, text: str, key: str) -> list[object]:
        form = fill_declared(code, text)
        assert form is not None
        return [cell.value for cell in form.column(key)]

    return column


@pytest.fixture
def changed(fill_declared: FillDeclared) -> Callable[[str, str, str, str], set[tuple[int, str]]]:
    """The cells (row, key of the column) that change when ``old`` is written ``new``.

    Each of them must have named the line among its sources: nothing may come from a line that its cell does not tell.
    """

    def change(code: str, text: str, old: str, new: str) -> set[tuple[int, str]]:
        assert text.count(old) == 1, old
        before, after = by_key(fill_declared(code, text)), by_key(fill_declared(code, text.replace(old, new)))
        assert before.keys() == after.keys()
        ((file, said),) = ((file, said) for file, said in parts(text) if old in said)
        line = said[: said.index(old)].count("\n") + 1
        found = {key for key, cell in before.items() if cell.value != after[key].value}
        silent = {key for key in found if (file, line) not in {place[:2] for place in before[key].sources}}
        assert silent == set(), f"{file}:{line} is no source of these"
        return found

    return change


def by_key(form: Form | None) -> dict[tuple[int, str], Cell]:
    """The cells of a form by row and key of the column."""
    assert form is not None
    return {
        (number, column.key): cell
        for number, row in enumerate(form.rows)
        for column, cell in zip(form.columns, row, strict=True)
    }


@pytest.fixture(scope="session")
def before(a_process: Build) -> Process:
    """20工作日, 3 环节, 5 程序, 3 材料."""
    return a_process(*BEFORE, materials="申请表(2份)、章程、身份证")


@pytest.fixture(scope="session")
def after(a_process: Build) -> Process:
    """13工作日, 2 环节, 4 程序, 1 材料."""
    return a_process(*AFTER, materials="申请表", limit="13工作日", label=VersionLabel.AFTER)


@pytest.fixture(scope="session")
def form_of(a_plan: Callable[..., Plan], a_department: Callable[..., Department]) -> Callable[..., Form]:
    """Fills the form of one department from matters; keywords are switches."""

    def build(*matters: CheckedMatter, **switches: object) -> Form:
        return annex6.fill(a_department("市场监管局"), a_plan(switches=Switches(**switches)), matters)  # type: ignore[arg-type]

    return build


def printed(cells: tuple[Cell, ...] | None, *numbers: int) -> list[object]:
    """What stands in the columns with these numbers."""
    assert cells is not None
    return [cells[number].value for number in numbers]
