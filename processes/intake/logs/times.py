"""Times as systems and people write them: 2018-02-09 09:30, 2018/2/9 下午2:05, 2018年2月9日, 2018-02-09T01:30:00Z."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import lru_cache

from processes.model.folding import fold

_BEIJING = timezone(timedelta(hours=8))
_DAY = r"(?P<year>\d{4})(?:[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?|(?P<packed>\d{4}))"
_HOUR = (
    r"(?P<half>上午|下午|中午|晚上|早上|凌晨|AM|PM)?\s*(?P<hour>\d{1,2})[:时点](?P<minute>\d{1,2})?"
    r"(?:[:分](?P<second>\d{1,2})?(?:\.(?P<part>\d{1,9}))?秒?)?\s*(?P<after>AM|PM)?(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)
_WRITTEN = re.compile(rf"{_DAY}(?:[T\s]*{_HOUR})?", re.IGNORECASE)
_SERIAL = re.compile(r"(\d{5})(\.\d+)?")
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050
"""2000-01-01 and 2099-12-31 as a workbook counts days; five digits outside of them are no day."""
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - times have no zone here; 1899-12-30 is day 0 of workbooks (ECMA-376)
_NOON = 12
_CACHE = 1 << 16


@lru_cache(_CACHE)
def time_of(text: str) -> datetime | None:
    """The Beijing time without its zone; None for what is none, or could be two (3/4/2018)."""
    plain = fold(text)
    if serial := _SERIAL.fullmatch(plain):
        days = float(plain)
        if not _FIRST_SERIAL <= int(serial[1]) <= _LAST_SERIAL:
            return None
        return _EPOCH + timedelta(seconds=round(days * 86400))
    found = _WRITTEN.fullmatch(plain)
    if found is None:
        return None
    try:
        return _made(found.groupdict())
    except (ValueError, OverflowError):
        return None


def _made(parts: dict[str, str | None]) -> datetime:
    packed = parts["packed"]
    month, day = (packed[:2], packed[2:]) if packed else (parts["month"], parts["day"])
    hour = int(parts["hour"] or 0)
    half = (parts["half"] or parts["after"] or "").upper()
    if half in ("下午", "晚上", "PM") and hour < _NOON:
        hour += _NOON
    elif half in ("上午", "凌晨", "早上", "AM") and hour == _NOON:
        hour = 0
    made = datetime(  # noqa: DTZ001 - the zone follows, where there is one
        int(parts["year"] or 0),
        int(month or 0),
        int(day or 0),
        hour,
        int(parts["minute"] or 0),
        int(parts["second"] or 0),
        int((parts["part"] or "").ljust(6, "0")[:6]),
    )
    zone = parts["zone"]
    if not zone:
        return made
    ahead = timedelta(0)
    if zone.upper() != "Z":
        digits = zone[1:].replace(":", "")
        ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) * (-1 if zone[0] == "-" else 1)
    return made.replace(tzinfo=timezone(ahead)).astimezone(_BEIJING).replace(tzinfo=None)
