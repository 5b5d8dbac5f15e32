"""共用材料 of 一件事: a table of materials and matters, in which a paper that several ask for stands once."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from renderers.flowcharts.painting.dot import number
from renderers.timelines import pen
from renderers.timelines.colours import HEAD_FILL, HEAD_INK, NAVY, RIM

if TYPE_CHECKING:
    from engine.projects.materials import JointMaterial, JointMaterials

SIZE, HEAD = 9.0, 8.5
_ROW = 16.0
_NAME_SHARE, _SUM = 0.46, 40.0
_GAP = 14.0
_SHARED = "#fff4dc"


def materials(joint: JointMaterials, left: float, top: float, wide: float) -> tuple[list[str], float]:
    """The table, in two halves side by side when it is long, and the y below it."""
    two = len(joint.materials) > 8 and len(joint.matters) <= 6  # noqa: PLR2004 - what a page is wide and high enough for
    half = ceil(len(joint.materials) / 2) if two else len(joint.materials)
    room = (wide - _GAP) / 2 if two else wide
    parts = [joint.materials[:half], joint.materials[half:]] if two else [joint.materials]
    body: list[str] = []
    ends = []
    for index, part in enumerate(parts):
        drawn, end = _table(joint, part, left + index * (room + _GAP), top, room)
        body += drawn
        ends.append(end)
    return body, max(ends)


def _table(
    joint: JointMaterials, part: Sequence[JointMaterial], left: float, top: float, wide: float
) -> tuple[list[str], float]:
    name = wide * _NAME_SHARE
    column = (wide - name - _SUM) / len(joint.matters)
    heads = [pen.lines_of(one, HEAD, column - 4, 3) for one in joint.names]
    high = max(len(lines) for lines in heads) * pen.leading_of(HEAD) + 6
    body = [
        pen.rect(left, top, wide, high, HEAD_FILL),
        pen.text("材料", left + name / 2, top + high / 2, HEAD, fill=HEAD_INK, bold=True, anchor="middle"),
        pen.text("共用", left + wide - _SUM / 2, top + high / 2, HEAD, fill=HEAD_INK, bold=True, anchor="middle"),
    ]
    for index, lines in enumerate(heads):
        x = left + name + (index + 0.5) * column
        body += pen.paragraph(lines, x, top + high / 2, HEAD, fill=HEAD_INK, bold=True, anchor="middle")
    y = top + high
    for paper in part:
        label = pen.lines_of(paper.name, SIZE, name - 12, 2)
        row = max(_ROW, len(label) * pen.leading_of(SIZE) + 4)
        body += _row(paper, label, (left, y, wide, row), column)
        y += row
    for x in (left + name, *(left + name + (index + 1) * column for index in range(len(joint.matters)))):
        body.append(pen.line([(x, top), (x, y)], RIM, 0.6))
    body.append(pen.rect(left, top, wide, y - top, "none", stroke=RIM))
    return body, y


def _row(
    paper: JointMaterial, label: Sequence[str], place: tuple[float, float, float, float], column: float
) -> list[str]:
    left, top, wide, high = place
    y, name = top + high / 2, wide * _NAME_SHARE
    body = [pen.rect(left, top, wide, high, _SHARED if paper.is_shared else "#ffffff")]
    body += pen.paragraph(label, left + 6, y, SIZE, bold=paper.is_shared)
    for index in sorted({*paper.before, *paper.after}):
        body += mark(left + name + (index + 0.5) * column, y, stays=index in paper.after)
    if paper.is_shared:
        body.append(
            pen.text(shared_text(paper), left + wide - _SUM / 2, y, SIZE, fill=NAVY, bold=True, anchor="middle")
        )
    body.append(pen.line([(left, top), (left + wide, top)], RIM, 0.6))
    return body


def shared_text(paper: JointMaterial) -> str:
    """How many papers become one: 3→1, before the reform if it is no longer asked for afterwards."""
    holders = paper.after if len(paper.after) > 1 else paper.before
    return f"{len(holders)}→{1 if paper.after else 0}"


def mark(x: float, y: float, *, stays: bool) -> list[str]:
    """A full disc for what is asked for after the reform, an empty one for what was asked for before only."""
    fill = NAVY if stays else "#ffffff"
    dash = "" if stays else ' stroke-dasharray="2,1.5"'
    return [f'<circle cx="{number(x)}" cy="{number(y)}" r="4" fill="{fill}" stroke="{NAVY}" stroke-width="1"{dash}/>']
