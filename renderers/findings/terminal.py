"""Findings for people: place, word, message, the line with a caret under what is wrong, and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Styled

from processes.model.findings import Finding, Severity
from renderers.findings.view import WHOLE, View, by_file, counts, settled, summary

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_LONGEST_LINE = 100
_GUTTER = "  │ "
_FEW = 10
"""So many findings are taken in without a table of them."""


def render(
    findings: Iterable[Finding],
    texts: Mapping[str, str],
    shown: Mapping[str, str],
    view: View = WHOLE,
    *,
    colour: bool = False,
) -> str:
    """All findings in order, each with its source line, then the counts; ``shown`` maps a file to its printed path.

    Where several files have findings, each has a heading, and each department where there are several of them.
    """
    console = Console(
        no_color=not colour,
        force_terminal=colour,
        highlight=False,
        soft_wrap=True,
        width=10_000,
        color_system="standard" if colour else None,  # without colours, no bold either: the text may go to a file
    )
    found = tuple(findings)
    listed = [finding for finding in found if view.lists(finding)]
    with console.capture() as capture:
        _print_listed(console, listed, texts, shown, view)
        if view.about and len(listed) > _FEW:
            _print_table(console, listed, view)
        if hidden := [one for one in found if not view.lists(one)]:
            _print_hidden(console, hidden)
        console.print(summary(found), markup=False)
    return capture.get()


def _print_listed(
    console: Console, listed: list[Finding], texts: Mapping[str, str], shown: Mapping[str, str], view: View
) -> None:
    files = by_file(listed)
    owners = {file: view.owner(file) for file, _ in files}
    several = len(set(owners.values())) > 1
    owner = ""
    for file, some in files:
        title = f"── {shown.get(file, file)} ── {counts(some)}"
        if several and owners[file] != owner:
            every = [finding for finding in listed if owners[finding.place.file] == owners[file]]
            # A department of one file needs but one line.
            between = "" if len(every) == len(some) else f"{counts(every)}\n\n"
            title = f"【{owners[file]}】{between}{title}"
        owner = owners[file]
        if len(files) > 1:
            console.print(Styled(title, style="bold"))
        lines = texts.get(file, "").split("\n")
        for finding in some:
            _print_one(console, finding, lines, shown)


def _print_one(console: Console, finding: Finding, lines: list[str], shown: Mapping[str, str]) -> None:
    console.print(_heading(finding, shown))
    _print_line(console, finding, lines)
    if finding.hint:
        console.print(Styled(f"  → {finding.hint}", style="green"))
    for place in finding.related:
        console.print(f"  另见 {_place_text(place.file, place.line, place.column, shown)}", markup=False)
    if finding.accepted:
        console.print(f"  说明:{finding.accepted}", markup=False)
    console.print()


def _print_table(console: Console, listed: list[Finding], view: View) -> None:
    """How often each code was found, the worst and most frequent first."""
    numbers = Counter((finding.severity, finding.code) for finding in listed if not settled(finding))
    ordered = sorted(numbers.items(), key=lambda item: (-item[0][0], -item[1], item[0][1]))
    width = max((len(code) for _, code in numbers), default=0)
    for (severity, code), number in ordered:
        name = view.name(code)
        console.print(f"{severity.chinese}  {code:<{width}}  {number:>4} 处  {name}".rstrip(), markup=False)
    console.print()


def _print_hidden(console: Console, hidden: list[Finding]) -> None:
    """What is not listed, as a count with the codes."""
    hints = Counter(finding.code for finding in hidden if not settled(finding))
    if hints:
        codes = "、".join(
            f"{code} {number}" for code, number in sorted(hints.items(), key=lambda one: (-one[1], one[0]))
        )
        console.print(f"提示 {hints.total()} 处:{codes};加 --提示 全部列出。", markup=False)
    if accepted := sum(map(settled, hidden)):
        console.print(f"已说明理由 {accepted} 处;加 --已说明 列出。", markup=False)


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
