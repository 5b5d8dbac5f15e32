"""联审联批 and 一件事 as pictures: the networks before and after on one day scale, and what the matters share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from engine.projects.materials import RULE
from engine.projects.network import departments_of
from processes.model.limits import number_text
from processes.model.matter import VersionLabel
from renderers.documents.punctuation import full_width
from renderers.flowcharts.measure import width
from renderers.timelines import footing, heading, pen, shared
from renderers.timelines.heading import Figure, change_between
from renderers.timelines.keys import entries_of, material_entries
from renderers.timelines.network import TABLE_WIDTH, Frame, longest, network, plot_room
from renderers.timelines.picture import Picture
from renderers.timelines.scale import scale_of
from renderers.timelines.sheet import LONG, LONGER, MARGIN, SHORT, Sheet

if TYPE_CHECKING:
    from engine.projects.overview import ProjectOverview, ProjectVersion
    from engine.projects.schedule import Schedule

_ROW, _TIGHT = 22.0, 16.0
_BAND = 13.0


def project_pictures(
    overview: ProjectOverview,
    labels: Sequence[VersionLabel] = (VersionLabel.BEFORE, VersionLabel.AFTER),
    *,
    on_paper: bool = False,
) -> tuple[Picture, ...]:
    """The versions asked for, one below the other on one day scale.

    On a screen it is one picture. On paper it is as many pages of A4 as are needed to keep the rows readable: lying if
    everything fits on one, else upright; else the materials on a page of their own, else each version too.
    """
    parts: list[str] = [*labels, *([_MATERIALS] if _shares(overview) else [])]
    if not on_paper:
        return (_picture(overview, labels, parts, LONG, _ROW),)
    arrangements: tuple[list[list[str]], ...] = ([parts], [[*labels], parts[len(labels) :]])
    for sheets in arrangements:
        pages = [_sheet_of(overview, labels, sheet) for sheet in sheets if sheet]
        if all(page is not None for page in pages):
            return tuple(page for page in pages if page is not None)
    return tuple(_page(overview, labels, part) for part in parts)


def _sheet_of(
    overview: ProjectOverview,
    labels: Sequence[VersionLabel],
    parts: Sequence[str],
    sizes: Sequence[tuple[float, float]] = ((LONG, SHORT), (SHORT, LONG)),
) -> Picture | None:
    """The parts on one sheet of the first size that holds them, with high rows or else with low ones; None on none."""
    for (wide, high), row in product(sizes, (_ROW, _TIGHT)):
        picture = _picture(overview, labels, parts, wide, row)
        if picture.height <= high:
            return replace(picture, width=wide, height=high)
    return None


def _page(overview: ProjectOverview, labels: Sequence[VersionLabel], part: str) -> Picture:
    """One part on a sheet of A4, upright A3, or as high as it must be."""
    found = _sheet_of(overview, labels, [part], ((LONG, SHORT), (SHORT, LONG), (LONG, LONGER)))
    return found or _picture(overview, labels, [part], LONG, _TIGHT)


_MATERIALS = "共用材料"


def _shares(overview: ProjectOverview) -> bool:
    """Whether there is more than one matter whose materials could be the same."""
    return len(overview.materials.matters) > 1


def _picture(
    overview: ProjectOverview, labels: Sequence[VersionLabel], parts: Sequence[str], wide: float, row: float
) -> Picture:
    sheet = Sheet(wide)
    shown = [one for one in (overview.before, overview.after) if one.label in labels]
    sides = "优化前后对比" if len(shown) > 1 else shown[0].label
    what = "“一件事”" if overview.project.category == "一件事" else "联审联批"
    name = f"{overview.project.name}{what}网络图({sides})"
    sheet.put(heading.title(name, MARGIN, sheet.y, sheet.room), 8)
    if len(parts) < len(labels) + _shares(overview):
        # A page of several: the rows need the room.
        told = "；".join(f"{fact}：{value}" for fact, value in _facts(overview, shown)[1:])
        body = [pen.text(told, sheet.wide / 2, sheet.y + 7, heading.FACT, fill=pen.SMALL, anchor="middle")]
        sheet.put((body, sheet.y + 14), 8)
    else:
        sheet.put(heading.facts(_facts(overview, shown), MARGIN, sheet.y, sheet.room), 10)
    numbers = _figures(overview, shown)
    if numbers:
        sheet.put(heading.figures(numbers, MARGIN, sheet.y, sheet.room), 12)
    drawn = [one for one in shown if one.label in parts]
    for version in drawn:
        _put_version(sheet, overview, version, drawn, row)
    if _MATERIALS in parts:
        _put_materials(sheet, overview)
    entries = [*entries_of(drawn, has_prerequisites=_has_prerequisites(overview, drawn))]
    if _MATERIALS in parts:
        entries += material_entries()
    if entries:
        sheet.put(footing.legend(entries, MARGIN, sheet.y, sheet.room), 4)
    notes = [*_notes(overview, drawn, shown)] + ([full_width(RULE)] if _MATERIALS in parts else [])
    sheet.put(footing.notes(notes, MARGIN, sheet.y, sheet.room), 0)
    return Picture(name, _description(overview, shown), wide, sheet.y + MARGIN, tuple(sheet.body))


def _put_version(
    sheet: Sheet, overview: ProjectOverview, version: ProjectVersion, drawn: Sequence[ProjectVersion], row: float
) -> None:
    """The heading of a version and its network, or why there is none."""
    sheet.body.append(pen.text(version.label, MARGIN, sheet.y + _BAND / 2, _BAND, bold=True))
    inset, room = MARGIN + 3.6 * _BAND, sheet.room - 3.6 * _BAND
    told = full_width(version.obstacle.removeprefix(version.label)) or _told(version)
    way = "" if version.obstacle else f"关键线路：{way_text(version.schedule)}。"
    whole = f"{told}{way}"
    lines = [whole] if width(whole, heading.FACT) <= room else [*pen.lines_of(told, heading.FACT, room)]
    if way and lines != [whole]:
        lines += pen.links_of(way, "→", heading.FACT, room)
    leading = pen.leading_of(heading.FACT)
    body = [*pen.paragraph(lines, inset, sheet.y + _BAND / 2 + (len(lines) - 1) * leading / 2, heading.FACT)]
    sheet.put((body, sheet.y + _BAND + (len(lines) - 1) * leading), 6)
    if version.obstacle:
        return
    together = drawn if overview.is_comparable else [version]
    frame = Frame(MARGIN, sheet.y, sheet.room, row)
    scale = scale_of(
        longest([one for one in together if not one.obstacle]), MARGIN + TABLE_WIDTH + 12, plot_room(sheet.room)
    )
    prerequisites = overview.project.prerequisites if version.label is VersionLabel.AFTER else ()
    sheet.put(network(version, scale, frame, prerequisites), 14)


def _put_materials(sheet: Sheet, overview: ProjectOverview) -> None:
    sheet.body.append(pen.text(_MATERIALS, MARGIN, sheet.y + _BAND / 2, _BAND, bold=True))
    told = materials_text(overview)
    sheet.body.append(pen.text(told, MARGIN + 4.6 * _BAND, sheet.y + _BAND / 2, heading.FACT))
    sheet.y += _BAND + 6
    sheet.put(shared.materials(overview.materials, MARGIN, sheet.y, sheet.room), 12)


def materials_text(overview: ProjectOverview) -> str:
    """优化前各事项合计23件，合并后20件；优化后各事项合计13件，合并后12件."""
    joint = overview.materials
    sides = zip(("优化前", "优化后"), joint.asked, joint.merged, strict=True)
    return "；".join(f"{side}各事项合计{asked}件，合并后{merged}件" for side, asked, merged in sides)


def _facts(overview: ProjectOverview, shown: Sequence[ProjectVersion]) -> list[tuple[str, str]]:
    project = overview.project
    tasks = [activity.task for one in shown for activity in one.schedule.activities]
    departments = dict.fromkeys(name for task in tasks for name in departments_of(task))
    return [
        ("项目", project.name),
        ("类别", project.category),
        ("牵头", project.lead),
        ("时限上限", overview.ceiling.official),
        ("参加部门", f"{len(departments)}个"),
    ]


def _figures(overview: ProjectOverview, shown: Sequence[ProjectVersion]) -> list[Figure]:
    """办理, 逐项相加, 最长路径 and materials: before → after where both are shown in days of one kind."""
    after = shown[-1].schedule
    if len(shown) > 1 and overview.is_comparable:
        before = overview.before.schedule
        pairs = (("逐项相加", before.total, after.total), ("最长路径", before.days, after.days))
        figures = [Figure("办理", f"{len(before.activities)}", f"{len(after.activities)}项")]
        figures += [
            Figure(
                name,
                number_text(old),
                f"{number_text(new)}个{after.kind}",
                change_between(old, new),
                is_better=new <= old,
            )
            for name, old, new in pairs
        ]
    elif any(one.obstacle for one in shown) or len(shown) > 1:
        figures = []
    else:
        figures = [
            Figure("办理", "", f"{len(after.activities)}项"),
            Figure("逐项相加", "", f"{number_text(after.total)}个{after.kind}"),
            Figure("最长路径", "", f"{number_text(after.days)}个{after.kind}"),
        ]
    joint = overview.materials
    if _shares(overview) and len(shown) > 1:
        old, new = joint.asked[0], joint.merged[1]
        change = change_between(old, new)
        figures.append(Figure("材料", f"{old}", f"{new}件", change, is_better=new <= old))
    return figures


def _told(version: ProjectVersion) -> str:
    """The numbers of a version: 11项，逐项相加53个工作日，最长路径43个工作日，比上限15个工作日多28个工作日."""
    schedule, kind = version.schedule, version.schedule.kind
    parts = [
        f"{len(schedule.activities)}项",
        f"逐项相加{number_text(schedule.total)}个{kind}",
        f"最长路径{number_text(schedule.days)}个{kind}",
    ]
    if version.ceiling is not None:
        left = version.ceiling - schedule.days
        limit = f"上限{number_text(version.ceiling)}个{kind}"
        apart = f"比{limit}{'少' if left > 0 else '多'}{number_text(abs(left))}个{kind}"
        parts.append(apart if left else f"正好是{limit}")
    return "，".join(parts) + "。"


def way_text(schedule: Schedule) -> str:
    """The rows on the longest way by name."""
    return "→".join(schedule.activities[index].task.name for index in schedule.way) or "无"


def _has_prerequisites(overview: ProjectOverview, drawn: Sequence[ProjectVersion]) -> bool:
    return bool(overview.project.prerequisites) and any(one.label is VersionLabel.AFTER for one in drawn)


def _notes(
    overview: ProjectOverview, drawn: Sequence[ProjectVersion], shown: Sequence[ProjectVersion]
) -> Iterator[str]:
    """What is reckoned how, and only what occurs."""
    drawn = [one for one in drawn if not one.obstacle]
    if drawn:
        kinds = "、".join(dict.fromkeys(one.schedule.kind for one in drawn))
        yield f"横轴为{kinds}，从前置要件齐备、项目受理起算；每项在先办的各项办完后立即开始，长度为其时限。"
    if any(one.is_converted for one in drawn):
        yield "时限有工作日也有自然日的，工作日按7/5折成自然日，不足1日的按1日算。"
    if len(drawn) > 1 and not overview.is_comparable:
        yield "优化前后的日不是同一种，两图的长短不能直接比。"
    if 0 < len(drawn) < len(shown):
        yield "优化前、优化后各占一页，横轴长短不同，以所写天数为准。"
    if any(one.ceiling is None for one in drawn) and not overview.ceiling.is_none:
        yield f"上限{overview.ceiling.official}与各项时限不是同一种日，没有画在图上。"
    for one in drawn:
        if one.endless:
            yield f"{one.label}“{'、'.join(one.endless)}”没有时限，整个项目的时限未包括它。"
    ways = [one for one in drawn if _has_other_way(one.schedule)]
    if ways:
        yield f"{'、'.join(one.label for one in ways)}有几条同样长的关键线路，写出的是其中一条。"


def _has_other_way(schedule: Schedule) -> bool:
    """Whether rows that take time are critical without being on the way that is told."""
    return any(
        activity.is_critical and activity.days and index not in schedule.way
        for index, activity in enumerate(schedule.activities)
    )


def _description(overview: ProjectOverview, shown: Sequence[ProjectVersion]) -> str:
    """The chart in sentences."""
    said = [
        f"{one.label}：{full_width(one.obstacle.removeprefix(one.label))}。"
        if one.obstacle
        else f"{one.label}：{_told(one)}关键线路：{way_text(one.schedule)}。"
        for one in shown
    ]
    if _shares(overview):
        said.append(f"材料：{materials_text(overview)}。")
    return "".join(said)
