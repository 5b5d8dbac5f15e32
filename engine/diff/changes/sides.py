"""What all changes have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from processes.model.places import Place
from processes.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Where a change stands in 优化前 and in 优化后, and whether it was made or merely follows from another.

    ``direct`` is False for a consequence: a procedure that goes because its step goes, a loop that goes because the
    step it leads back to goes, an exit that is the way past a step made optional.
    """

    code: ClassVar[str]
    before_places: tuple[Place, ...]
    after_places: tuple[Place, ...]
    direct: bool = True
