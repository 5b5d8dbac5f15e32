"""A small city in which a department has declared a reform, one has changed nothing, and the others have not filed."""

from __future__ import annotations

from collections.abc import Sequence

from engine.documents import Declared as DeclaredDepartment
from processes.model.department import Department
from processes.model.plan import Plan
from processes.model.process import CheckedMatter
from tests.declaring import Declared

SECRET = "要害部位检查"
"""The name of the matter that no document may tell."""

CITY = f"""==> 方案.yaml <==
部门:
  综合部门: 示范局、发改局、政务服务中心
  管理部门: 住建局、公安局
==> 示范局/单位.yaml <==
内设机构:
  - 综合股
  - 业务股 | 监管
  - 机构: 许可股 | 审批 | 撤销
    人数: 4
  - 机构: 行政审批股 | 审批 | 新设
    人数: 4
行政审批股:
  方式: 撤一建一
  主管: 局长
  协管: 副局长,在窗口办公
  窗口: 一号窗口
  窗口人员: 2
  授权: 示发〔2017〕1号
  专用章: 是
编制: 20
领导职数:
  改革前: 4
  改革后: 3
评估:
  服务对象: 5
  专家: 1
  事项: 2
文件:
  调整意见: 示发〔2017〕9号
==> 示范局/01-甲类许可.yaml <==
名称: 甲类许可
咨询电话: 12345
地点: 政务大厅一楼
问题: 环节多 | 合并审查和决定
优化前:
  时限: 15工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | 5工作日 | 材料审核
    - 决定 | 局领导 | 2工作日 | 局长签批
  材料: 申请书、身份证复印件、营业执照复印件
优化后:
  时限: 10工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查
    - 决定 | 行政审批股 | 5工作日 | 材料审核、审批决定
  材料: 申请书
==> 示范局/02-乙类备案.yaml <==
名称: 乙类备案
类型: 其他行政权力事项
种类: 其他
问题: 无
优化后: 取消
==> 示范局/03-检查.yaml <==
名称: {SECRET}
类型: 其他行政权力事项
种类: 行政监督检查
涉密: 秘密级,依据《某规定》
问题: {SECRET}耗时长 | 缩短{SECRET}
优化后:
  时限: 9工作日
==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住建局
==> 住建局/01-施工许可.yaml <==
名称: 施工许可
"""


def pairs(declared: Declared) -> list[DeclaredDepartment]:
    """Each department with its matters."""
    workspace = declared.checked.workspace
    assert workspace is not None, declared.findings
    return [(one, declared.checked.matters_of(one.name)) for one in workspace.departments]


def plan_of(declared: Declared) -> Plan:
    """The plan."""
    workspace = declared.checked.workspace
    assert workspace is not None
    return workspace.plan


def first(declared: Declared) -> tuple[Department, Sequence[CheckedMatter]]:
    """示范局 with its matters."""
    return next(pair for pair in pairs(declared) if pair[0].name == "示范局")
