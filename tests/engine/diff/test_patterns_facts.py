"""What changes beside the steps themselves, each named in both directions."""

from __future__ import annotations

from tests.engine.diff.telling import BothWays


def test_limits_facts_people_and_papers(compared: BothWays) -> None:
    """优化前:
      时限: 20工作日
      渠道: 窗口
      材料: 申请书(2份)、身份证复印件
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(3人以上)、制作笔录
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      时限: 15工作日
      渠道: 窗口、网上
      材料: 申请书、身份证复印件
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审、制作笔录
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {
        ("limit-changed", "20工作日", "15工作日"),
        ("fact-changed", "渠道:窗口", "渠道:窗口、网上"),
        ("material-changed", "申请书", "申请书"),
        ("procedure-changed", "现场核查/现场核查", "现场核查/现场核查"),
        ("procedure-moved", "现场核查/制作笔录", "集体会审/制作笔录"),
    }
    assert compared.backwards == {
        ("limit-changed", "15工作日", "20工作日"),
        ("fact-changed", "渠道:窗口、网上", "渠道:窗口"),
        ("material-changed", "申请书", "申请书"),
        ("procedure-changed", "现场核查/现场核查", "现场核查/现场核查"),
        ("procedure-moved", "集体会审/制作笔录", "现场核查/制作笔录"),
    }


def test_a_side_branch_that_runs_otherwise(compared: BothWays) -> None:
    """优化前:
      支线:
        不予受理:
          - 书面告知 | 综合股 | 2工作日 | 出具不予受理决定书
          - 存档 | 综合股 | 1工作日 | 存档
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      支线:
        不予受理:
          - 书面告知 | 综合股 | 2工作日 | 出具不予受理决定书
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {("branch-changed", "不予受理", "不予受理")}
    assert compared.backwards == {("branch-changed", "不予受理", "不予受理")}
