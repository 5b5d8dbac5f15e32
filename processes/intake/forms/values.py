"""A form as read: rows of cells by key, each with its address, and what became of every other cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from processes.intake.table import Spot
from processes.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class FormCell:
    """One fact of a row: ``key`` as in ``vocabulary``, ``text`` as written, trimmed.

    ``spots``: where it stands, several where it goes over several rows. ``guessed``: why it is not certain that the
    cell holds this fact; empty when its heading, ``title``, says so.
    """

    key: str
    text: str
    spots: tuple[Spot, ...]
    guessed: str = ""
    title: str = ""

    @property
    def spot(self) -> Spot:
        """Where it begins."""
        return self.spots[0]


@quick
@dataclass(frozen=True, slots=True)
class FormRow:
    """What one row, or one card, says of a matter. ``form``: 附件6 where it can be told, else empty.

    ``unit``: the short name of the department it stands under, empty when it does not say; ``cells`` by key, ``name``
    always among them.
    """

    form: str
    unit: str
    cells: Mapping[str, FormCell]

    @property
    def name(self) -> FormCell:
        """事项名称."""
        return self.cells["name"]


@quick
@dataclass(frozen=True, slots=True)
class ColumnRead:
    """A column: its heading, and the ``key`` it was taken for (empty: not used).

    ``last``: line of its last row; ``why`` it was guessed, or not used.
    """

    spot: Spot
    title: str
    key: str
    last: int
    why: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Aside:
    """A cell that is no fact of a matter: ``what`` it was taken for, or why it was left."""

    spot: Spot
    text: str
    what: str
    left: bool = False
    """Whether it may be something that somebody misses."""
    by_column: bool = False
    """Whether the same is so of its whole column."""


@dataclass(slots=True)
class FormReading:
    """All that was read in one file; grows while it is read."""

    file: str
    rows: list[FormRow] = field(default_factory=list)
    columns: list[ColumnRead] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    evaluated: list[tuple[str, str, Spot]] = field(default_factory=list)
    """Unit and name of each matter that 附件5 says was evaluated without a problem found; name empty: all of them."""
