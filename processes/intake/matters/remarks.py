"""备注 of 附件6 taken apart: what the form itself puts there, and what somebody had to say."""

from __future__ import annotations

import re
from typing import NamedTuple

from processes.intake.matters.texts import is_none

_OF_LIMITS = re.compile(
    r"(?:(?:均|都|单位|时限)?(?:为|是|按|指)?(?:工作日|自然日)|(?:法定|优化前|优化后)(?:时限)?为(?:工作日|自然日)|"
    r"(?:(?:法定|优化前|优化后)、?)*即时办结|原无时限|优化后无时限|"
    r"(?:(?:法定|优化前|优化后)、?)*为自然日,.*已按5个工作日折7个自然日折算,不足1日的按1日计)[。.]?"
)
_LABELLED = (("取消原因", "cancelled"), ("涉密", "secret"), ("其他优化", "improvement"))


class Remark(NamedTuple):
    """The parts of 备注 that have a key of their own, and the ``rest``."""

    cancelled: str = ""
    secret: str = ""
    improvement: str = ""
    rest: str = ""


def remark_in(text: str) -> Remark:
    """What a cell of 备注 says; the kind of day is read elsewhere."""
    found: dict[str, str] = {}
    rest: list[str] = []
    for part in re.split("[;；\n]", text):
        piece = part.strip()
        if not piece or is_none(piece) or _OF_LIMITS.fullmatch(piece):
            continue
        labelled = next((pair for pair in _LABELLED if re.match(rf"{pair[0]}[:：]", piece)), None)
        if labelled and labelled[1] not in found:
            found[labelled[1]] = piece[len(labelled[0]) + 1 :].strip()
        else:
            rest.append(piece)
    return Remark(**found, rest=";".join(rest))
