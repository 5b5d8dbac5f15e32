"""What a fixer is, and how the fixers are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import processes.fixes
from processes.declaration.nodes import Mapping, Node, Scalar, Sequence
from processes.declaration.shapes import Shape
from processes.declaration.spelling import Manner, manner
from processes.model.findings import Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A declaration file that can be read to its end: path, text, tree, and the shape of what it declares."""

    file: str
    text: str
    root: Mapping
    shape: Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixer:
    """A change of the writing that leaves what is declared as it is.

    No rule asks for it: what is found and can be mended in one way only carries its own mend (``Finding.fix``).
    ``name`` is told to the user. ``respells``: values may be spelt otherwise afterwards, as long as they read alike.
    """

    name: str
    find: Callable[[Draft], Iterator[Edit]]
    respells: bool = False


@cache
def fixers() -> tuple[Fixer, ...]:
    """The FIXER of every module beside this one that has one, in order of the modules' names."""
    names = sorted(info.name for info in pkgutil.iter_modules(processes.fixes.__path__))
    modules = [importlib.import_module(f"{processes.fixes.__name__}.{name}") for name in names]
    return tuple(module.FIXER for module in modules if hasattr(module, "FIXER"))


def manners(draft: Draft) -> Iterator[tuple[Node, Manner]]:
    """Every node of the tree with the manner in which it is written."""
    waiting: list[tuple[Node, Manner]] = [(draft.root, manner(draft.shape))]
    while waiting:
        node, how = waiting.pop()
        yield node, how
        if isinstance(node, Mapping):
            waiting += [(value, how.under(name)) for name, (_, value) in node.entries.items()]
        elif isinstance(node, Sequence):
            waiting += [(item, how.item()) for item in node.items]
        else:
            assert isinstance(node, Scalar)
