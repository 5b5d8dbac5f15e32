"""Names of matters without what any name may have: 核发, 办理, 许可证."""

from __future__ import annotations

import re

from processes.model.folding import fold_name

GENERAL_LAWS = frozenset(
    ("行政许可法", "行政处罚法", "行政强制法", "行政复议法", "行政诉讼法", "政府信息公开条例", "信访条例")
)
"""Laws that every department applies: to cite one of them says nothing about what a matter is."""

_VERBS = re.compile("(?:的|行政许可|许可证|许可|审核|审批|核发|核准|办理|发放|证书|证)+$")
_QUOTES = str.maketrans("", "", "《》“”")
_LEAST_STEM = 4


def stem(name: str) -> str:
    """The folded name without quotes and without words like 核发 at its end, unless too little would be left."""
    plain = fold_name(name).translate(_QUOTES)
    cut = _VERBS.sub("", plain)
    return cut if len(cut) >= _LEAST_STEM else plain
