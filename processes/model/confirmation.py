"""核对: the answer of a department to what only people can judge, 是 or 否 and what there is to say about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ANSWER = re.compile(r"(是|否)(?:[\s,，;；:：.。、—-]+(.*)|([(（].*))?", re.DOTALL)
_WRAPPED = re.compile(r"[(（]([^()（）]*)[)）]")

ANSWER_PATTERN = r"\s*[是否]\s*(?:$|[,，;；:：.。、—(（\s-])"
"""How an answer begins, for an editor."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """``yes``: 是; ``remark``: the rest, such as the day or the document that shows it."""

    yes: bool
    remark: str = ""


def confirmation_of(text: str) -> Confirmation | None:
    """``是,6月20日通过验收`` taken apart; None for what is neither 是 nor 否."""
    found = _ANSWER.fullmatch(text.strip())
    if found is None:
        return None
    remark = (found[2] or found[3] or "").strip()
    wrapped = _WRAPPED.fullmatch(remark)
    return Confirmation(found[1] == "是", wrapped[1] if wrapped else remark)
