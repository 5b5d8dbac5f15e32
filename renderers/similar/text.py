"""Near-duplicates as plain text: one group a paragraph, the most alike first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.reports.similar import per_cent, reasons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.reports.similar import SimilarReport
    from engine.similarity.groups import Group


def render(report: SimilarReport) -> str:
    """The whole text."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: SimilarReport) -> Iterator[str]:
    least = per_cent(report.least)
    found = f"相似度 {least}% 以上的 {len(report.groups)} 组" if report.groups else f"没有相似度 {least}% 以上的"
    counts = (("取消、下放的", report.left_out), ("有错的", report.broken))
    said = "、".join(f"{what} {count} 项" for what, count in counts if count)
    left_out = f"({said}不比)" if said else ""
    yield f"{report.scope}:比了不同部门的 {report.compared} 个事项{left_out},{found}。"
    if report.nearest:
        yield ""
        yield "最接近的:"
        yield from _group("", report.nearest)
    for number, group in enumerate(report.groups, 1):
        yield ""
        yield from _group(f"{number}. ", group)
    if report.groups:
        yield ""
        yield "相似度按名称、依据、优化前的材料和环节计算,是不是重复要人来定。"


def _group(number: str, group: Group) -> Iterator[str]:
    several = len(group.members) > 2  # noqa: PLR2004 - a pair has one likeness
    yield f"{number}相似度 {per_cent(group.likeness)}%{f'(最低的一对),{len(group.members)} 个事项' if several else ''}"
    for one in group.members:
        yield f"   {one.matter.department}「{one.matter.name}」 {one.matter.file}"
    yield f"   {';'.join(reasons(group))}。"
