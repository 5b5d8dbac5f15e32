"""Units and posts as they are typed: what there is not is a slip of the pen, and no violation."""

from __future__ import annotations

from engine.cases.definition import Definition
from processes.compilation.holders import HolderBook
from processes.errors import WrongUsage
from processes.model.folding import fold_name
from processes.model.process import Holder
from processes.suggesting import suggest


def must_exist(definition: Definition, unit: str) -> None:
    """Raises ``WrongUsage`` for a ``unit`` (``单位`` or ``单位/岗位``) that nobody knows.

    A post is unknown where the process names posts of that unit, and this is none of them.
    """
    book = definition.book
    if book is None:
        return
    name, _, post = unit.partition("/")
    holders = _holders(definition)
    if not _is_known(book, holders, name):
        near = suggest(name, sorted(names_known(definition)))
        raise WrongUsage(f"没有“{name}”这个单位,没有办,也没有记。{near}写内设机构、部门或局领导的名称。")
    posts = sorted({holder.post for holder in holders if fold_name(holder.unit) == fold_name(name) and holder.post})
    if post and posts and fold_name(post) not in map(fold_name, posts):
        listed = "、".join(posts)
        raise WrongUsage(f"“{name}”没有“{post}”这个岗位,没有办,也没有记。{suggest(post, posts)}有:{listed}。")


def is_known(definition: Definition, unit: str) -> bool:
    """Whether there is such a unit, as far as one definition can say."""
    book = definition.book
    return book is None or _is_known(book, _holders(definition), unit.partition("/")[0])


def names_known(definition: Definition) -> frozenset[str]:
    """The units that one definition knows by name."""
    own = (definition.book.names | {definition.book.own}) if definition.book else frozenset[str]()
    return own | {holder.unit for holder in _holders(definition)}


def _holders(definition: Definition) -> tuple[Holder, ...]:
    steps = (node.step for node in definition.route.nodes.values() if node.step)
    return tuple(dict.fromkeys(holder for step in steps for holder in step.holders))


def _is_known(book: HolderBook, holders: tuple[Holder, ...], name: str) -> bool:
    folded = fold_name(name)
    known = {fold_name(book.own), *(fold_name(holder.unit) for holder in holders)}
    return folded in known or book.kind(name) is not None
