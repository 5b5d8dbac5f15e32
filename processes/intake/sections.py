"""Lines that stand across a list and head those below: 一、行政许可; (二)行政处罚; 第三章."""

from __future__ import annotations

import re

CHINESE = "[一二三四五六七八九十百]+"
"""A number in Chinese, as lists are numbered."""

SECTION = re.compile(rf"^\s*(?:{CHINESE}、|[(（]{CHINESE}[)）]|第{CHINESE}(?:[章节部]|类(?=$|[\s、:：(（]|行政)))")
"""How such a line begins. 第二类医疗器械经营许可 is a matter: after 类 such a line stops or says 行政…."""
