"""A declaration file put into its canonical form, and the proof that it declares the same as before.

What is written anew is read anew: it must be the same tree, hold the same comments and give the same values and the
same findings. A file that cannot be read to the end, or says a thing twice, is left alone: what of it counts is not
known.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from processes.declaration.commented import read_commented
from processes.declaration.encoding import content_of, decode
from processes.declaration.folder import KNOWN_KEYS
from processes.declaration.layout import Block
from processes.declaration.matter_keys import Half
from processes.declaration.nodes import Mapping, Node, Scalar, Sequence, parse
from processes.declaration.reporting import Reporter
from processes.declaration.shapes import Fields, Places, Shape
from processes.declaration.writing import arrange, emit
from processes.errors import reason
from processes.model.findings import Finding, Severity
from processes.model.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """One file before and after. ``after`` is empty when it is left alone: for its ``findings``, or as unproven."""

    file: str
    content: bytes = b""
    before: str = ""
    after: str = ""
    encoding: str = ""
    """The name of the file's encoding, if it is not UTF-8."""
    findings: tuple[Finding, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether there is something to write."""
        return bool(self.after) and self.after.encode() != self.content

    @property
    def unproven(self) -> bool:
        """Whether what would be written does not declare the same: a defect of ours."""
        return not self.after and not self.findings


def rewrite_file(root: Path, file: str, shape: Shape) -> Rewritten:
    """The file (relative to ``root``) before and after; nothing is written."""
    report = Reporter(file, KNOWN_KEYS)
    try:
        with (root / file).open("rb", buffering=0) as stream:
            content = content_of(stream)
    except OSError as error:
        report.at(Place(file, 1, 1), "F103", f"读不了文件:{reason(error)}")
        return Rewritten(file=file, findings=tuple(report.findings))
    return rewrite(content, file, shape)


def rewrite(content: bytes, file: str, shape: Shape) -> Rewritten:
    """A file's content before and after."""
    report = Reporter(file, KNOWN_KEYS)
    text = decode(content, report)
    encoding = "GB18030" if any(finding.code == "Y103" for finding in report.findings) else ""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "UTF-16"
    read = None if text is None else _read(text, report, shape)
    if text is None or read is None or any(map(stops, report.findings)):
        findings = tuple(sorted(report.findings, key=Finding.sort_key))
        return Rewritten(file=file, content=content, before=text or "", encoding=encoding, findings=findings)
    document = arrange(read_commented(text), shape)
    after = emit(document)
    again = Reporter(file, KNOWN_KEYS)
    same = (
        _read(after, again, shape) == (tree_data(document.root), read[1])
        and _codes(again) == [code for code in _codes(report) if code != "Y103"]
        and read_commented(after).comments() == document.comments() == read_commented(text).comments()
    )
    return Rewritten(file=file, content=content, before=text, after=after if same else "", encoding=encoding)


_TWICE = "D110"


def stops(finding: Finding) -> bool:
    """Whether a file with this finding is left alone."""
    return finding.severity is Severity.ERROR and (finding.code[0] == "Y" or finding.code == _TWICE)


def _codes(report: Reporter) -> list[str]:
    return sorted(finding.code for finding in report.findings)


def _read(text: str, report: Reporter, shape: Shape) -> tuple[object, object] | None:
    """The tree of a text and the values read from it, both without places."""
    root = parse(text, report)
    if root is None:
        return None
    fields: Fields = {}
    places: Places = {}
    shape.read_mapping(root, fields, places, report)
    return tree_data(root), without_places(fields)


def tree_data(node: Node | Block | str) -> object:
    """A tree as plain texts, lists and dictionaries."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [tree_data(item) for item in node.items]
        case Mapping():
            return {key: tree_data(value) for key, (_, value) in node.entries.items()}
        case Block(keyed=True):
            return {entry.key: tree_data(entry.value) for entry in node.entries}
        case Block():
            return [tree_data(entry.value) for entry in node.entries]
        case _:
            return node


def without_places(value: object) -> object:
    """A value that was read, without the places that take part in comparison."""
    match value:
        case Place():
            return None
        case Half():
            return without_places(value.fields)
        case dict():
            return {name: without_places(one) for name, one in value.items()}
        case tuple():
            return tuple(map(without_places, value))
        case _:
            return value
