"""Findings as commands show them: with what the codes mean and whose files they are in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from processes.checking import Checked
    from renderers.findings.explanation import Explained
    from renderers.findings.view import View


@cache
def about() -> Mapping[str, Explained]:
    """Code → what it is, of everything that a check can find."""
    from engine.examining import rule_book
    from processes.declaration.refusals import REFUSALS

    return {**REFUSALS, **rule_book()}


def view_of(result: Checked, *, hints: bool, accepted: bool) -> View:
    """How the findings of ``result`` are shown."""
    from renderers.findings.view import View

    departments = result.workspace.departments if result.workspace else ()
    owners = {one.folder: one.name for one in departments}
    return View(about=about(), owners=owners, hints=hints, accepted=accepted)
