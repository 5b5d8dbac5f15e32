"""What reading takes, the schemas take: any value, any document, any process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from processes.declaration.kinds import ABSENT, OneText
from processes.declaration.matter_file import read_matter
from processes.declaration.matter_keys import MATTER
from processes.declaration.names import Name
from processes.declaration.nodes import parse
from processes.declaration.reporting import Reporter
from processes.declaration.schema_files import SHAPES
from processes.declaration.schemas import Definitions
from processes.declaration.shapes import Key, Shape
from processes.model.findings import Severity
from processes.model.vocabulary import KINDS, MatterType
from tests import declaring as laid
from tests.effort import EFFORT, tried
from tests.flows import matters
from tests.schemas import KEYS, as_editor, declarations, validator, wrong
from tests.written import TEXTS, TRUTHS, Value, documents, write


def refused(report: Reporter) -> bool:
    """Whether reading found an error."""
    return any(finding.severity is Severity.ERROR for finding in report.findings)


@pytest.mark.parametrize(("shape", "key"), KEYS, ids=[f"{shape.name}-{key.name}" for shape, key in KEYS])
def test_a_value_that_is_read_fits(shape: Shape, key: Key) -> None:
    """Every text we can think of, by itself and in a list: if reading takes it, so does the schema.

    A bare ``true`` is a text as well, but not a list of one.
    """
    names = Definitions()
    reference = key.schema(names)
    # A key beside a reference counts for nothing in draft-07: titles only stand there.
    held = Draft7Validator({"allOf": [reference], "definitions": names.made})
    alone: Sequence[Value] = (*TEXTS, *TRUTHS) if isinstance(key.kind, OneText | Name) else TEXTS
    # In the suite a third of them, another third with the next key; the soak tries all with each.
    alone = alone if EFFORT > 1 else alone[KEYS.index((shape, key)) % 3 :: 3]
    for value in [*alone, *([text] for text in alone)]:
        text = write({"键": value})
        report = Reporter("甲.yaml")
        root = parse(text, report)
        if root is None or key.kind.read(root.entries["键"][1], report) is ABSENT or refused(report):
            continue
        assert list(held.iter_errors(as_editor(text)["键"])) == [], text


@pytest.mark.parametrize("kind", SHAPES)
def test_a_document_that_is_read_fits(kind: str) -> None:
    """Whole files, too; a matter with a 种类 that its type has (R304)."""

    @settings(max_examples=tried(12), database=None, suppress_health_check=list(HealthCheck))
    @given(documents(SHAPES[kind]))
    def check(value: dict[str, Value]) -> None:
        text = write(value)
        report = Reporter("甲.yaml")
        root = parse(text, report)
        assume(root is not None)
        assert root is not None
        if SHAPES[kind] is MATTER:
            matter = read_matter(root, report, "甲局", {matter_type: {} for matter_type in MatterType})
            allowed = KINDS[matter.type] if matter else ()
            assume(matter is not None and (not allowed or matter.kind in allowed))
        else:
            assume(SHAPES[kind].read_fields(root, report) is not None)
        assume(not refused(report))
        assert list(validator(kind).iter_errors(as_editor(text))) == [], text

    check()


@settings(max_examples=tried(12), database=None, suppress_health_check=list(HealthCheck))
@given(matters())
def test_a_process_of_any_shape_fits(text: str) -> None:
    """Blocks within blocks, exits, side branches."""
    assert wrong("事项", laid.files_of(text)[laid.MATTER_FILE]) == [], text


@given(st.sampled_from(declarations()))
@settings(max_examples=tried(5))
def test_the_samples_are_typed_as_editors_type_them(file: Path) -> None:
    """The loader of these tests leaves words and dates alone: 是, 否, 2017-10-31."""
    value = as_editor("甲: 是\n乙: no\n丙: 2017-10-31\n丁: 010\n戊: 1e3\n己:\n庚: true\n")
    assert value == {"甲": "是", "乙": "no", "丙": "2017-10-31", "丁": 10, "戊": 1000.0, "己": None, "庚": True}
    assert isinstance(as_editor(file.read_text("utf-8")), dict)
