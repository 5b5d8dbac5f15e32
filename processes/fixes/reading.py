"""A text as it is read, and edits made in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from processes.declaration.commented import read_commented
from processes.declaration.folder import KNOWN_KEYS
from processes.declaration.kinds import is_empty
from processes.declaration.matter_keys import VERSION_KEYS
from processes.declaration.nodes import Mapping, Node, Scalar, Sequence, parse
from processes.declaration.reporting import Reporter
from processes.declaration.rewriting import stops, tree_data, without_places
from processes.declaration.shapes import Fields, Places, Shape
from processes.model.findings import Edit, Finding, Severity


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its tree, the values that were read, and what is wrong with it, in order of place."""

    text: str
    root: Mapping | None
    values: object
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether it can be read to its end and says nothing twice."""
        return self.root is not None and not any(map(stops, self.findings))

    @property
    def errors(self) -> Counter[str]:
        """How many errors of each code."""
        return Counter(finding.code for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def comments(self) -> list[str]:
        """The texts of all comments, of what can be read."""
        return read_commented(self.text).comments()

    def declares_as(self, other: Reading, *, respelt: bool) -> bool:
        """Whether both declare the same, with the same comments; texts may differ if they were ``respelt``."""
        return (
            self.root is not None
            and other.root is not None
            and self.values == other.values
            and sorted(one.code for one in self.findings) == sorted(one.code for one in other.findings)
            and (respelt or tree_data(self.root) == tree_data(other.root))
            and self.comments == other.comments
            and self.text.count("\n") == other.text.count("\n")
        )

    @property
    def twice(self) -> set[str]:
        """The keys of a matter that are said outside and in a version, which is refused when the matter is made."""
        said = _said(self.root)
        inside = {name for version in ("优化前", "优化后") for name in _said(said.get(version))}
        return {key.name for key in VERSION_KEYS if key.field != "branches"} & said.keys() & inside

    def begins_on(self, line: int) -> bool:
        """Whether a key or a line of a list begins on ``line`` (from 1), so that it is not inside a text."""
        waiting: list[Node] = [] if self.root is None else [self.root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Scalar):
                if node.line + 1 == line:
                    return True
            elif isinstance(node, Sequence):
                waiting += node.items
            else:
                waiting += [part for pair in node.entries.values() for part in pair]
        return False


def _said(node: Node | None) -> dict[str, Node]:
    """The keys behind which something is written."""
    entries = node.entries if isinstance(node, Mapping) else {}
    return {name: value for name, (_, value) in entries.items() if not is_empty(value)}


def read(text: str, file: str, shape: Shape) -> Reading:
    """The text of a declaration file of ``shape``, read."""
    report = Reporter(file, KNOWN_KEYS)
    root = parse(text, report)
    fields: Fields = {}
    places: Places = {}
    if root is not None:
        shape.read_mapping(root, fields, places, report)
    return Reading(text, root, without_places(fields), tuple(sorted(report.findings, key=Finding.sort_key)))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with the edits made, which do not overlap."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for edit in sorted(edits, reverse=True):
        start = starts[edit.place.line - 1] + edit.place.column - 1
        text = text[:start] + edit.text + text[start + edit.width :]
    return text
