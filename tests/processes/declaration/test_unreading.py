"""A matter as data, and data as the text of a matter file: reading it gives the matter again."""

from pathlib import Path

import pytest

from processes.checking import check_project
from processes.declaration.composing import Noted, compose_matter
from processes.declaration.unreading import Tree, matter_tree
from processes.model.matter import Matter
from tests.declaring import Declared
from tests.drawn import matter_from

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.fixture(scope="module", params=["hailin", "edge"])
def matters(request: pytest.FixtureRequest) -> tuple[Matter, ...]:
    """Every matter of a sample project."""
    workspace = check_project(SAMPLES / request.param).workspace
    assert workspace is not None
    assert len(workspace.matters) > 10
    return workspace.matters


def test_what_is_written_of_a_sample_reads_as_the_same_matter(matters: tuple[Matter, ...]) -> None:
    """Without any 默认: what came from them is written out."""
    for matter in matters:
        assert matter_from(compose_matter(matter_tree(matter).tree), matter) == matter, matter.file


def test_the_keys_that_come_from_defaults_are_told(declared: Declared) -> None:
    """==> 方案.yaml <==
    默认:
      所有事项:
        公开方式: 政府网站
    """
    whole = matter_tree(declared.matter)
    assert whole.inherited == ("公开方式",)
    assert whole.tree["公开方式"] == ["政府网站"]


def test_what_is_said_stays_said(declared: Declared) -> None:
    """备注: 无
    渠道: 窗口
    优化后: 取消
    """
    tree = matter_tree(declared.matter).tree
    assert (tree["备注"], tree["渠道"], tree["优化后"]) == ("无", ["窗口"], "取消")


def test_a_step_is_written_as_a_row_with_its_other_keys_below(declared: Declared) -> None:
    """优化前:
      承办: 综合股
      时限: 10工作日
      流程:
        - 环节: 受理
          时限: 1工作日
          程序: 形式审查、核对(2人以上)
          出具: 受理通知书
        - 并联:
            - 甲审 | 业务股 | 5工作日 | 审核(法定)
            - 依次:
                - 乙审 | 业务股 | 1工作日 | 勘验
                - 丙审 | 综合股 | 1工作日 | 复核
      材料: 申请书(原件1份、复印件2份)
    """
    text = compose_matter(matter_tree(declared.matter).tree)
    assert """  流程:
    - 环节: 受理 | 1工作日 | 形式审查、核对(2人以上)
      出具: 受理通知书
    - 并联:
        - 甲审 | 业务股 | 5工作日 | 审核(法定)
        - 依次:
            - 乙审 | 业务股 | 1工作日 | 勘验
            - 丙审 | 综合股 | 1工作日 | 复核
  材料: 申请书(原件1份、复印件2份)
""" in text


def test_what_a_shorter_form_would_change_stays_long(declared: Declared) -> None:
    """优化前:
      时限: 10工作日
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
      材料:
        - 甲、乙的证明
        - 丙,丁
    """
    text = compose_matter(matter_tree(declared.matter).tree)
    assert "  材料:\n    - 甲、乙的证明\n    - 丙,丁\n" in text


def test_notes_of_the_parts_stand_beside_the_row() -> None:
    """Each once."""
    step: Tree = {"环节": Noted("受理", "★ 核对"), "承办": ["综合股"], "时限": Noted("无", "★ 核对"), "程序": [{"名称": "审查"}]}
    text = compose_matter({"名称": "甲", "优化前": {"流程": [step]}})
    assert "- 受理 | 综合股 | 无 | 审查  # ★ 核对\n" in text
