"""Words of the field that no line should break: 申请人提出申请 is broken before 提出, not after 提.

There is no dictionary here, only what stands in nearly every chart: the texts of the standard side branches
(declaration format §3), of limits and materials, and of the posts and papers of administrative matters. What is not
among them may be broken after any character, as Chinese may.
"""

from __future__ import annotations

import re

_TERMS = """
申请人 申请书 申请表 申请材料 申请 提交 提出 提供 出具 材料 资料 证件 证明 登记 登记表 登记簿 登记证 登记证书 登记中心
不符合 符合 不属于 属于 不齐全 齐全 不合格 合格 不同意 同意 不通过 通过 不予 不涉及 涉及 不需要 不需 需要 不满足 满足 不存在 存在
受理 条件 范围 法定形式 法定 形式 标准 要求 规定 规则 规划 是否 异议 情形 情况 当场 一次 告知 补正 补充 整改 职权 部门
审查 审核 审批 审定 核准 核查 核实 核对 复核 复审 初审 评审 评定 鉴定 检测 检验 检查 勘验 踏勘 公示 公告 听证 备案 归档 送达 制证 发证
决定书 通知书 告知书 意见书 记录表 核查表 审批表 审核表 报告书 批准书 许可证 合格证 营业执照 承诺书 委托书 协议书 身份证 户口簿 身份证明
决定 许可 行政 处罚 意见 结论 结果 报告 记录 凭证 证书 文书 现场 实地 技术 专家 论证 组织 委托 重新 第三方 机构 资质 涉嫌 犯罪 立案
行政审批股 行政审批 审批股 审批局 监督 管理 管理局 管理股 监管 股室 单位 窗口 股长 局长 局领导 分管 领导 主要领导 签字 签署 签发
受理岗 审查岗 审核岗 审批岗 勘验岗 勘查岗 首席代表 政务服务中心 人民政府 街道办事处 派出所 乡镇 社区
取消 替换 新增 调整 合并 程序 优化 时限 承诺 即时办理 即时办结 即时 办理 办结 未设时限 工作日 自然日
"""
_MEASURES = "(?:个?(?:工作日|自然日|小时|月|年|日)|[件项份次])"

WORD = "|".join(
    (
        "《[^《》]*》",
        f"[0-9A-Za-z.\\-]+{_MEASURES}?",
        *sorted(map(re.escape, set(_TERMS.split())), key=lambda term: (-len(term), term)),
    )
)
"""A regular expression for what is kept together: a title in its brackets, a number with its measure, a term."""
