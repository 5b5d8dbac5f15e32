"""R302 名称不规范."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name, without_bracket
from processes.model.matter import Matter
from processes.model.vocabulary import POWERS
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R302",
    name="名称不规范",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="事项名称:一般由事项指向的行为(对象)和事项种类两部分组成。已公开或由法律法规等规定的,按已公开名称或规定名称填写",
    source="附件4 注2",
    why="名称只有对象没有种类,或者与已经公开的名称不同,各表、各平台就对不上。"
    "只看行政审批事项和其他行政权力事项:公共服务事项和其他事项可以按约定俗成名称填写。",
    mend="名称写成“对象+种类”,如 食品经营许可证核发;已经公布的按公布的名称写。",
    bad="""
名称: 示范经营场所
""",
    good="""
名称: 示范经营场所登记(变更)
""",
)

_KINDS = re.compile(
    "许可|审批|审核|审查|审定|核准|核定|核发|核销|批准|备案|登记|注册|登簿|认定|认证|确认|鉴定|评定|评审|评估|验收|检验|检测|检疫|"
    "检查|核查|巡查|稽查|抽查|监督|监管|监测|管理|年检|年审|处罚|罚款|警告|没收|吊销|暂扣|责令|取缔|强制|查封|扣押|冻结|代履行|"
    "拆除|清除|征收|征缴|征用|收费|收取|收缴|追缴|滞纳金|给付|救助|补助|补贴|补偿|抚恤|优待|发放|拨付|支付|报销|结算|奖励|表彰|"
    "裁决|裁定|调解|仲裁|复议|复查|减免|免征|免税|减税|退税|缓缴|退还|签发|换发|补发|发证|颁发|换证|补证|年报|变更|延续|延期|"
    "注销|撤销|设立|资格|执业|办理|处理|处置|答复|服务|查询|查阅|利用|咨询|证明|开具|出具|公布|发布|公告|招标|出让|转让|划拨|"
    "配置|调查|统计|指导|培训|考试|考核|任免|转移|安置|分配|保障|申报|申领|立项|注记|封存|销毁|移送|移交|调剂|选址|定点"
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A power's name has a word of its kind outside the last bracket; 公布名称, if given, is the name."""
    name = fold_name(matter.name)
    if matter.type in POWERS and not _KINDS.search(without_bracket(name)):
        yield RULE.at(matter.at("name"), f"名称「{matter.name}」看不出是许可、备案还是别的种类", width=len(matter.name))
    if matter.published_name and fold_name(matter.published_name) != name:
        yield RULE.at(
            matter.at("published_name"),
            f"已公布的名称是「{matter.published_name}」,这里填的是「{matter.name}」",
            "按公布的名称写;公布的名称本身要改的,在说明里写明依据,附件10会列出这项更改。",
            width=len(matter.published_name),
            related=(matter.at("name"),),
        )
