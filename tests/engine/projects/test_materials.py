"""共用材料: which papers of several matters are the same."""

from __future__ import annotations

from collections.abc import Callable

from engine.projects.materials import JointMaterials, joint_materials
from tests.declaring import PROJECT_FILE, Declared

Declare = Callable[[str], Declared]

PROJECT = f"""==> {PROJECT_FILE} <==
类别: 一件事
优化前:
  - 办理: 甲证
    事项: 示范局/甲事项
  - 办理: 乙证
    事项: 示范局/乙事项
  - 办理: 又一次甲
    事项: 示范局/甲事项
"""


def joint(declare: Declare, first: str, second: str, after: str = "不变") -> JointMaterials:
    """The materials of two matters, those of 优化后 of the second written out."""
    text = f"""==> 示范局/01-示范事项.yaml <==
名称: 甲事项
优化前:
  承办: 综合股
  时限: 5工作日
  流程:
    - 受理 | 5工作日 | 审
  材料: {first}
==> 示范局/02-乙.yaml <==
名称: 乙事项
优化前:
  承办: 综合股
  时限: 5工作日
  流程:
    - 受理 | 5工作日 | 审
  材料: {second}
优化后: {after}
"""
    workspace = declare(text + PROJECT).checked.workspace
    assert workspace is not None
    return joint_materials(workspace.projects[0], workspace)


def test_papers_of_the_same_name_are_one(declare: Declare) -> None:
    """Whatever brackets and blanks were typed; 5 papers are 4, and the shared one comes first."""
    found = joint(declare, "申请表、平面图（一份）", "申请书、平面图(一份)、照片")
    assert (found.asked, found.merged) == ((5, 5), (4, 4))
    assert [(one.name, one.after) for one in found.materials] == [
        ("平面图（一份）", (0, 1)),
        ("申请表", (0,)),
        ("申请书", (1,)),
        ("照片", (1,)),
    ]
    assert [one.is_shared for one in found.materials] == [True, False, False, False]


def test_alike_is_not_the_same(declare: Declare) -> None:
    """营业执照 is not 营业执照复印件 unless both are said to be 可共享; one of them is not enough."""
    assert joint(declare, "营业执照", "营业执照复印件").merged == (2, 2)
    assert joint(declare, "营业执照(可共享)", "营业执照复印件").merged == (2, 2)
    assert joint(declare, "营业执照(可共享)", "营业执照复印件(可共享)").merged == (1, 1)


def test_a_matter_is_asked_once(declare: Declare) -> None:
    """Two rows are tied to 甲事项; it is called by the first of them."""
    found = joint(declare, "申请表", "照片")
    assert [matter.name for matter in found.matters] == ["甲事项", "乙事项"]
    assert found.names == ("甲证", "乙证")
    assert found.asked == (2, 2)


def test_what_is_cancelled_asks_for_nothing_any_more(declare: Declare) -> None:
    """The papers of 优化前 are still told."""
    found = joint(declare, "照片", "照片、申请书", after="取消")
    assert (found.asked, found.merged) == ((3, 1), (2, 1))
    assert [(one.name, one.before, one.after) for one in found.materials] == [
        ("照片", (0, 1), (0,)),
        ("申请书", (1,), ()),
    ]
