"""信访: which matters are petitions that are dealt with."""

from __future__ import annotations

import re

from processes.model.matter import Matter

_PETITION = re.compile("信访")
_ANOTHER = re.compile("复查|复核|奖励|救助|接待日|矛盾")


def is_petition(matter: Matter) -> bool:
    """Whether it is a petition's first handling; 复查 and 复核 have limits of their own."""
    return bool(_PETITION.search(matter.name)) and not _ANOTHER.search(matter.name)
