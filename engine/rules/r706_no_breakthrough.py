"""R706 有的方面没有突破."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.saved import TIME, saved_by
from engine.rules.several import staying
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R706",
    name="有的方面没有突破",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote=(
        "二是对工作流程再造情况进行监督检查,在减环节、简程序、减材料、压时限方面有哪些突破,"
        "再造后的工作流程和一次性告之单是否向社会公布。"
    ),
    source="工作方案 二(五)3",
    why="监督检查要看四个方面各有什么突破。全部门一个环节(程序、材料、工作日或自然日)也没有减少的方面,检查前先看看还能不能减。工作日和自然日分开合计,不相加。四个方面都没有减少的由R406逐项提出。",
    mend="看看这个方面还能减什么;确实不能再减的,在工作总结里说明。",
    bad="""
==> 示范局/01-示范事项.yaml <==
优化后:
  时限: 17工作日
""",
    good="""
==> 示范局/01-示范事项.yaml <==
优化后:
  取消: 上位法已经废止,不再实施许可
""",
)

_NAMES = {"环节": "减环节", "程序": "简程序", "材料": "减材料", TIME: "压时限"}


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """In sum over the department each of the four quantities fell, if there was any; days of each kind by themselves.

    Where none fell, nothing was improved: another rule says so of every matter.
    """
    saved = saved_by(filing.matters)
    without = [
        name
        for quantity, name in _NAMES.items()
        if (rows := [one for one in saved if one.name == quantity and one.had]) and all(one.less <= 0 for one in rows)
    ]
    if not without or not any(one.less > 0 for one in saved):
        return
    shown = [one for one in staying(filing) if not one.matter.secret]
    public = sum(one.after is not None and one.after.version.public for one in shown)
    numbers = "、".join(
        f"{_NAMES[one.name] if one.less >= 0 else f'{one.name}增加'}{one.said(one.less)}" for one in saved
    )
    message = f"{'、'.join(without)}没有突破:全部门{numbers},{len(shown)}个事项公开{public}个"
    yield RULE.at(filing.department.at("name"), message, width=len(filing.department.name))
