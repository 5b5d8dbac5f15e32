"""The 环节 of a version as a table below its bar: number, name, who, how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.timelines import pen
from renderers.timelines.colours import HEAD_FILL, HEAD_INK, RIM

if TYPE_CHECKING:
    from engine.timelines.timeline import Timeline

SIZE = 8.5
_ROW = 15.0
_NUMBER, _LIMIT = 26.0, 72.0


def steps_table(timeline: Timeline, left: float, top: float, wide: float) -> tuple[list[str], float]:
    """The table, and the y below it."""
    name = (wide - _NUMBER - _LIMIT) * 0.5
    columns = (_NUMBER, name, wide - _NUMBER - _LIMIT - name, _LIMIT)
    body = [pen.rect(left, top, wide, _ROW, HEAD_FILL)]
    x = left
    for head, room in zip(("序号", f"环节({timeline.label})", "承办", "时限"), columns, strict=True):
        body.append(pen.text(head, x + room / 2, top + _ROW / 2, SIZE, fill=HEAD_INK, bold=True, anchor="middle"))
        x += room
    y = top + _ROW
    for stretch in timeline.stretches:
        step = stretch.step
        holders = "、".join(str(holder) for holder in step.holders)
        texts = (step.number or "—", step.name, holders, str(step.limit))
        cells = [pen.lines_of(text, SIZE, room - 8) for text, room in zip(texts, columns, strict=True)]
        high = max(_ROW, max(map(len, cells)) * pen.leading_of(SIZE) + 3)
        x = left
        for lines, room in zip(cells, columns, strict=True):
            body += pen.paragraph(lines, x + 4, y + high / 2, SIZE)
            x += room
        body.append(pen.line([(left, y), (left + wide, y)], RIM, 0.6))
        y += high
    x = left
    for room in columns[:-1]:
        x += room
        body.append(pen.line([(x, top), (x, y)], RIM, 0.6))
    body.append(pen.rect(left, top, wide, y - top, "none", stroke=RIM))
    return body, y
