"""Findings for people: place, word, message, the line with a caret under what is wrong, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Styled

from processes.model.findings import Finding, Severity

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_LONGEST_LINE = 100
_GUTTER = "  │ "


def render(
    findings: Iterable[Finding], texts: Mapping[str, str], shown: Mapping[str, str], *, colour: bool = False
) -> str:
    """All findings in order, each with its source line, then the counts; ``shown`` maps a file to its printed path."""
    console = Console(
        no_color=not colour,
        force_terminal=colour,
        highlight=False,
        soft_wrap=True,
        width=10_000,
        color_system="standard" if colour else None,  # without colours, no bold either: the text may go to a file
    )
    lines = {file: text.split("\n") for file, text in texts.items()}
    listed = tuple(findings)
    with console.capture() as capture:
        for finding in listed:
            console.print(_heading(finding, shown))
            _print_line(console, finding, lines.get(finding.place.file, []))
            if finding.hint:
                console.print(Styled(f"  → {finding.hint}", style="green"))
            for place in finding.related:
                console.print(f"  另见 {_place_text(place.file, place.line, place.column, shown)}", markup=False)
            if finding.accepted:
                console.print(f"  说明:{finding.accepted}", markup=False)
            console.print()
        console.print(summary(listed), markup=False)
    return capture.get()


def summary(findings: Iterable[Finding]) -> str:
    """``发现 3 处:错误 1、警告 2`` or ``没有发现问题``; warnings with a reason are counted apart."""
    listed = tuple(findings)
    if not listed:
        return "没有发现问题。"
    open_ = [finding for finding in listed if not finding.accepted or finding.severity is Severity.ERROR]
    counts = [
        f"{severity.chinese} {number}"
        for severity in sorted(Severity, reverse=True)
        if (number := sum(finding.severity is severity for finding in open_))
    ]
    accepted = len(listed) - len(open_)
    if accepted:
        counts.append(f"已说明理由 {accepted}")
    return f"发现 {len(listed)} 处:{'、'.join(counts)}。"


def _place_text(file: str, line: int, column: int, shown: Mapping[str, str]) -> str:
    return f"{shown.get(file, file)}:{line}:{column}"


def _heading(finding: Finding, shown: Mapping[str, str]) -> Styled:
    place = finding.place
    heading = Styled(_place_text(place.file, place.line, place.column, shown) + " ")
    heading.append(finding.severity.chinese, style=_STYLES[finding.severity])
    heading.append(f" {finding.code} ", style="bold")
    heading.append(finding.message)
    return heading


def _print_line(console: Console, finding: Finding, lines: list[str]) -> None:
    place = finding.place
    if not 0 < place.line <= len(lines):
        return
    line = lines[place.line - 1].rstrip("\r").replace("\t", " ")
    start = place.column - 1
    if len(line) > _LONGEST_LINE:
        # A long line is shown around the fault.
        cut = max(0, start - _LONGEST_LINE // 2)
        line, start = line[cut : cut + _LONGEST_LINE], start - cut
    if not line.strip():
        return
    marked = line[start : start + finding.width] or " "
    console.print(Styled(f"{_GUTTER}{line}"))
    console.print(Styled(_GUTTER + " " * cell_len(line[:start]) + "^" * max(1, cell_len(marked)), style="bold"))
