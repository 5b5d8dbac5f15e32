"""Values that show themselves in a notebook, and print as the commands do: what was found, what changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import overload

from engine.reports.report import Report
from processes.checking import Checked
from processes.model.findings import Finding
from renderers.findings import terminal as messages
from renderers.reports import html_format, markdown, terminal


class Findings(Sequence[Finding]):
    """What the check found, in order of file, line and column."""

    def __init__(self, checked: Checked) -> None:
        """The findings of a reading."""
        self._checked = checked

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | Sequence[Finding]:
        """One finding, or some."""
        return self._checked.findings[index]

    def __len__(self) -> int:
        """How many there are, those with an accepted reason included."""
        return len(self._checked.findings)

    def __str__(self) -> str:
        """The messages, as ``zaizao check`` prints them."""
        return messages.render(self._checked.findings, self._checked.texts, {})

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


@dataclass(frozen=True, slots=True)
class Difference:
    """What the reform changes; ``report`` holds every number and change as a value."""

    report: Report

    @property
    def summary(self) -> str:
        """The one line that stands for the whole."""
        return self.report.summary

    @property
    def markdown(self) -> str:
        """The report in Markdown."""
        return markdown.render(self.report)

    def __str__(self) -> str:
        """The report as ``zaizao diff`` prints it."""
        return terminal.render(self.report)

    def _repr_html_(self) -> str:
        return html_format.fragment(self.report)
