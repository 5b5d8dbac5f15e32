"""The definitions of the JSON Schemas: one for each shape, valid, in Chinese, quick, always the same."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest
from jsonschema import Draft7Validator

from processes.declaration.schema_files import SHAPES, schema_of, schema_text
from processes.declaration.schemas import Definitions
from processes.declaration.shapes import Key, Shape
from tests.schemas import ALL_SHAPES, KEYS

CHINESE = re.compile("[\u4e00-\u9fff]")


def definitions() -> dict[str, dict[str, Any]]:
    """Name → the schemas of that name, whole files and definitions."""
    schemas = [schema_of(kind) for kind in SHAPES]
    return {schema["title"]: schema for schema in schemas} | {
        name: definition for schema in schemas for name, definition in schema["definitions"].items()
    }


@pytest.mark.parametrize("kind", SHAPES)
def test_a_schema_is_valid_draft_07(kind: str) -> None:
    """As the draft's own schema has it."""
    Draft7Validator.check_schema(schema_of(kind))
    assert schema_of(kind)["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("kind", SHAPES)
def test_every_reference_leads_to_a_definition_and_every_definition_is_used(kind: str) -> None:
    """Nothing dangles, nothing is left over."""
    text = schema_text(kind)
    used = set(re.findall(r'"\$ref": "#/definitions/([^"]+)"', text))
    assert used == set(schema_of(kind)["definitions"])


@pytest.mark.parametrize("shape", ALL_SHAPES, ids=lambda shape: shape.name)
def test_a_shape_has_one_definition_with_exactly_its_keys(shape: Shape) -> None:
    """Each key under its own name, in the same order."""
    assert list(definitions()[shape.name]["properties"]) == [key.name for key in shape.keys]


@pytest.mark.parametrize(("shape", "key"), KEYS, ids=[f"{shape.name}-{key.name}" for shape, key in KEYS])
def test_every_key_has_a_title_and_a_description_in_chinese(shape: Shape, key: Key) -> None:
    """The description says more than the name does; whether the key must be there is part of it."""
    schema = definitions()[shape.name]["properties"][key.name]
    assert schema["title"] == key.name
    assert CHINESE.search(schema["description"])
    assert schema["description"] != key.name
    assert schema["description"].startswith("必填。") == key.required


def test_shapes_have_names_of_their_own() -> None:
    """Or one definition would stand for two."""
    names = [shape.name for shape in ALL_SHAPES]
    assert len(set(names)) == len(names)


def test_two_definitions_of_one_name_are_refused() -> None:
    """Rather than that one stands for the other."""
    names = Definitions()
    names.share("甲", "one", lambda: {"type": ["string"]})
    assert names.share("甲", "one", dict) == {"$ref": "#/definitions/甲"}
    with pytest.raises(AssertionError, match="甲"):
        names.share("甲", "another", dict)


@pytest.mark.parametrize("kind", SHAPES)
def test_what_an_editor_says_is_chinese(kind: str) -> None:
    """All messages and descriptions, and no pattern that a browser's engine would not take."""

    def look(value: object) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                if name in ("errorMessage", "patternErrorMessage", "description") and isinstance(inner, str):
                    assert CHINESE.search(inner), inner
                if name == "pattern" and isinstance(inner, str):
                    assert not re.search(r"\(\?[^:=!]|\\[^nsS]", inner), inner
                look(inner)
        elif isinstance(value, list):
            for inner in value:
                look(inner)

    look(schema_of(kind))


HOSTILE = (" " * 1000, "甲" * 1000 + "|", "甲 | " * 250, " | " * 333, "1" * 1000, "、" * 1000, "企业、" * 300 + "甲", "(" * 1000)


@pytest.mark.parametrize("kind", SHAPES)
def test_no_pattern_takes_long(kind: str) -> None:
    """On a row as long as a row may be; an editor tries them at every key pressed."""
    patterns = {json.loads(found) for found in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', schema_text(kind))}
    assert patterns
    for pattern in patterns:
        compiled = re.compile(pattern)
        for text in HOSTILE:
            start = time.process_time()
            compiled.search(text)
            compiled.search(text + "\n甲|")
            assert time.process_time() - start < 1, (pattern, text[:9])


def test_the_text_is_the_same_every_time() -> None:
    """And readable: Chinese as it is, one line end at the end."""
    for kind in SHAPES:
        text = schema_text(kind)
        assert text == schema_text(kind)
        assert text.endswith("}\n")
        assert "\\u" not in text
        assert json.loads(text) == schema_of(kind)
