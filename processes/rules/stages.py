"""Which stages of the plan are over: rules about what a stage brings are silent before its last day.

Stages are data of the plan: they are recognised by words of their deliverables (成果), not by their names.
"""

from __future__ import annotations

from processes.rules.rule import Context

ENTRY = ("进驻", "入驻", "窗口")
"""行政审批股 enters the hall (in the sample: 入驻事项清单、窗口授权书、窗口人员名单)."""

SUMMARY = ("工作总结",)
"""The department sums up."""

PUBLICATION = ("公开", "公示", "工作总结", "附件10")
"""The reworked matters are published; the plan does so in the stage of the summary and of 附件10."""

OPINION = "调整意见"
"""What a department with 行政审批事项 files first."""

PROBLEMS = ("附件5", "问题清单")
"""The present processes are evaluated."""


def is_due(context: Context, words: tuple[str, ...]) -> bool:
    """Whether a stage with a deliverable that contains one of ``words`` ends on or before the day of the check."""
    return any(
        stage.due <= context.day and any(word in item for item in stage.deliverables for word in words)
        for stage in context.workspace.plan.stages
    )
