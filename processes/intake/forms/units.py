"""Which department is meant: forms say the full name, a short one, or something like it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from processes.model.department import Department
from processes.model.folding import fold_name
from processes.model.plan import Plan


class Unit(NamedTuple):
    """The short name of a department; ``guessed`` where what is written is only like it."""

    name: str
    guessed: bool = False


class Units:
    """The departments of a project by all their names."""

    def __init__(self, plan: Plan, departments: Iterable[Department]) -> None:
        """Short names as the plan has them, full names as declared; 市 and the city may stand before."""
        self._exact: dict[str, str] = {}
        declared = [(one.full_name, one.name) for one in departments]
        short = [str(name) for name in plan.departments]
        self.names = tuple(dict.fromkeys((*short, *(name for _, name in declared))))
        for written, name in [*((name, name) for name in self.names), *declared]:
            for before in ("", "市", "县", plan.city):
                self._exact.setdefault(fold_name(before + written), name)
        self._city = fold_name(plan.city)

    def find(self, written: str) -> Unit | None:
        """The department meant, None where it is none, or one of several.

        市场监督管理局 is 市场监管局: all characters of the short name, in order, and of no other one's.
        """
        text = fold_name(written)
        if text in self._exact:
            return Unit(self._exact[text])
        bare = text.removeprefix(self._city)
        if not 2 <= len(bare) <= _LONGEST or bare[-1:] not in _ENDS:  # noqa: PLR2004 - one character is no name
            return None
        like = [name for name in self.names if _within(fold_name(name), bare)]
        longest = [name for name in like if len(name) == max(map(len, like))]
        return Unit(longest[0], guessed=True) if len(longest) == 1 else None


_LONGEST = 30
_ENDS = tuple("局办委会所院站室队社处部厅中心联")


def _within(short: str, text: str) -> bool:
    characters = iter(text)
    return all(character in characters for character in short)
