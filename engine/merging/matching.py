"""Which row of an edited form is which row of the form as it was made: by name, else by what else it says.

Clerks sort, insert and delete rows, so that neither 序号 nor the line tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from processes.model.folding import fold_name

Texts = Mapping[str, str]
"""Key of the column → text."""

ALIKE = 0.6
"""Share of the other cells that must be equal for a row with another name to be the same one, renamed."""
_NO_CONTENT = ("index", "name")


@dataclass(frozen=True, slots=True)
class Matched:
    """Pairs of indexes (made, now); ``added`` of now, ``removed`` of made."""

    pairs: tuple[tuple[int, int], ...]
    added: tuple[int, ...]
    removed: tuple[int, ...]


def match_rows(made: Sequence[Texts], now: Sequence[Texts]) -> Matched:
    """Pair the rows of a form as made with those of it now."""
    pairs: dict[int, int] = {}
    open_made, open_now = dict.fromkeys(range(len(made))), dict.fromkeys(range(len(now)))
    for named in (True, False):
        scored = sorted(
            (-_likeness(made[old], now[new]), abs(old - new), old, new)
            for old in open_made
            for new in open_now
            if not named or _name(made[old]) == _name(now[new])
        )
        for score, _, old, new in scored:
            if old in open_made and new in open_now and (named or -score >= ALIKE):
                pairs[old] = new
                del open_made[old], open_now[new]
    return Matched(tuple(sorted(pairs.items())), tuple(open_now), tuple(open_made))


def _name(row: Texts) -> str:
    return fold_name(row.get("name", ""))


def _likeness(old: Texts, new: Texts) -> float:
    """Share of the cells that are equal, of those in both rows."""
    keys = [key for key in old.keys() & new.keys() if key not in _NO_CONTENT]
    return sum(same(old[key], new[key]) for key in keys) / len(keys) if keys else 1.0


def same(one: str, other: str) -> bool:
    """Whether two texts say the same: neither spaces at the ends nor kinds of line ends count."""
    return one == other or tidy(one) == tidy(other)


def tidy(text: str) -> str:
    """The text with LF at its line ends and nothing around its lines, as office programs may save it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").split("\n")
    return "\n".join(line.strip() for line in lines).strip()
