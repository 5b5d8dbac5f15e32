"""What an editor shows beside a 环节 when the mouse rests on it, in Markdown."""

from __future__ import annotations

from engine.reports.step_card import StepCard
from processes.model.limits import number_text


def render(card: StepCard) -> str:
    """Number, holder, limit and procedures of the 环节, when it is reached, and the figures of its version."""
    step = card.step
    facts = ["、".join(str(holder) for holder in step.holders), step.limit.official]
    lines = [f"**{_title(card)}**", "，".join(filter(None, facts))]
    if step.procedures:
        lines.append(f"程序{len(step.procedures)}个：{'、'.join(act.name for act in step.procedures)}")
    if card.reached is not None and step.limit.day_kind is not None:
        lines.append(f"按前面的环节都用满时限算，第{number_text(card.reached)}日以后开始")
    whole = [f"环节{card.steps.value}个", f"程序{card.procedures.value}个"]
    if card.critical_path.value:
        whole.append(f"各环节相加最长{number_text(card.critical_path.value)}日")
    lines.append(f"{card.version}合计：{'、'.join(whole)}")
    return "\n\n".join(lines)


def _title(card: StepCard) -> str:
    step = card.step
    if step.branch:
        return f"{card.version}，支线“{step.branch}”：{step.name}（不计入环节数）"
    if not step.number:
        return f"{card.version}：{step.name}（不计环节：{step.uncounted}）"
    return f"{card.version}，第{step.number}个环节：{step.name}"
