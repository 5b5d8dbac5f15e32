"""A day as official papers write it."""

from __future__ import annotations

from datetime import date


def date_text(day: date) -> str:
    """``2018年3月1日``: without noughts (GB/T 9704—2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"
