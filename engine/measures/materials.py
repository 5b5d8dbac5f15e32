"""材料: the papers the applicant hands in.

Source: 附件6 columns 17, 18 (number) and 20, 21 (names); 附件9 calls them 要件. Counted are kinds of paper, or copies
where the city chooses so (口径.材料计数); 附件7: “如未标记数量默认为一份”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.measures.measured import Measured, counted
from processes.model.places import Text

if TYPE_CHECKING:
    from processes.model.matter import Material
    from processes.model.plan import Switches
    from processes.model.process import Process

NAME = "材料"
UNIT = "件"

BY_COPIES = "份数"
"""The value of 口径.材料计数 with which copies are counted, not kinds."""


def measure(process: Process, switches: Switches) -> Measured:
    """The number of 材料 of the version, by kind or by copy, with their names (and copies where not one)."""
    materials = process.version.materials
    kinds = counted(
        (Text(_printed(material), material.place) for material in materials),
        (material.place for material in materials),
        process.version.at("materials"),
    )
    if switches.materials != BY_COPIES:
        return kinds
    return Measured(sum(map(copies, materials)), kinds.items, kinds.sources)


def copies(material: Material) -> int:
    """How many sheets or copies are asked for: ``原件1份、复印件2份`` are 3, ``6张`` are 6, nothing said is 1."""
    return sum(sum(int(number) for number in re.findall(r"\d+", part)) or 1 for part in material.copies.split("、"))


def _printed(material: Material) -> str:
    """Name and, unless it is the usual single copy, how many: ``申请表(2份)``."""
    return material.name if not material.copies or copies(material) == 1 else f"{material.name}({material.copies})"
