"""N201 时间移到受理之前."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.matter import Material
from processes.model.process import Step
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="N201",
    name="时间移到受理之前",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="在减环节、简程序、减材料、压时限方面有哪些突破…是否存在擅自增加审批环节、程序、要件及延长时限问题",
    source="工作方案 二(五)3",
    why="优化前的环节不见了,它的结果却成了优化后新的(或改了名的)材料:申请人受理前自己去办,时间没有减少,只是不算了。"
    "是不是同一件事,按环节的名称和出具判断,请核对;确实方便了申请人的,说明理由即可。",
    mend="把这个环节放回流程,或者真正取消;申请前随时可办、不必等候的,在说明里写明。",
    bad="""
优化前:
  出处: 2016年公布的权力清单
  时限: 20工作日
  流程:
    - 受理 | 登记股 | 1工作日 | 形式审查
    - 培训考核 | 业务股 | 9工作日 | 统一培训
    - 审批 | 局领导 | 4工作日 | 局长签批、送达
  材料: 申请书
优化后:
  时限: 11工作日
  流程:
    - 受理 | 登记股 | 1工作日 | 形式审查
    - 审批 | 局领导 | 4工作日 | 局长签批、送达
  材料:
    - 申请书
    - 名称: 培训合格证明
      依据: 《示范经营法》第三十六条
""",
    good="""
优化前:
  出处: 2016年公布的权力清单
  时限: 20工作日
  流程:
    - 受理 | 登记股 | 1工作日 | 形式审查、一次告知
    - 材料审查 | 登记股 | 4工作日 | 材料审核
    - 现场核查 | 业务股 | 6工作日 | 现场核查(2人以上)
    - 复审 | 登记股 | 2工作日 | 股长复核
    - 培训考核 | 业务股 | 1工作日 | 统一培训
    - 审批 | 局领导 | 4工作日 | 局长签批
    - 制证送达 | 登记股 | 2工作日 | 制证、盖章、送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
    - 名称: 从业人员名册
      依据: 《示范经营法》第三十六条
    - 名称: 经营场所平面图
      依据: 《示范经营法》第三十六条
""",
)

_COMMON = re.compile(
    r"受理|收件|申请|审查|审核|审批|初审|复审|复核|核查|核实|核准|核定|认定|决定|现场|实地|材料|制证|送达|发证|领证|办理|办结|"
    r"上报|报送|转报|汇总|登记|告知|通知|意见|公示|公告|缴费|收费|盖章|归档|签字|领导|乡镇|县级|市级|村级|出具|证明|报告|文件|安全|质量|经营|企业|单位|人员|场所|设备|技术|管理"
)
"""What a name of a 环节 says of no subject: it does not tie it to a material."""
_LEAST = 2


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """A 环节 that nothing continues, and a material of 优化后, new or under another name, that is named after it.

    Named after it: it holds a document the 环节 made, or two characters in a row of what the name is about.
    """
    if subject.after is None or subject.after.version.takes_over(subject.before.version, "materials"):
        return
    old = {fold_name(material.name) for material in subject.before.version.materials}
    fresh = [material for material in subject.after.version.materials if fold_name(material.name) not in old]
    if not fresh:
        return
    going_on = {
        fold_name(name) for step in subject.after.steps for name in (step.key, step.name, *(step.origins or ()))
    }
    gone = [step for step in subject.before.counted_steps if going_on.isdisjoint(map(fold_name, (step.key, step.name)))]
    for material in fresh:
        for step in gone:
            if _tied(step, material, fold_name(subject.matter.name)):
                yield RULE.at(
                    material.place,
                    f"优化前的环节「{step.name}」({step.limit})没有了,优化后要申请人交「{material.name}」,像是移到受理之前去办",
                    width=len(material.name),
                    related=(step.place,),
                )
                break


def _tied(step: Step, material: Material, matter: str) -> bool:
    """``matter`` is the name of the matter: what it is about is in the names of all its 环节 and materials."""
    name = fold_name(material.name)
    if any(fold_name(made) in name for made in step.outputs):
        return True
    return any(
        (about := part[start : start + _LEAST]) in name and about not in matter
        for part in _COMMON.split(fold_name(step.name))
        for start in range(len(part) - _LEAST + 1)
    )
