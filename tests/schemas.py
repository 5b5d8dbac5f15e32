"""Declarations as an editor sees them, held against the JSON Schemas."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from jsonschema import Draft7Validator

from processes import declaration
from processes.declaration.schema_files import schema_of
from processes.declaration.shapes import Shape

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"


def all_shapes() -> list[Shape]:
    """Every shape that stands in a module of the package."""
    found: dict[int, Shape] = {}
    for info in pkgutil.iter_modules(declaration.__path__):
        module = importlib.import_module(f"{declaration.__name__}.{info.name}")
        found |= {id(value): value for value in vars(module).values() if isinstance(value, Shape)}
    return list(found.values())


ALL_SHAPES = all_shapes()
KEYS = [(shape, key) for shape in ALL_SHAPES for key in shape.keys]


class _Core(yaml.SafeLoader):
    """YAML 1.2 with its core schema, as in yaml-language-server; PyYAML alone speaks 1.1."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's name


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})$"), _first)


def _integer(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    """``010`` is ten; a number of our own kind may be as long as it likes."""
    text = loader.construct_scalar(node)
    return int(text, 0) if re.match("0[ox]", text) else int(text)


_Core.add_constructor("tag:yaml.org,2002:int", _integer)


class Wrong(NamedTuple):
    """An error: where (keys and indexes from the top) and by which keyword of the schema."""

    path: tuple[str | int, ...]
    keyword: str


def as_editor(text: str) -> Any:  # noqa: ANN401 - any YAML
    """The values of a YAML text, typed as an editor types them."""
    return yaml.load(text, _Core)  # noqa: S506 - a safe loader


@cache
def validator(kind: str) -> Draft7Validator:
    """The validator of a kind of file."""
    return Draft7Validator(schema_of(kind))


def wrong(kind: str, text: str) -> list[Wrong]:
    """All that the schema finds in a file, the innermost errors where one of several forms would have fitted."""
    return sorted(_errors(validator(kind), as_editor(text)), key=str)


def _errors(of: Draft7Validator, value: Any) -> Iterator[Wrong]:  # noqa: ANN401 - any YAML
    for error in of.iter_errors(value):
        for inner in error.context if error.validator in ("anyOf", "if") and error.context else [error]:
            if inner.validator != "not":
                yield Wrong(tuple(inner.absolute_path), str(inner.validator))


def kind_of(file: Path) -> str:
    """事项, 方案, 单位, 联审联批 or 日历, by the place of the file."""
    if file.stem in ("方案", "单位"):
        return file.stem
    return file.parent.name if file.parent.name in ("联审联批", "日历") else "事项"


def declarations(folder: Path = SAMPLES) -> list[Path]:
    """All declarations under a folder, but for expected outputs."""
    return [file for file in sorted(folder.rglob("*.yaml")) if "expected" not in file.parts]
