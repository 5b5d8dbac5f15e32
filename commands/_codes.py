"""Codes chosen on the command line by how they begin: R4, L, N205."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from processes.errors import WrongUsage
from processes.model.findings import Finding, kind_of

_BETWEEN = re.compile(r"[,\uff0c、;\uff1b\s]+")
_ON_REASONS = ("D119", "D120")
"""What is said of reasons and codes once all rules have been asked."""


class Chosen:
    """Which codes are meant: those selected, or all, without those ignored.

    A file that cannot be read, or a matter that does not hold together, is told whatever is chosen: of it nothing else
    is known, and silence would be taken for praise.
    """

    def __init__(self, select: Iterable[str], ignore: Iterable[str], known: Collection[str]) -> None:
        """The words of the options. Raises ``WrongUsage`` when no code begins with one of them."""
        self._select = _codes(select, known)
        self._ignore = _codes(ignore, known)

    def wants(self, code: str) -> bool:
        """Whether a code is meant; an empty one, of what no rule asks for, unless codes were selected."""
        if not code:
            return not self._select
        return (not self._select or code in self._select) and code not in self._ignore

    @property
    def for_rules(self) -> Callable[[str], bool] | None:
        """Which rules have to be asked; None: all, as what is said of reasons needs to know everything."""
        return None if any(map(self.wants, _ON_REASONS)) else self.wants

    def of(self, findings: Iterable[Finding], always: Collection[str]) -> tuple[Finding, ...]:
        """The findings that are meant, and those with a code that is told ``always``."""
        return tuple(one for one in findings if one.code in always or self.wants(one.code))


def begins(code: str, prefix: str) -> bool:
    """Whether ``code`` is of ``prefix``: letters alone are a whole kind of codes, F is not FY."""
    return kind_of(code) == prefix if prefix.isalpha() else code.upper().startswith(prefix)


def _meant(prefix: str, known: Collection[str]) -> set[str]:
    """The codes of a prefix; a whole code is that code alone, R309 is not R309a."""
    whole = {code for code in known if code.upper() == prefix}
    return whole or {code for code in known if begins(code, prefix)}


def _codes(words: Iterable[str], known: Collection[str]) -> frozenset[str]:
    from processes.suggesting import suggest

    found: set[str] = set()
    for prefix in (part.upper() for word in words for part in _BETWEEN.split(word) if part):
        meant = _meant(prefix, known)
        if not meant:
            near = suggest(prefix, sorted(known))
            raise WrongUsage(f"没有以“{prefix}”开头的编号。{near}用 zaizao explain 列出全部编号。")
        found |= meant
    return frozenset(found)
