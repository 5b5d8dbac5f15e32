"""All facts of some matters as JSON, lossless, and its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from engine.exchange.package import package, package_schema
from processes.model.plan import Plan
from processes.model.process import CheckedMatter

ENDING = ".json"


def render(plan: Plan, matters: Iterable[CheckedMatter]) -> bytes:
    """The data of these matters."""
    return _text(package(plan, matters))


def schema() -> bytes:
    """The JSON Schema (draft-07) that the data keep to."""
    return _text(package_schema())


def _text(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
