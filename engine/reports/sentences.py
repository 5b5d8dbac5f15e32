"""The numbers of a reform in plain official Chinese, as they stand in a report to leaders or in 工作总结."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.reports.numbers import percent_text
from engine.reports.target import Target, share_words
from engine.reports.totals import Total, Totals
from processes.model.limits import number_text

_BLANK = re.compile(r"(?<=[\u3400-\u9fff]) (?=[0-9])|(?<=[0-9]) (?=[\u3400-\u9fff])")

SUBJECTS = ("办理环节", "办理程序", "申报材料", "办理时限累计")
"""What the four sums are called in a sentence."""


def counts_sentence(sums: Totals) -> str:
    """``共梳理工作事项3项,优化2项,其中取消1项、下放1项。`` as a sentence."""
    gone = [f"{word}{number}项" for word, number in (("取消", sums.cancelled), ("下放", sums.devolved)) if number]
    return f"共梳理工作事项{sums.matters}项,优化{sums.optimised}项" + (f",其中{'、'.join(gone)}" if gone else "") + "。"


def cuts_sentence(sums: Totals) -> str:
    """All four sums in one sentence."""
    return ";".join(map(movement, SUBJECTS, sums.four)) + split_days(sums.days) + "。"


def movement(subject: str, total: Total) -> str:
    """``办理环节由13个减少到11个,减少2个,压减15.4%``."""
    unit = unit_of(total)
    before, after = (number_text(side) + unit for side in (total.before, total.after))
    if not total.reduction:
        return f"{subject}{after},没有变化" if before == after else f"{subject}由{before}变为{after}"
    word = ("压缩" if total.name == "时限" else "减少") if total.reduction > 0 else "增加"
    amount = number_text(abs(total.reduction)) + unit
    share = "" if total.percentage is None else f",{'压减' if total.reduction > 0 else '增幅'}"
    share += percent_text(abs(total.percentage)) if total.percentage is not None else ""
    return f"{subject}由{before}{word}到{after},{word}{amount}{share}"


def split_days(days: Sequence[Total]) -> str:
    """The part of each kind of day, where both occur."""
    if not days:
        return ""
    parts = (f"{part.days}由{number_text(part.before)}个{_change(part)}{number_text(part.after)}个" for part in days)
    return f"(其中{'、'.join(parts)})"


def unit_of(total: Total) -> str:
    """个, 件, 个工作日, or 天 where working and natural days are added up."""
    return f"个{total.days}" if total.days else total.unit


def target_sentence(target: Target) -> str:
    """Whether the department's approvals reach the share."""
    if target.reached is None:
        only = f"行政审批事项都是重点工程项目({target.key_projects}项)," if target.key_projects else ""
        return f"{only}没有列入{share_words(target.share)}考核的行政审批事项。"
    without = f"(不含重点工程项目{target.key_projects}项)" if target.key_projects else ""
    sums = "、".join(one.text for one in target.quantities)
    said = f"行政审批事项{target.matters}项{without}按附件3口径合计,{sums},"
    wanted = f"缩减{share_words(target.share)}的目标"
    if target.reached:
        return f"{said}达到{wanted}。"
    if target.each:
        return f"{said}逐项衡量有{len(target.missed)}项未达到{wanted}。"
    return f"{said}其中{'、'.join(one.name for one in target.short)}未达到{wanted}。"


def without_blanks(note: str) -> str:
    """A note of the difference report as running text has it: no blanks between Chinese words and numbers."""
    return _BLANK.sub("", note)


def _change(part: Total) -> str:
    return "压缩到" if part.before > part.after else "增加到" if part.before < part.after else "保持"
