"""R421 “四零”服务."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="R421",
    name="“四零”服务",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="各部门要以零推诿、零距离、零差错、零投诉的“四零”服务为目标",
    source="工作方案 二(三)1",
    why="服务态度和投诉情况不在申报文件里,要问服务对象、查投诉记录、看窗口。",
    mend="在单位.yaml 的“核对”里写 R421: 是(或否)和凭据。",
    question="是否以零推诿、零距离、零差错、零投诉为目标公开承诺,有没有推诿、差错的投诉没有处理?",
)
