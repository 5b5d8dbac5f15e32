"""Frozen dataclasses that are made as fast as unfrozen ones.

A frozen dataclass sets each field through ``object.__setattr__``; that is three quarters of the cost of making a
small value, and reading makes a hundred values a matter (``benchmarks/reading.py``). The type checker holds these
classes to be frozen, and everything here is type-checked: so the check at run time is given up, nothing else.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")


def quick(cls: type[T]) -> type[T]:
    """``cls`` (a frozen, keyword-only dataclass without ``__post_init__``, its bases too) with a plain ``__init__``."""
    scope: dict[str, Any] = {"MISSING": MISSING}
    parameters: list[str] = []
    body: list[str] = []
    for field in fields(cls):  # type: ignore[arg-type] # a dataclass by contract
        name = field.name
        parameter, value = name, name
        if field.default is not MISSING:
            scope[f"default_{name}"] = field.default
            parameter = f"{name}=default_{name}"
        elif field.default_factory is not MISSING:
            scope[f"make_{name}"] = field.default_factory
            parameter = f"{name}=MISSING"
            value = f"make_{name}() if {name} is MISSING else {name}"
        parameters.append(parameter)
        body.append(f"    self.{name} = {value}")
    exec("\n".join([f"def __init__(self, *, {', '.join(parameters)}):", *body]), scope)  # noqa: S102 - as dataclasses does
    cls.__init__ = scope["__init__"]  # type: ignore[method-assign]
    del cls.__setattr__, cls.__delattr__
    return cls
