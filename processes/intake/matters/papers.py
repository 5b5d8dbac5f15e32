"""材料 with their copies, which 附件6 prints only where there is more than one, and 附件7 as they are declared."""

from __future__ import annotations

import re
from collections.abc import Sequence

from processes.declaration.cells import material_facts
from processes.declaration.names import is_name
from processes.intake.matters.said import Item, Listed, Said
from processes.model.folding import fold_name


def copies(name: str) -> int:
    """As 附件6 counts them: 原件1份、复印件2份 are 3, 电子版 is 1, nothing said is 1."""
    parts = material_facts(name).copies.split("、")
    return sum(sum(int(number) for number in re.findall(r"\d+", part)) or 1 for part in parts)


def as_compared(name: str) -> str:
    """The name with its copies only where there is more than one, folded."""
    facts = material_facts(name)
    return fold_name(facts.name if not facts.copies or copies(name) == 1 else f"{facts.name}({facts.copies})")


def exact(names: Sequence[str], card: Sequence[str]) -> tuple[str, ...]:
    """The names as the ``card`` (附件7) has them, where they are the same papers."""
    full = {as_compared(name): name for name in card}
    return tuple(full.get(as_compared(name), name) for name in names)


def materials(names: Sequence[str], mark: str) -> Said:
    """材料, one a line."""
    if not names:
        return Said("材料", "无", mark)
    return Said("材料", Listed(tuple(_line(name) for name in dict.fromkeys(names))), mark)


def _line(name: str) -> Item:
    facts = material_facts(name)
    return Item(name) if not facts.mixed and is_name(facts.name) else Item((Said("名称", name),))
