"""What stands above a time chart: title, a table of facts, the numbers in which the reform is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.reports.numbers import UNCHANGED, change_text
from renderers.flowcharts.measure import clean, width
from renderers.timelines import pen
from renderers.timelines.colours import HEAD_FILL, HEAD_INK, RIM

TITLE, FACT, NAME = 18.0, 10.5, 9.5
_OLD, _NEW, _PILL = "#a31f1f", "#1b5e20", "#e6f4ea"
_CARD = 34.0
_NUMBER = 13.0
_SPACE = 8.0
"""Between the texts of a card."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the reform: 最长路径 | 43 | 13个工作日 | −69.8%; of one version ``before`` is empty."""

    name: str
    before: str
    after: str
    change: str = ""
    is_better: bool = True


def change_between(before: Fraction | int, after: Fraction | int) -> str:
    """``−69.8%``, ``+8.3%``, ``不变``; nothing where there is nothing to take a share of."""
    if before == after:
        return UNCHANGED
    return change_text(Fraction(before - after) / before) if before else ""


def title(words: str, left: float, top: float, wide: float) -> tuple[list[str], float]:
    """The title in the middle, and the y below it."""
    lines = pen.lines_of(words, TITLE, wide)
    high = len(lines) * pen.leading_of(TITLE)
    return [*pen.paragraph(lines, left + wide / 2, top + high / 2, TITLE, bold=True, anchor="middle")], top + high


def facts(pairs: Sequence[tuple[str, str]], left: float, top: float, wide: float) -> tuple[list[str], float]:
    """A table of two rows, names above values; a column is as wide as its share of the text. And the y below it."""
    needs = [max(width(clean(text), FACT) for text in pair) + 24 for pair in pairs]
    least = min(90.0, wide / len(pairs))
    shares = [max(need, least) for need in needs]
    columns = [wide * share / sum(shares) for share in shares]
    values = [pen.lines_of(value, FACT, room - 10) for (_, value), room in zip(pairs, columns, strict=True)]
    high = max(len(lines) for lines in values) * pen.leading_of(FACT) + 8
    body: list[str] = []
    x = left
    for (name, _), lines, room in zip(pairs, values, columns, strict=True):
        body.append(pen.rect(x, top, room, 18, HEAD_FILL, stroke=RIM, thickness=0.8))
        body.append(pen.text(name, x + room / 2, top + 9, NAME, fill=HEAD_INK, anchor="middle"))
        body.append(pen.rect(x, top + 18, room, high, "#ffffff", stroke=RIM, thickness=0.8))
        body += pen.paragraph(lines, x + room / 2, top + 18 + high / 2, FACT, bold=True, anchor="middle")
        x += room
    return body, top + 18 + high


def figures(numbers: Sequence[Figure], left: float, top: float, wide: float) -> tuple[list[str], float]:
    """A card a number, in one row, smaller if they need more than ``wide``; and the y below them."""
    gap = 10.0
    room = wide - gap * (len(numbers) - 1)
    needs = [sum(one + _SPACE for _, one in _parts(number)) + _SPACE for number in numbers]
    share = min(1.0, room / sum(needs))
    spare = (room - share * sum(needs)) / len(numbers)
    body: list[str] = []
    x = left
    for number, need in zip(numbers, needs, strict=True):
        card = need * share + spare
        body.append(pen.rect(x, top, card, _CARD, "#f8fafd", stroke=RIM, thickness=0.9, radius=8))
        body += _card(number, x + spare / 2 + _SPACE * share, top + _CARD / 2, share)
        x += card + gap
    return body, top + _CARD


def _parts(number: Figure) -> list[tuple[str, float]]:
    """The texts of a card with their widths."""
    sizes = {"name": FACT, "before": _NUMBER, "arrow": _NUMBER, "after": _NUMBER, "change": NAME}
    texts = {"name": number.name, "after": number.after}
    if number.before:
        texts |= {"before": number.before, "arrow": "→"}
    if number.change:
        texts["change"] = number.change
    pill = {"change": 10.0}
    return [(part, width(clean(texts[part]), sizes[part]) + pill.get(part, 0.0)) for part in sizes if part in texts]


def _card(number: Figure, x: float, y: float, share: float) -> Iterator[str]:
    large, fact, small = _NUMBER * share, FACT * share, NAME * share
    for part, whole in _parts(number):
        wide = whole * share
        middle = x + wide / 2
        match part:
            case "name":
                yield pen.text(number.name, middle, y, fact, fill=HEAD_INK, anchor="middle")
            case "before":
                yield pen.text(number.before, middle, y, large, fill=_OLD, bold=True, anchor="middle")
            case "arrow":
                yield pen.text("→", middle, y, large, fill=HEAD_INK, anchor="middle")
            case "after":
                yield pen.text(number.after, middle, y, large, fill=_NEW, bold=True, anchor="middle")
            case _:
                fill, ink = (_PILL, _NEW) if number.is_better else ("#fdecec", _OLD)
                yield pen.rect(middle - wide / 2, y - 8.5, wide, 17, fill, radius=8)
                yield pen.text(number.change, middle, y, small, fill=ink, bold=True, anchor="middle")
        x += wide + _SPACE * share
