"""What a cell says it comes from is what it comes from: one line is written otherwise, and the forms filled again."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from tests.declaring import write
from tests.provenance import Key, Line, Trial, broken, changed, department_alone, lines_of

SAMPLES = Path(__file__).parents[3] / "samples"

PROJECT = """# 全文
名称: 示范证明核发
类型: 其他行政权力事项
种类: 行政确认
依据:
  法律: 《示范法》第一条
  行政法规: 《示范条例》第二条
相对人: 企业、公民
公开方式: 政府网站、办事窗口
终审: 海林终审
法定时限: 30工作日(《示范法》第二条)
出具: 示范证明
条件:
  - 有固定场所
  - 有管理制度
咨询电话: 0453-5550001
监督机构: 示范市监察局
监督电话: 0453-5550002
邮寄地址: 示范路1号
邮政编码: 157100
平台: 海林市行政权力流程梳理平台
问题:
  - 要件多 | 减少要件 | 综合股 | 自查
  - 环节多 | 合并环节 | 业务股、综合股 | 问卷
优化前:
  公开: 是
  地点: 示范局一楼
  时限: 20工作日
  收费: 工本费 | 每证4元
  流程:
    - 受理 | 综合股 | 即时 | 形式审查
    - 审查 | 业务股 | 即时 | 材料审核、信息核对
    - 复审 | 局领导 | 即时 | 股长复核
    - 送达 | 综合股 | 即时 | 制证、送达
  材料:
    - 申请书
    - 照片(2张)
    - 营业执照复印件
优化后:
  公开: 是
  地点: 政务中心
  时限: 10工作日
  收费: 不收费
  流程:
    - 受理 | 综合股 | 即时 | 形式审查
    - 审查 | 业务股 | 即时 | 材料审核
    - 送达 | 综合股 | 即时 | 送达
  材料:
    - 申请书
    - 照片(1张)
"""

UNSAID = "nothing is written about it: named is the first line of what does not say it"
ONE_OF_MANY = "a number of matters: no single line makes it another"

EXCEPTIONS = {
    ("附件4", 0, "parallel"): UNSAID,
    ("附件4", 0, "parallel_departments"): UNSAID,
    ("附件4", 0, "unexercised"): UNSAID,
    ("附件6", 0, "cancelled"): UNSAID,
    ("附件6", 0, "devolved"): UNSAID,
    ("附件6", 0, "devolved_to"): UNSAID,
    ("附件6", 0, "remark"): UNSAID + "; and where one limit is 工作日, another kind in the other two is an error",
    ("附件6", -1, "name"): ONE_OF_MANY,
    ("附件6", -1, "cancelled"): UNSAID,
    ("附件6", -1, "devolved"): UNSAID,
    ("附件6", -1, "remark"): ONE_OF_MANY,
    ("附件7", 0, "共同实施部门"): UNSAID,
}
"""Form, row (-1: 总计) and column of the cells that name a line no mutation of which changes them, and why."""


@pytest.mark.parametrize(
    ("sample", "department"), [("edge", "水务局"), ("edge", "公安局"), ("edge", "商务局"), ("hailin", "市场监管局")]
)
def test_what_changes_a_cell_is_one_of_its_sources(sample: str, department: str, tmp_path: Path) -> None:
    """40 mutations of a department, all its forms and cards and the roll-ups; many of them change something."""
    found, effective = broken(department_alone(SAMPLES / sample, department, tmp_path / "p"), 1, 40)
    assert found == []
    assert effective >= 10


def test_every_source_can_change_its_cell(tmp_path: Path) -> None:
    """All mutations of a matter: of each line that a cell of 附件4 to 7 and 10 names, some mutation changes the cell.

    附件9 counts matters in which anything was reduced at all: there a line is seldom the one on which it depends. And
    序号 is the number of the row, whatever stands in it.
    """
    trial = Trial(write(tmp_path, PROJECT))
    by: dict[Key, set[Line]] = defaultdict(set)
    for one in trial.all():
        for key in changed(trial.before, trial.after(one), one):
            by[key].add(one.line)
    idle = {
        key[1:]
        for key, cell in trial.before.cells.items()
        if key[0] != "全市" and key[1] != "附件9" and key[3] != "index" and lines_of(cell) - by[key]
    }
    assert idle == set(EXCEPTIONS)
