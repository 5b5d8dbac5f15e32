"""Connectors on one page: what each is called, and where its line goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.sheets.connectors import BETWEEN
from renderers.flowcharts.theme import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from renderers.flowcharts.sheets.page import Page


def connectors_of(page: Page) -> Mapping[str, str]:
    """Key of the mark → the letters in it: A, or A、B where several lines end."""
    return {
        mark.key: BETWEEN.join(line.text for line in mark.lines)
        for mark in page.marks
        if mark.kind is Kind.CONNECTOR and mark.key
    }


def partners_of(page: Page) -> Mapping[str, str]:
    """Key of a connector → that of the next one with a letter of its own, after the last the first; on paper none."""
    letters = {key: set(text.split(BETWEEN)) for key, text in connectors_of(page).items()}
    keys = list(letters)
    found = {}
    for place, key in enumerate(keys):
        others = (*keys[place + 1 :], *keys[:place])
        partner = next((other for other in others if letters[key] & letters[other]), None)
        if partner is not None:
            found[key] = partner
    return found
