"""DeepDiff on two plain values, each change with what stands around it on both sides."""

from __future__ import annotations

from typing import Any

from deepdiff import DeepDiff
from deepdiff.helper import NotPresent
from serving import serve


def same(one: Any, other: Any, _level: object = None) -> bool:  # noqa: ANN401 - the values compared
    """Whether two items of a list are one: by 标识, else by name; blocks and branches by a step that both have."""
    return bool(marks(one) & marks(other))


def marks(item: Any) -> set[str]:  # noqa: ANN401 - a value compared
    """What an item is known by."""
    if isinstance(item, str):
        return {item.split("(")[0]}
    if isinstance(item, list):
        return {mark for one in item for mark in marks(one)}
    own = next((item[key] for key in ("标识", "环节", "名称") if key in item), None)
    return {own} if own else marks(item["并联"])


def chain(change: Any, side: str) -> list[Any]:  # noqa: ANN401 - a level of the library's tree
    """What stands around the change on one side, from the whole inwards; None where there is nothing."""
    found: list[Any] = []
    level = change
    while level is not None:
        value = getattr(level, side)
        found.insert(0, None if isinstance(value, NotPresent) else value)
        level = level.up
    return found


def answer(question: dict[str, Any]) -> dict[str, object]:
    """Kind, path in the first version, and on both sides the values along the path."""
    found = DeepDiff(
        question["before"],
        question["after"],
        view="tree",
        iterable_compare_func=same,
        exclude_regex_paths=[r"\['_'\]$"],
        verbose_level=2,
    )
    return {
        "changes": [
            {
                "kind": kind,
                "path": change.path(output_format="list"),
                "before": chain(change, "t1"),
                "after": chain(change, "t2"),
            }
            for kind, changes in found.tree.items()
            for change in changes
        ]
    }


if __name__ == "__main__":
    serve(answer)
