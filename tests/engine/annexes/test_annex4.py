"""附件4: every matter with the facts by which it is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.annexes.form import Form

Fill = Callable[[str, str], Form | None]
Cells = Callable[[str, str, str], list[object]]
Changed = Callable[[str, str, str, str], set[tuple[int, str]]]

TEXT = """==> 方案.yaml <==
默认:
  行政审批事项:
    终审: 海林终审
    公开方式: 政府网站、办事窗口
==> 示范局/单位.yaml <==
全称: 示范市示范管理局
==> 示范局/01-示范事项.yaml <==
# 删除
==> 示范局/01-来信.yaml <==
名称: 来信办理
类型: 其他事项
依据: 无
相对人: 无
==> 示范局/02-咨询.yaml <==
名称: 政策咨询服务
类型: 公共服务事项
种类: 法律和信息咨询
依据:
  规范性文件: 示政发〔2016〕3号
==> 示范局/03-年检.yaml <==
名称: 经营资格年检
类型: 其他行政权力事项
种类: 年检
未行使原因: 国务院2016年起暂停年检
==> 示范局/04-餐饮.yaml <==
名称: 餐饮许可证核发
类型: 行政审批事项
依据:
  规范性文件: 示政发〔2015〕9号
  法律:
    - 《中华人民共和国食品安全法》第三十五条
    - 《中华人民共和国行政许可法》第十二条
相对人: 企业、个人
并联部门: 公安局、住建局
优化前:
  承办: 业务股/审查岗、综合股
  时限: 20工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | 10工作日 | 材料审核
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书
优化后:
  承办: 行政审批股
"""

FINAL_NOTES = """\
注:1.表格所有项目都为必填项,不涉及相关内容或无法填写的,应填“无”,不能空项。
2.事项名称:一般由事项指向的行为(对象)和事项种类两部分组成。已公开或由法律法规等规定的,按已公开名称或规定名称填写;其他的按历史延续、约定俗成名称填写。
3.事项类型:在“行政审批事项、其他行政权力事项、公共服务事项、其他事项”中根据实际情况选择填写。
4.具体种类:“行政审批事项”填写“行政许可”;“其他行政权力事项”在“行政处罚、行政强制、行政征收、行政征用、行政给付、行政确认、行政奖励、行政监督检查、年检、行政裁决、行政复议、税费减免、其他”中按实际情况选择填写;“公共服务事项”在“政策支持、法律和信息咨询、知识产权保护、就业技能培训、公共教育、劳动就业、社会保障、医疗卫生、住房保障、文化体育、扶贫脱贫、其他”中根据实际情况选择填写;“其他事项”根据实际情况填写。
5.承办内设机构:填写承办内设机构的规范全称。涉及多个内设机构的,填写所有涉及到的内设机构名称。
6.事项依据:引用多个实施依据的,按照效力层级予以排序,序号用大写数字,每项依据均需单独回行成段。具体排序顺序为法律、行政法规、地方性法规、地方政府规章、国家部委规章、规范性文件、机构编制文件。依据列举应从简,上层效力依据已对设定权力和设定权力实施主体作出明确规定的,不需要列举下层效力依据;同层效力依据,列举最新的即可。
7.事项相对人:根据实际情况在“公民、个人、机关、企业、事业单位、其他组织、特定人群”中选择填写。可多选。
8.公开方式:根据公开渠道、公开范围等填写。
9.省市终审或海林终审:根据最终审批结果填写。
10.并联审批:由2个以上部门联审联批的填写联审联批部门。
11.行政权力未行使的原因:根据实际存在情况填写。
"""
"""As published (plan, 附件4)."""


def test_the_form_is_filled_line_by_line(fill_declared: Fill, body: Callable[[str, str], str]) -> None:
    """By type, then as declared; ranks of basis in the form's order; 无 instead of blanks; the notes as published."""
    form = fill_declared("附件4", TEXT)
    assert form is not None
    assert form.title == "示范市机关作风整顿再造流程工作事项台账"
    assert (form.unit_name, form.sign_inside, form.least_rows) == ("示范市示范管理局", True, 4)
    rows, notes = body("附件4", TEXT).split("\n\n注")
    assert f"注{notes}" == FINAL_NOTES
    assert (
        rows
        == """\
序号: 1
1 事项名称: 餐饮许可证核发
2 事项类型: 行政审批事项
3 具体种类: 行政许可
4 承办内设机构: 业务股、综合股
5 事项依据: 一、《中华人民共和国食品安全法》第三十五条⏎二、《中华人民共和国行政许可法》第十二条⏎三、示政发〔2015〕9号
6 事项相对人: 企业、个人
7 公开方式: 政府网站、办事窗口
8 省市终审或海林终审: 海林终审
9 并联审批 / 是/否: 是
10 并联审批 / 并联审批部门名称: 示范局、公安局、住建局
11 行政权力未行使的原因: 无

序号: 2
1 事项名称: 经营资格年检
2 事项类型: 其他行政权力事项
3 具体种类: 年检
4 承办内设机构: 综合股、业务股
5 事项依据: 无
6 事项相对人: 企业
7 公开方式: 无
8 省市终审或海林终审: 无
9 并联审批 / 是/否: 否
10 并联审批 / 并联审批部门名称: 无
11 行政权力未行使的原因: 国务院2016年起暂停年检

序号: 3
1 事项名称: 政策咨询服务
2 事项类型: 公共服务事项
3 具体种类: 法律和信息咨询
4 承办内设机构: 综合股、业务股
5 事项依据: 一、示政发〔2016〕3号
6 事项相对人: 企业
7 公开方式: 无
8 省市终审或海林终审: 无
9 并联审批 / 是/否: 否
10 并联审批 / 并联审批部门名称: 无
11 行政权力未行使的原因: 无

序号: 4
1 事项名称: 来信办理
2 事项类型: 其他事项
3 具体种类: 无
4 承办内设机构: 综合股、业务股
5 事项依据: 无
6 事项相对人: 无
7 公开方式: 无
8 省市终审或海林终审: 无
9 并联审批 / 是/否: 否
10 并联审批 / 并联审批部门名称: 无
11 行政权力未行使的原因: 无"""
    )


def test_the_grid_is_the_prescribed_one(fill_declared: Fill) -> None:
    """12 columns, 1 is 事项名称, three rows of headings with the row of numbers through which 序号 reaches down."""
    form = fill_declared("附件4", TEXT)
    assert form is not None
    assert [column.number for column in form.columns] == ["", *map(str, range(1, 12))]
    assert form.header_rows == 3
    merges = {(one.text, one.column): (one.row, one.rows, one.columns) for one in form.headings}
    assert merges["序号", 0] == (0, 3, 1)
    assert merges["事项名称", 1] == (0, 2, 1)
    assert merges["并联审批", 9] == (0, 1, 2)
    assert merges["是/否", 9] == (1, 1, 1)
    assert merges["并联审批部门名称", 10] == (1, 1, 1)
    assert merges["行政权力未行使的原因", 11] == (0, 2, 1)


def test_another_city_has_its_own_level(fill_declared: Fill) -> None:
    """方案.终审 ends with it: in the heading and in 注9."""
    form = fill_declared("附件4", "==> 方案.yaml <==\n终审: 省终审、市终审、县终审\n")
    assert form is not None
    assert form.columns[8].title == "省市终审或县终审"
    assert form.notes[8] == "9.省市终审或县终审:根据最终审批结果填写。"


def test_a_secret_matter_is_not_made_public_by_a_default(cells: Cells) -> None:
    """R701: 涉密事项除外; nothing of how other matters are made public is its own."""
    plan = "==> 方案.yaml <==\n默认:\n  所有事项:\n    公开方式: 政府网站\n==> 示范局/01-示范事项.yaml <==\n"
    assert cells("附件4", plan, "publicity") == ["政府网站"]
    assert cells("附件4", f"{plan}涉密: 秘密级\n", "publicity") == ["不公开(涉密)"]
    assert cells("附件4", f"{plan}涉密: 秘密级\n公开方式: 无\n", "publicity") == ["不公开(涉密)"]
    assert cells("附件4", f"{plan}涉密: 秘密级\n公开方式: 办事窗口\n", "publicity") == ["办事窗口"]
    assert cells("附件4", f"{plan}涉密: 秘密级\n公开: 是\n", "publicity") == ["无"]


def test_cancelled_and_devolved_matters_are_in_the_ledger(cells: Cells) -> None:
    """It is of what there is before the reform."""
    text = "优化后: 取消\n==> 示范局/02-乙.yaml <==\n名称: 乙许可\n优化后:\n  下放: 镇(乡)\n"
    assert cells("附件4", text, "name") == ["示范事项", "乙许可"]


def test_twenty_instruments_are_numbered_in_chinese(cells: Cells) -> None:
    """大写数字: 十, 十一, 二十, 二十一."""
    laws = "".join(f"    - 法{number}\n" for number in range(1, 22))
    (printed,) = cells("附件4", f"依据:\n  法律:\n{laws}", "bases")
    lines = str(printed).split("\n")
    assert [lines[number - 1] for number in (9, 10, 11, 20, 21)] == [
        *("九、法9", "十、法10", "十一、法11", "二十、法20", "二十一、法21")
    ]


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("名称: 餐饮许可证核发", "名称: 餐饮许可", {(0, "name")}),
        ("种类: 年检", "种类: 其他", {(1, "kind")}),
        ("业务股/审查岗、综合股", "综合股", {(0, "offices")}),
        ("示政发〔2015〕9号", "示政发〔2015〕8号", {(0, "bases")}),
        ("企业、个人", "企业", {(0, "subjects")}),
        ("公开方式: 政府网站、办事窗口", "公开方式: 政府网站", {(0, "publicity")}),
        ("终审: 海林终审", "终审: 省终审", {(0, "final_level")}),
        ("并联部门: 公安局、住建局", "并联部门: 无", {(0, "parallel"), (0, "parallel_departments")}),
        ("国务院2016年起暂停年检", "暂停年检", {(1, "unexercised")}),
    ],
)
def test_a_cell_tells_the_lines_it_comes_from(
    old: str, new: str, cells: set[tuple[int, str]], changed: Changed
) -> None:
    """Defaults too; change a line, and the cells that change are those that named it."""
    assert changed("附件4", TEXT, old, new) == cells


def test_the_type_is_the_source_of_the_kind_that_follows_from_it(changed: Changed) -> None:
    """行政审批事项 are 行政许可 (注4) without its being written."""
    assert changed("附件4", "类型: 行政审批事项\n", "行政审批事项", "其他事项") == {(0, "type"), (0, "kind")}
    written = "类型: 公共服务事项\n种类: 其他\n"
    assert changed("附件4", written, "公共服务事项", "其他行政权力事项") == {(0, "type")}


def test_what_is_not_written_comes_from_the_matter(fill_declared: Fill) -> None:
    """Every cell leads somewhere, also where it says 无."""
    form = fill_declared("附件4", TEXT)
    assert form is not None
    assert all(cell.sources for row in form.rows for cell in row)


def test_a_city_may_print_another_title_and_other_notes(fill_declared: Fill) -> None:
    """方案.附件.附件4."""
    form = fill_declared("附件4", "==> 方案.yaml <==\n附件:\n  附件4:\n    标题: 台账\n    注: 注:从略。\n")
    assert form is not None
    assert (form.title, form.notes) == ("台账", ("注:从略。",))
