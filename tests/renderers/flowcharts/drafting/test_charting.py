"""What a chart says, and how its symbols are joined."""

from __future__ import annotations

import pytest

from processes.model.matter import VersionLabel
from processes.model.process import CheckedMatter
from renderers.flowcharts import Chart, chart_of
from renderers.flowcharts.chart import Shape, Side, keys_of
from tests.renderers.flowcharts.conftest import joined


def test_the_head_tells_matter_unit_and_limits(chart: Chart) -> None:
    """Title, full name of the unit, offices, both limits.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 决定 | 2工作日 | 审批决定
    """
    assert chart.title == "样例事项核发工作流程图(优化前)"
    assert chart.unit == "示范市示范局"
    assert chart.facts == (
        ("单位名称", "示范市示范局"),
        ("事项名称", "样例事项核发"),
        ("承办内设机构", "行政审批股"),
        ("法定时限", "20个工作日"),
        ("优化前时限", "20个工作日"),
        ("监督电话", ""),
    )


def test_the_head_names_offices_and_the_boxes_their_posts(chart: Chart) -> None:
    """承办内设机构 as in the forms; two 环节 of one office are told apart by who holds the file.

    承办: 行政审批股/受理岗、行政审批股/审查岗、局领导
    流程:
      - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查
      - 审查 | 行政审批股/审查岗 | 2工作日 | 材料审核
    """
    assert ("承办内设机构", "行政审批股、局领导") in chart.facts
    assert [chart.box(key).details[0] for key in ("受理", "审查")] == [
        ("行政审批股(受理岗)", "1个工作日"),
        ("行政审批股(审查岗)", "2个工作日"),
    ]


def test_a_version_that_does_not_exist_is_a_misuse(checked: CheckedMatter) -> None:
    """A cancelled matter has nothing after the reform.

    流程: 受理 | 1工作日 | 形式审查
    """
    with pytest.raises(ValueError, match="「样例事项核发」没有优化后流程。"):
        chart_of(checked, VersionLabel.AFTER, "示范市示范局")


def test_steps_stand_between_application_and_end(chart: Chart) -> None:
    """The main column in order; numbers are those of 附件6, details are holder and limit.

    支线:
      一次告知补正: 无
      不予受理: 无
      不予许可: 无
    流程:
      - 受理 | 即时 | 形式审查
      - 环节: 审查 | 公安局/交通科 | 3工作日 | 材料审核
      - 送达 | 无 | 送达
    """
    assert chart.main == ("开始", "开始|材料", "受理", "审查", "送达", "办结")
    boxes = [chart.box(key) for key in keys_of(chart.main)]
    assert [box.name for box in boxes] == ["申请人提出申请", "提交申请材料", "受理", "审查", "送达", "办结"]
    assert [box.number for box in boxes] == ["", "", "1", "2", "3", ""]
    assert boxes[1].details == (("申请书等2件",),)
    assert boxes[2].details == (("行政审批股", "即时办理"),)
    assert boxes[3].details == (("公安局(交通科)", "3个工作日"),)
    assert boxes[4].details == (("行政审批股", "未设时限"),)
    assert [box.lane for box in boxes] == ["申请人", "申请人", "行政审批股", "公安局/交通科", "行政审批股", "申请人"]
    assert [lane.name for lane in chart.lanes] == ["申请人", "行政审批股", "公安局交通科"]


def test_a_step_with_more_than_one_way_on_is_followed_by_a_diamond_with_labelled_exits(chart: Chart) -> None:
    """The three standard branches of a permit: completion leads back at the left, refusals end at the right.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 决定 | 2工作日 | 审批决定
    """
    assert chart.main == ("开始", "开始|材料", "受理", "受理|判断", "决定", "决定|判断", "办结")
    assert chart.box("受理|判断").name == "是否符合受理条件？"
    assert chart.box("受理|判断").shape is Shape.DECISION
    assert {one for one in joined(chart) if one[0] == "受理|判断"} == {
        ("受理|判断", "符合受理条件", "决定"),
        ("受理|判断", "材料不齐全或不符合法定形式", "一次告知补正/一次告知补正"),
        ("受理|判断", "不属于受理范围", "不予受理/不予受理"),
    }
    assert {one for one in joined(chart) if one[2] == "受理|判断"} == {("受理", "", "受理|判断")}
    assert Side("受理|判断", ("一次告知补正/一次告知补正",), left=True) in chart.sides
    assert Side("受理|判断", ("不予受理/不予受理", "结束:不予受理")) in chart.sides
    (back,) = [arrow for arrow in chart.arrows if arrow.back]
    assert (back.source, back.target) == ("一次告知补正/一次告知补正", "受理")


def test_a_branch_of_a_branch_leads_back_only_to_what_came_before_it(chart: Chart) -> None:
    """What goes on further down is no 退回, and is not drawn as one.

    支线:
      一次告知补正: 无
      不予受理: 无
      不予许可: 无
      会商:
        - 环节: 会商 | 1工作日 | 会商
          去向:
            有争议: 论证
            须重新审查: 复查
      论证:
        - 环节: 论证 | 1工作日 | 论证
          去向: 送达
      复查:
        - 环节: 复查 | 1工作日 | 复查
          去向: 受理
    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 审查 | 1工作日 | 审查
        去向:
          意见不一致: 会商
      - 送达 | 1工作日 | 送达
    """
    back = {(one.source, one.target): one.back for one in chart.arrows}
    assert back["论证/论证", "送达"] is False
    assert back["复查/复查", "受理"] is True


def test_a_side_branch_that_issues_a_document_is_drawn_as_one(chart: Chart) -> None:
    """The document stands in the symbol, above holder and limit; its end is a terminator.

    流程: 受理 | 1工作日 | 形式审查
    """
    box = chart.box("不予受理/不予受理")
    assert box.shape is Shape.DOCUMENT
    assert box.details == (("出具不予受理决定书",), ("行政审批股", "即时办理"))
    assert chart.box("结束:不予受理").name == "结束"
    assert chart.box("结束:不予受理").shape is Shape.TERMINAL


def test_a_document_of_the_main_path_stands_beside_the_step_that_makes_it(chart: Chart) -> None:
    """出具 of a 环节 is a document symbol tied to it.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 审查 | 2工作日 | 材料审核
        出具: 核查表、意见书、照片
      - 送达 | 1工作日 | 送达
    """
    assert Side("审查", ("审查|文书",)) in chart.sides
    assert chart.box("审查|文书").name == "核查表等3件"
    assert ("审查", "审查|文书") in {(one.source, one.target) for one in chart.arrows if one.bare}


def test_what_no_step_claims_is_handed_out_by_the_last_delivery(chart: Chart) -> None:
    """What the matter makes is the result of 送达 (附件7); it joins what that step makes itself.

    流程:
      - 环节: 受理 | 1工作日 | 形式审查
        出具: 受理通知书
      - 决定 | 1工作日 | 审批决定
      - 制证 | 1工作日 | 制证
      - 环节: 送达 | 1工作日 | 送达
        出具: 送达回证
    """
    assert [one.target for one in chart.arrows if one.bare] == ["受理|文书", "送达|文书"]
    assert chart.box("受理|文书").name == "受理通知书"
    assert chart.box("送达|文书").name == "送达回证、《许可证》"


def test_what_a_step_claims_is_not_handed_out_twice(chart: Chart) -> None:
    """With title marks or without.

    流程:
      - 环节: 决定 | 1工作日 | 审批决定
        出具: 许可证
      - 送达 | 1工作日 | 送达
    """
    assert [one.source for one in chart.arrows if one.bare] == ["决定"]


def test_a_step_may_be_called_like_the_end(chart: Chart) -> None:
    """办结 is a usual name of the last 环节.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 办结 | 1工作日 | 送达
    支线:
      不予许可: 无
    """
    step, end = chart.main[-2:]
    assert isinstance(step, str)
    assert isinstance(end, str)
    assert (chart.box(step).shape, chart.box(end).shape) == (Shape.PROCESS, Shape.TERMINAL)
    assert [(one.source, one.target) for one in chart.arrows if one.bare] == [(step, f"{step}|文书")]
    assert (step, "", end) in joined(chart)


def test_a_document_of_a_branch_is_named_in_the_box(chart: Chart) -> None:
    """Between the bars there is no room for a symbol beside.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 并联:
          - 环节: 审查 | 3工作日 | 材料审核
            出具: 意见书
          - 勘验 | 3工作日 | 现场勘验
      - 决定 | 1工作日 | 审批决定
    """
    assert chart.box("审查").details == (("出具意见书",), ("行政审批股", "3个工作日"))
    assert "审查|文书" not in {box.key for box in chart.boxes}


def test_what_is_not_counted_has_no_number_and_is_muted(chart: Chart) -> None:
    """不计环节.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 归档 | 1工作日 | 归档
        不计环节: 内部管理
      - 决定 | 2工作日 | 审批决定
    """
    box = chart.box("归档")
    assert (box.number, box.muted, box.shape) == ("", True, Shape.PROCESS)
    assert chart.box("决定").number == "2"


def test_time_that_is_not_counted_is_said(chart: Chart) -> None:
    """特殊环节: a predefined process, with the act and a note.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 评审 | 20工作日不计时限(专家评审) | 专家评审
      - 听证 | 不计时限(听证) | 听证
      - 决定 | 2工作日 | 审批决定
    """
    assert chart.box("评审").shape is Shape.SUBPROCESS
    assert chart.box("评审").details == (("行政审批股", "20个工作日", "不计时限(专家评审)"),)
    assert chart.box("听证").details == (("行政审批股", "不计时限(听证)"),)
    assert chart.notes == (
        "图中时限均为工作日，不含法定节假日。",
        "“不计时限”的环节所需时间不计入办理时限。",
    )


def test_what_the_authority_does_of_its_own_accord_has_no_applicant(chart: Chart) -> None:
    """A penalty begins with 立案.

    类型: 其他行政权力事项
    种类: 行政处罚
    材料: 无
    流程:
      - 立案 | 1工作日 | 立案审批
      - 决定 | 2工作日 | 集体讨论
    """
    assert chart.box("开始").name == "开始"
    assert "开始|材料" not in chart.main


def test_materials_are_counted_by_the_first_unless_its_name_is_long(chart: Chart) -> None:
    """Then only the number is said.

    材料: 营业执照和法定代表人身份证复印件、申请书
    流程: 受理 | 1工作日 | 形式审查
    """
    assert chart.box("开始|材料").details == (("共2件",),)
