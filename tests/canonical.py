"""Declarations put into canonical form by the tests."""

from __future__ import annotations

import yaml

from processes.declaration.matter_keys import MATTER
from processes.declaration.rewriting import rewrite
from processes.declaration.shapes import Shape
from processes.declaration.writing import format_text
from tests.untidy import Data


def data_of(text: str) -> Data:
    """Texts, lists and dictionaries."""
    data: Data = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - every value stays a text
    return data


def tidied(text: str, shape: Shape = MATTER) -> str:
    """The canonical form of a text, proven and stable."""
    rewritten = rewrite(text.encode(), "示范局/01-示范事项.yaml", shape)
    assert not rewritten.findings
    assert not rewritten.unproven
    assert format_text(rewritten.after, shape) == rewritten.after
    return rewritten.after
