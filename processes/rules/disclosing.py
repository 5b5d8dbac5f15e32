"""政府信息公开: which matters are requests for information."""

from __future__ import annotations

import re

from processes.model.matter import Matter

_REQUEST = re.compile("政府信息公开申请|信息公开申请|依申请公开|申请公开政府信息")


def is_request(matter: Matter) -> bool:
    """Whether somebody asks for information and is answered."""
    return bool(_REQUEST.search(matter.name))
