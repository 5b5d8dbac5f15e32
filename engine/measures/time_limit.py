"""时限: the whole time a version allows itself, in days of its own unit (工作日 or 自然日).

Source: 附件6 columns 23, 24; 附件6 注2: “即时办结”的填写0. 无 (no limit at all) is None, which is not 0. Hours are
eighths of a working day; the number is as declared, not the sum of the 环节.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.measures.measured import Measured, distinct

if TYPE_CHECKING:
    from processes.model.plan import Switches
    from processes.model.process import Process

NAME = "时限"
UNIT = "天"


def measure(process: Process, switches: Switches) -> Measured:  # noqa: ARG001 - the same for every measure
    """The declared limit of the version in days, None for 无."""
    limit = process.version.limit
    sources = distinct((process.version.at("limit"),))
    return Measured(None if limit.is_none else limit.days, (), sources)
