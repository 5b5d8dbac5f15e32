"""Lines that stand across a list and head those below: 一、行政许可; (二)行政处罚; 第三章."""

from __future__ import annotations

import re

CHINESE = "[一二三四五六七八九十百]+"
"""A number in Chinese, as lists are numbered."""

SECTION = re.compile(rf"\s*(?:{CHINESE}、|[(（]{CHINESE}[)）]|第{CHINESE}[章节部类])")
"""How such a line begins; to be matched, not searched for."""
