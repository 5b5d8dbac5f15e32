"""ZX07 能共享的还要提交."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope
from processes.rules.sharing import ONLINE_LAW, is_online

RULE = Rule(
    code="ZX07",
    name="能共享的还要提交",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="政务服务机构通过数据共享能够获得的信息,不得要求行政相对人另行提供。",
    source="《国务院关于在线政务服务的若干规定》(2019年4月26日施行)第七条",
    why="这一条说的是在线办理:优化后的渠道有 网上,材料又写明“可共享”,就是政府自己能查到,不得再要求提交。不在网上办的由R411提出。",
    mend="取消这份材料,由窗口通过共享核验;实际查不到的,写 可共享: 否。",
    valid_from=ONLINE_LAW,
    bad="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2020-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查、一次告知
    - 环节: 审查决定 | 行政审批股 | 8工作日 | 材料审核、现场核查(2人以上)、审批决定
      沿自: 材料审查、现场核查、复审、审批
    - 制证送达 | 行政审批股 | 2工作日 | 制证、盖章、送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
    - 名称: 营业执照复印件
      可共享: 是
      依据: 《示范经营法》第三十六条
""",
    good="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2020-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查、一次告知
    - 环节: 审查决定 | 行政审批股 | 8工作日 | 材料审核、现场核查(2人以上)、审批决定
      沿自: 材料审查、现场核查、复审、审批
    - 制证送达 | 行政审批股 | 2工作日 | 制证、盖章、送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
    - 名称: 经营场所平面图
      可共享: 否
      依据: 《示范经营法》第三十六条
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """With an online channel after the reform, no material that is still asked for is said to be 可共享."""
    after = matter.after
    if after is None or not is_online(after):
        return
    for material in after.materials:
        if material.shared:
            yield RULE.at(
                material.at("name"), f"「{material.name}」能够共享,优化后网上办理还要提交", width=len(material.name)
            )
