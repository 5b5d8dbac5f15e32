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
    """``cls`` (a frozen dataclass without ``__post_init__``, its bases too) with a plain ``__init__``."""
    scope: dict[str, Any] = {}
    required: list[str] = []
    optional: list[str] = []
    for field in fields(cls):  # type: ignore[arg-type] # a dataclass by contract
        if field.default is field.default_factory:
            required.append(field.name)
            continue
        # What a factory makes is shared by all values: none of them is ever changed.
        scope[f"default_{field.name}"] = field.default if field.default_factory is MISSING else field.default_factory()
        optional.append(f"{field.name}=default_{field.name}")
    body = [f"    self.{field.name} = {field.name}" for field in fields(cls)]  # type: ignore[arg-type] # as above
    # The type checker sees keywords only; Python itself fills in the defaults of other parameters much faster.
    exec("\n".join([f"def __init__(self, {', '.join([*required, *optional])}):", *body]), scope)  # noqa: S102 - as dataclasses does
    cls.__init__ = scope["__init__"]  # type: ignore[method-assign]
    del cls.__setattr__, cls.__delattr__
    return cls
