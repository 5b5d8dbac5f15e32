"""Findings for people: place, word, message, the line with a caret under what is wrong, and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style

from processes.model.findings import Finding, Severity
from renderers.findings.view import WHOLE, View, by_file, counts, settled, summary

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_LONGEST_LINE = 100
_GUTTER = "  │ "
_FEW = 10
"""So many findings are taken in without a table of them."""

_CONTROLS = dict.fromkeys((7, 8, 11, 12, 13))
"""What of a source line would ring, or move the cursor."""

Paint = Callable[[str, str], str]
"""Text and style → the text as it is written; without colours there is no bold either: it may go to a file."""


def render(
    findings: Iterable[Finding],
    texts: Mapping[str, str],
    shown: Mapping[str, str],
    view: View = WHOLE,
    *,
    colour: bool = False,
) -> str:
    """All findings in order, each with its source line, then the counts; ``shown`` maps a file to its printed path.

    Where several files have findings, each has a heading, and each department where there are several of them. Lines
    are put together here, not by a console of rich: a city has thousands, none is wrapped, and that took half of the
    time of a check.
    """
    paint = _painted if colour else _plain
    found = tuple(findings)
    listed = [finding for finding in found if view.lists(finding)]
    lines = [*_listed(listed, texts, shown, view, paint)]
    if view.about and len(listed) > _FEW:
        lines += _table(listed, view)
    if hidden := [one for one in found if not view.lists(one)]:
        lines += _hidden(hidden)
    lines += (summary(found), "")
    return "\n".join(lines).translate(_CONTROLS)


def _plain(text: str, style: str) -> str:  # noqa: ARG001 - as ``_painted``
    return text


def _painted(text: str, style: str) -> str:
    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


def _listed(
    listed: list[Finding], texts: Mapping[str, str], shown: Mapping[str, str], view: View, paint: Paint
) -> Iterator[str]:
    files = by_file(listed)
    owners = {file: view.owner(file) for file, _ in files}
    of_owner: dict[str, list[Finding]] = {}
    for file, some in files:
        of_owner.setdefault(owners[file], []).extend(some)
    owner = ""
    for file, some in files:
        title = f"── {shown.get(file, file)} ── {counts(some)}"
        if len(of_owner) > 1 and owners[file] != owner:
            every = of_owner[owners[file]]
            if len(every) == len(some):
                # A department of one file needs but one line.
                title = f"【{owners[file]}】{title}"
            else:
                yield from (paint(f"【{owners[file]}】{counts(every)}", "bold"), "")
        owner = owners[file]
        if len(files) > 1:
            yield paint(title, "bold")
        lines = texts.get(file, "").split("\n")
        for finding in some:
            yield from _one(finding, lines, shown, paint)


def _one(finding: Finding, lines: list[str], shown: Mapping[str, str], paint: Paint) -> Iterator[str]:
    yield _heading(finding, shown, paint)
    yield from _source_line(finding, lines, paint)
    if finding.hint:
        yield paint(f"  → {finding.hint}", "green")
    for place in finding.related:
        yield f"  另见 {_place_text(place.file, place.line, place.column, shown)}"
    if finding.accepted:
        yield f"  说明:{finding.accepted}"
    yield ""


def _table(listed: list[Finding], view: View) -> Iterator[str]:
    """How often each code was found, the worst and most frequent first."""
    numbers = Counter((finding.severity, finding.code) for finding in listed if not settled(finding))
    ordered = sorted(numbers.items(), key=lambda item: (-item[0][0], -item[1], item[0][1]))
    width = max((len(code) for _, code in numbers), default=0)
    for (severity, code), number in ordered:
        name = view.name(code)
        yield f"{severity.chinese}  {code:<{width}}  {number:>4} 处  {name}".rstrip()
    yield ""


def _hidden(hidden: list[Finding]) -> Iterator[str]:
    """What is not listed, as a count with the codes."""
    hints = Counter(finding.code for finding in hidden if not settled(finding))
    if hints:
        codes = "、".join(
            f"{code} {number}" for code, number in sorted(hints.items(), key=lambda one: (-one[1], one[0]))
        )
        yield f"提示 {hints.total()} 处:{codes};加 --提示 全部列出。"
    if accepted := sum(map(settled, hidden)):
        yield f"已说明理由 {accepted} 处;加 --已说明 列出。"


def _place_text(file: str, line: int, column: int, shown: Mapping[str, str]) -> str:
    return f"{shown.get(file, file)}:{line}:{column}"


def _heading(finding: Finding, shown: Mapping[str, str], paint: Paint) -> str:
    place = finding.place
    word = paint(finding.severity.chinese, _STYLES[finding.severity])
    code = paint(f" {finding.code} ", "bold")
    return f"{_place_text(place.file, place.line, place.column, shown)} {word}{code}{finding.message}"


def _source_line(finding: Finding, lines: list[str], paint: Paint) -> Iterator[str]:
    """The line of the finding, and carets below what is wrong in it."""
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
    yield f"{_GUTTER}{line}"
    yield paint(_GUTTER + " " * cell_len(line[:start]) + "^" * max(1, cell_len(marked)), "bold")
