"""The commands in the order in which an analyst needs them: thirty names in the order of the alphabet teach nothing."""

from __future__ import annotations

from collections.abc import Collection

GROUPS = {
    "开始": ("demo", "init", "new", "import", "discover"),
    "检查申报": ("check", "explain", "format", "target", "checklist", "similar"),
    "画流程图、对比、走流程": ("draw", "diff", "walk", "verify", "simulate", "replay", "days"),
    "附件、报告、文书": ("build", "fill", "trace", "reconcile", "merge", "report", "document", "tally", "export"),
    "报送和审核": ("status", "submit", "review", "history", "package", "verify-package", "followup", "audit"),
    "办件": ("case", "board"),
}
"""What one is about → its commands, in the order in which they are used."""
OTHERS = "其他"


def grouped(names: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Every one of ``names`` once, below its group; what no group has (a new command) is below 其他."""
    found = {title: tuple(name for name in some if name in names) for title, some in GROUPS.items()}
    known = {name for some in GROUPS.values() for name in some}
    found[OTHERS] = tuple(name for name in names if name not in known)
    return {title: some for title, some in found.items() if some}
