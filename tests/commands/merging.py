"""What the tests of ``zaizao merge`` share: a matter with comments everywhere, and a clerk who edits its forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import ndiff
from pathlib import Path

from openpyxl import load_workbook

from tests.commands.conftest import Ran
from tests.declaring import write

MATTER = """# 全文
# 头注
名称: 取水许可   # 名称后的注
类型: 行政审批事项
依据:
  法律: 《水法》第七条
  行政法规: 《取水条例》第二条
相对人: 企业、个人
法定时限: 20工作日(《行政许可法》第四十二条)
终审: 省终审
出具:
  - 许可证 # 正本
  - 副本
条件: 无
公开方式: 窗口公开
咨询电话: "0453-7221000"
问题:
  - 环节多 | 合并环节 | 综合股
备注: 试行

优化前:
  # 旧的时限
  时限: 10工作日   # 十天
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 环节: 审核 | 业务股 | 5工作日 | 资料审核、实地核查(2人以上)
      去向:
        不合格: 受理
    - 送达 | 综合股 | 1工作日 | 送达
  材料:
    - 申请书
    - 身份证 # 复印
优化后:
  时限: 8工作日
  材料: 申请书
# 尾注
"""
FILE = "示范局/01-示范事项.yaml"
FORM = {"4": "附件4.xlsx", "5": "附件5.xlsx", "6": "附件6.xlsx", "7": "附件7.xlsx"}


def declare(project: Path) -> Path:
    """The matter's file, in a project with nothing else."""
    write(project, f"==> {FILE} <==\n{MATTER}")
    return project / FILE


def make(declared: Path, zaizao: Callable[..., Ran], number: str) -> Path:
    """The form of that number as made now."""
    target = FILE if number == "7" else "示范局"
    assert zaizao("fill", target, "--表", number, "-o", FORM[number]).code == 0
    return declared.parents[1] / FORM[number]


def edit(form: Path, cells: Mapping[str, str | int]) -> None:
    """Change cells as a clerk does, and save."""
    book = load_workbook(form)
    for reference, value in cells.items():
        book.worksheets[0][reference] = value
    book.save(form)


def changed(before: str, after: str) -> list[str]:
    """The lines taken out and put in."""
    return [line for line in ndiff(before.split("\n"), after.split("\n")) if line[:1] in "+-"]
