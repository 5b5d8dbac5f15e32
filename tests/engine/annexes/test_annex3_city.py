"""附件3 of the whole city: the sums of its departments, and who contributes what."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from engine.annexes.form import Form
from tests.engine.annexes.conftest import APPROVALS

CITY = f"""{APPROVALS}==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住建局
内设机构:
  - 综合股
  - 业务股
行政审批股:
  方式: 已建立
==> 住建局/01-施工许可.yaml <==
名称: 施工许可
优化后:
  时限: 5工作日
==> 税务局/单位.yaml <==
名称: 税务局
全称: 示范市税务局
内设机构: 综合股、业务股
==> 税务局/01-咨询.yaml <==
名称: 税务咨询
类型: 公共服务事项
种类: 其他
==> 示范镇/单位.yaml <==
名称: 示范镇
全称: 示范镇人民政府
范围外: 是
内设机构: 综合股、业务股
==> 示范镇/01-建房.yaml <==
名称: 建房许可
"""


def test_the_city_is_the_sum_of_its_departments(fill_city_declared: Callable[[str, str], Form]) -> None:
    """股室 of the same name in two departments are two; a town outside the scope takes no part."""
    form = fill_city_declared("附件3", CITY)
    assert form.unit_name == "市编办"
    assert [[cell.value for cell in row[1:]] for row in form.rows] == [
        [4, 3, 8, 40, 2],
        [3, 2, 6, 18, 1],
        [25, Fraction("33.3"), 25, 55, 50],
        ["行政审批股:已建立1个、撤一建一1个", "取消1个", "无", "工作日", "无"],
    ]
    assert form.rows[0][1].formula == "各部门附件1所列内设机构的个数,同一机构只计一次"


def test_below_the_citys_sums_stands_who_contributes_what(fill_city_declared: Callable[[str, str], Form]) -> None:
    """R810: in the plan's order, and who is left out is named."""
    form = fill_city_declared("附件3", CITY)
    assert form.notes[1:] == (
        "示范局:股室2→1(压缩50%);行政审批权力2→1(压缩50%);办理程序环节4→2(压缩50%);"  # noqa: ISC004 - one note
        "办理时限30→13工作日(压缩56.7%);收费2→1(压缩50%)。",
        "住建局:股室2→2;行政审批权力1→1;办理程序环节4→4;办理时限10→5工作日(压缩50%);收费0→0。",
        "没有行政审批事项、不填本表的部门:税务局。",
        "没有可汇总的申报、未计入的部门:发改局、公安局。",
    )


def test_a_city_without_approvals_has_sums_of_nothing(fill_city_declared: Callable[[str, str], Form]) -> None:
    """0 everywhere, and nothing to take a share of."""
    form = fill_city_declared("附件3", "类型: 公共服务事项\n种类: 其他\n")
    assert [[cell.value for cell in row[1:]] for row in form.rows] == [[0] * 5, [0] * 5, ["——"] * 5, ["无"] * 5]
