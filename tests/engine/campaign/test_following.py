"""What to change on which platform, field by field."""

from __future__ import annotations

from collections.abc import Sequence

from engine.campaign.following import NO_PLATFORM, WHOLE, Following, MatterTasks, following, following_form
from processes.model.process import CheckedMatter
from tests.declaring import Declared


def found_in(declared: Declared, charts: dict[str, str] | None = None) -> Following:
    """The list of the small department."""
    workspace = declared.checked.workspace
    assert workspace is not None
    (department,) = (one for one in workspace.departments if one.name == "示范局")
    matters: Sequence[CheckedMatter] = declared.checked.matters_of("示范局")
    return following(department.full_name, workspace.plan, [(department, matters)], charts or {})


def told(matter: MatterTasks) -> list[tuple[str, str, str]]:
    """Label, old and new text of each task."""
    return [(task.label, task.old, task.new) for task in matter.tasks]


def test_changes_are_grouped_by_platform_in_the_plans_order(declared: Declared) -> None:
    """平台: 省权力信息管理平台、海林市行政权力流程梳理平台
    优化前:
      时限: 10工作日
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 决定 | 局领导 | 2工作日 | 局长签批
      材料: 申请书、照片(2张)
    优化后:
      时限: 6工作日
      材料: 申请书
    """
    found = found_in(declared)
    assert [one.platform for one in found.platforms] == ["海林市行政权力流程梳理平台", "省权力信息管理平台"]
    expected = [("承诺时限", "10个工作日", "6个工作日"), ("申报所需材料", "1.申请书\n2.照片(2张)", "申请书")]
    for platform in found.platforms:
        (matter,) = platform.matters
        assert (matter.department, matter.name, told(matter)) == ("示范局", "示范事项", expected)
        assert all(task.is_text for task in matter.tasks)
    assert found.count == 4
    keys = [task.key for platform in found.platforms for matter in platform.matters for task in matter.tasks]
    assert len(set(keys)) == 4
    assert found_in(declared) == found


def test_what_concerns_a_whole_matter_is_an_instruction(declared: Declared) -> None:
    """平台: 省权力信息管理平台
    优化后: 取消
    """
    (task,) = found_in(declared).platforms[0].matters[0].tasks
    assert (task.label, task.new, task.is_text) == (WHOLE, "删除该事项", False)


def test_a_matter_newly_published_has_all_its_fields(declared: Declared) -> None:
    """平台: 省权力信息管理平台
    优化前:
      公开: 否
      时限: 10工作日
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
      材料: 申请书
    优化后:
      公开: 是
      时限: 6工作日
    """
    file = "示范局/01-示范事项.yaml"
    (matter,) = found_in(declared, {file: "示范局/附件8/01-示范事项-后.png"}).platforms[0].matters
    fields = {task.label: (task.old, task.new) for task in matter.tasks}
    assert list(fields)[:2] == ["事项名称", "事项类型"]
    assert list(fields)[-1] == "工作流程图"
    assert fields["承诺时限"] == ("(未公示)", "6个工作日")
    assert matter.chart == "示范局/附件8/01-示范事项-后.png"


def test_a_chart_is_named_only_where_it_has_changed(declared: Declared) -> None:
    """平台: 省权力信息管理平台
    优化后:
      时限: 9工作日
    """
    assert found_in(declared, {"示范局/01-示范事项.yaml": "图.png"}).platforms[0].matters[0].chart == ""


def test_a_flowchart_that_only_leads_elsewhere_is_not_a_text_to_enter(declared: Declared) -> None:
    """平台: 省权力信息管理平台
    优化后:
      流程:
        - 受理 | 综合股/甲岗 | 1工作日 | 形式审查
        - 审查 | 业务股 | 5工作日 | 材料审核
        - 决定 | 局领导 | 2工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    (task,) = found_in(declared).platforms[0].matters[0].tasks
    assert (task.label, task.is_text) == ("工作流程图", False)
    assert task.new.startswith("优化后的流程图(")


def test_nothing_of_what_is_secret_or_stays(declared: Declared) -> None:
    """涉密: 机密,《保守国家秘密法》第十三条
    公开: 否
    优化后:
      时限: 9工作日
    ==> 示范局/02-不变.yaml <==
    名称: 不变的事项
    """
    assert found_in(declared).platforms == ()


def test_matters_without_a_platform_are_not_forgotten(declared: Declared) -> None:
    """地点: 示范局一楼
    优化后:
      时限: 9工作日
    """
    (only,) = found_in(declared).platforms
    assert only.platform == NO_PLATFORM


def test_the_form_has_a_box_for_each_field(declared: Declared) -> None:
    """平台: 省权力信息管理平台、海林市行政权力流程梳理平台
    优化后:
      时限: 9工作日
    """
    workspace = declared.checked.workspace
    assert workspace is not None
    form = following_form(found_in(declared), workspace.plan)
    assert [[cell.value for cell in row] for row in form.rows] == [
        [1, "海林市行政权力流程梳理平台", "示范局", "示范事项", "承诺时限", "10个工作日", "9个工作日", "☐"],
        [2, "省权力信息管理平台", "示范局", "示范事项", "承诺时限", "10个工作日", "9个工作日", "☐"],
    ]
    assert form.title == "示范市网上公示信息更改清单"
