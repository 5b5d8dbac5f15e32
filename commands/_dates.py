"""A day as people type it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date

from processes.errors import WrongUsage
from processes.model.folding import fold

_WRITTEN = tuple(
    map(
        re.compile,
        (
            r"(\d{4})-(\d{1,2})-(\d{1,2})",
            r"(\d{4})/(\d{1,2})/(\d{1,2})",
            r"(\d{4})\.(\d{1,2})\.(\d{1,2})",
            r"(\d{4})年(\d{1,2})月(\d{1,2})日?",
            r"(\d{4})(\d{2})(\d{2})",
        ),
    )
)
_MONTHS = 12


def day_of(text: str) -> date:
    """The day: 2018-02-09, 2018/2/9, 2018.2.9, 2018年2月9日 or 20180209. Raises ``WrongUsage`` for what is none."""
    folded = fold(text)
    found = next((match for form in _WRITTEN if (match := form.fullmatch(folded))), None)
    if found is None:
        raise WrongUsage(f"“{text}”不是日期;写成 年-月-日,如 2018-01-31。")
    year, month, day = map(int, found.groups())
    if not MINYEAR <= year <= MAXYEAR:
        raise WrongUsage(f"“{text}”不是日期:没有{year}年。")
    if not 1 <= month <= _MONTHS:
        raise WrongUsage(f"“{text}”不是日期:没有{month}月。")
    if not 1 <= day <= monthrange(year, month)[1]:
        raise WrongUsage(f"“{text}”不是日期:{year}年{month}月没有{day}日。")
    return date(year, month, day)
