"""The words of generated processes, as long as real ones: most of two to six characters, some of fifteen."""

from __future__ import annotations

from benchmarks.difference import words

STEPS = (
    *(name for kind in words.MIDDLE for name in (kind.name, *kind.near, *kind.far)),
    *(name for _, steps in words.BLOCKS for name, _ in steps),
    "组织专家对申请材料进行技术评审",
    "会同相关部门开展现场联合踏勘",
    "征求乡镇人民政府和村民委员会意见",
    "委托具有资质的第三方机构检测",
    "报牡丹江市级主管部门复核备案",
    "窗口首席代表审核并签署意见",
    "提交局长办公会议集体讨论决定",
    "核对不动产登记簿和权籍调查成果",
    "拟定准予行政许可决定书",
    "联审联批系统推送审批结果",
)
FIRST = tuple(kind.name for kind in words.FIRST)
LAST = tuple(kind.name for kind in words.LAST)
BLOCKS = ("并联审查", "联合验收", "多部门会审", "相关部门同步征求意见", "联合现场勘验")
TIMES = ("二", "三", "四", "五")

HOLDERS = (
    "行政审批股",
    "行政审批股/受理岗",
    "行政审批股/审查岗",
    "政务服务中心综合窗口",
    "局领导",
    "局领导/分管局长",
    "业务股",
    "政策法规股",
    "食品流通监督管理股",
    "公安局交警大队",
    "住房和城乡建设局村镇规划股",
    "自然资源局不动产登记中心",
    "环境保护局",
    "乡镇人民政府(街道办事处)",
    "社区(村)",
    "质量安全监督站/勘查岗",
)
UNITS = tuple(dict.fromkeys(name.partition("/")[0] for name in HOLDERS))
"""The units of the holders."""

LOOPS = (*words.RETURNS, "不合格", "材料不齐全", "未按整改意见完成整改", "需要进一步核实有关情况")
SKIPS = (*words.SKIPS, "不涉及", "告知承诺", "属于即办件", "已有有效期内的检测报告")
BRANCHES = ("情况复杂", "涉及重大公共利益", "申请人提出异议", "不同意", "需要上级部门批准", "属于特殊情形", "申请听证")
STOPS = (*words.STOPS, "不属于本部门职权范围")
ONWARDS = ("符合要求", "同意", "材料齐全且符合法定形式", "合格", "无异议")

SIDES = ("整改", "听证程序", "上级核准", "补充检测", "异议处理", "退回修改", "专家论证", "移送处理")
DOCUMENTS = ("审查意见书", "现场核查记录表", "准予许可决定书", "技术评审报告", "整改通知书", "征求意见函")
MATERIALS = words.MATERIALS
