"""A document as Markdown (CommonMark with GitHub tables); bars are drawn with block characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.documents.document import Bars, Document, Figures, Heading, Paragraph, Part, Setting, Table
from renderers.documents.punctuation import full_width
from renderers.forms.grid import printed
from renderers.reports.markdown import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST = 24
"""Characters of the longest bar."""


def render(document: Document) -> str:
    """The text, ending in a line break."""
    blocks = [f"# {escape(document.name)}"]
    if document.subtitle:
        blocks.append(escape(document.subtitle))
    for part in document.parts:
        blocks += _part(part)
    return "\n\n".join(blocks) + "\n"


def _part(part: Part) -> Iterator[str]:
    match part:
        case Heading():
            yield f"{'#' * (part.level + 1)} {escape(full_width(part.text))}"
        case Paragraph():
            yield (
                f"> {escape(full_width(part.text))}" if part.setting is Setting.NOTE else escape(full_width(part.text))
            )
        case Table():
            if part.title:
                yield f"**{escape(part.title)}**"
            rows = (
                [
                    f"**{text}**" if row.strong and text else text
                    for text in (escape(printed(cell)) for cell in row.cells)
                ]
                + [""] * (len(part.columns) - len(row.cells))
                for row in part.rows
            )
            yield _table([escape(column.title) for column in part.columns], list(rows))
        case Figures():
            yield "\n".join(
                f"- **{escape(one.label)}** {escape(one.value)}" + (f"({escape(one.detail)})" if one.detail else "")
                for one in part.figures
            )
        case Bars():
            yield f"**{escape(part.title)}**" + (f"(目标:{escape(part.mark_text)})" if part.mark_text else "")
            yield _bars(part)


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _bars(part: Bars) -> str:
    rows = []
    for bar in part.bars:
        series = part.series or ("",) * len(bar.lengths)
        for index, (length, text, name) in enumerate(zip(bar.lengths, bar.texts, series, strict=True)):
            drawn = "█" * round(length * _LONGEST)
            label = escape(bar.label) if index == 0 else ""
            rows.append([label, *([name] if part.series else []), drawn, escape(text)])
    return _table(["", *([""] if part.series else []), "", ""], rows)
