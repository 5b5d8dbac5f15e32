"""Every kind of value that a declaration can hold is known to canonical spelling."""

from __future__ import annotations

from processes.declaration.calendar_file import CALENDAR
from processes.declaration.choices import Flag
from processes.declaration.department_file import DEPARTMENT
from processes.declaration.flow_file import STEP
from processes.declaration.kinds import OneText
from processes.declaration.matter_keys import MATTER
from processes.declaration.matter_parts import MATERIAL
from processes.declaration.names import Name, Names
from processes.declaration.plan_file import PLAN
from processes.declaration.procedures import PROCEDURE
from processes.declaration.project_file import PROJECT
from processes.declaration.shapes import Shape
from processes.declaration.spelling import AS_TYPED, manner

TYPED = (OneText, Name, Flag)
"""Kinds that are what is typed."""


def test_no_kind_is_forgotten() -> None:
    """A kind that ``manner`` does not know would be left as typed: only those that should be are.

    去向 is conditions and targets, 性质 a sentence: what is typed is what is meant.
    """
    waiting: list[Shape] = [PLAN, DEPARTMENT, MATTER, STEP, PROCEDURE, MATERIAL, PROJECT, CALENDAR]
    seen: set[int] = set()
    forgotten = set()
    while waiting:
        shape = waiting.pop()
        if id(shape) in seen:
            continue
        seen.add(id(shape))
        for key in shape.keys:
            inner = getattr(key.kind, "shape", key.kind)
            if isinstance(inner, Shape):
                waiting.append(inner)
            typed = isinstance(key.kind, TYPED) or (isinstance(key.kind, Names) and key.kind.sentences)
            if not typed and manner(key.kind) == AS_TYPED:
                forgotten.add((shape.name, key.name))
    assert forgotten == {("环节", "去向"), ("性质", "性质")}
