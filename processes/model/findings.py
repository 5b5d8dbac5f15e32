"""What a check finds wrong, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import takewhile
from typing import NamedTuple

from processes.model.places import Place
from processes.model.quick import quick


class Severity(IntEnum):
    """How bad a finding is; ordered, so the worst of several is ``max``."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def chinese(self) -> str:
        """The word analysts read: 提示, 警告, 错误."""
        return {Severity.INFO: "提示", Severity.WARNING: "警告", Severity.ERROR: "错误"}[self]


def kind_of(code: str) -> str:
    """The letters with which a code begins: R of R407b, FY of FY01."""
    return "".join(takewhile(str.isalpha, code))


class Edit(NamedTuple):
    """New text for the ``width`` characters from ``place`` on; a line break is one of them."""

    place: Place
    width: int
    text: str


@quick
@dataclass(frozen=True, slots=True)
class Finding:
    """发现: one thing to mend. ``related`` are other places that matter (the first of two duplicates …).

    ``width`` is the number of characters at fault from ``place`` on, for the caret line.
    """

    place: Place
    code: str
    severity: Severity
    message: str
    hint: str = ""
    related: tuple[Place, ...] = ()
    width: int = 1
    accepted: str = ""
    """The written reason (说明) with which the analyst accepted the finding; empty if not accepted."""

    fix: tuple[Edit, ...] = ()
    """What mends it in the text, when there is but one way; empty if a person has to decide."""

    def sort_key(self) -> tuple[Place, str, str]:
        """Order by place, then code, then message."""
        return self.place, self.code, self.message
