"""R301 必填的栏填了无."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.vocabulary import POWERS, MatterType
from processes.rules.permits import is_permit
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R301",
    name="必填的栏填了无",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="表格所有项目都为必填项,不涉及相关内容或无法填写的,应填“无”,不能空项。",
    source="附件4 注1",
    why="空项在读入时就拒绝;这里看的是不能没有、却会填成“无”的栏:行政权力的依据,办给别人的事项的相对人,有内设机构的单位的承办内设机构。行政许可没有依据的由L12-17查。",
    mend="补上实际内容。",
    bad="""
相对人: 无
""",
    good="""
类型: 公共服务事项
种类: 社会保障
依据: 无
""",
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """附件4 column 5 of powers but permits, column 6 of what is not 其他事项, column 4 where there are offices."""
    matter = subject.matter
    if not matter.bases and matter.type in POWERS and not is_permit(matter):
        yield RULE.at(matter.at("bases"), f"{matter.type}的依据不能是“无”", "写明设定它的法律、法规、规章或文件。")
    if not matter.subjects and matter.type is not MatterType.OTHER:
        yield RULE.at(
            matter.at("subjects"), f"{matter.type}的相对人不能是“无”", "写明办给谁;只在机关内部运转的,类型是其他事项。"
        )
    if not subject.before.offices and subject.department.offices:
        yield RULE.at(
            matter.before.at("entries"),
            "优化前没有一个环节由本单位内设机构承办,附件4的承办内设机构会填“无”",
            "在“承办”里写明负责这个事项的内设机构。",
        )
