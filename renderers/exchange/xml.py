"""XML as a value, written with two blanks a level; texts stay as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes, and either a text or elements inside."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple[Element, ...] = ()
    text: str = ""


def element(tag: str, *children: Element, text: str = "", **attributes: str) -> Element:
    """An element; of a name with a trailing ``_``, as ``from_``, the ``_`` is dropped, and ``__`` stands for ``:``."""
    named = {name.rstrip("_").replace("__", ":"): value for name, value in attributes.items()}
    return Element(tag, named, children, text)


def document(root: Element) -> bytes:
    """The file, in UTF-8."""
    return (DECLARATION + "\n".join(_lines(root, "")) + "\n").encode()


def _lines(one: Element, indent: str) -> Iterator[str]:
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in one.attributes.items())
    start = f"{indent}<{one.tag}{attributes}"
    if one.children:
        yield f"{start}>"
        for child in one.children:
            yield from _lines(child, indent + "  ")
        yield f"{indent}</{one.tag}>"
    elif one.text:
        yield f"{start}>{escape(one.text)}</{one.tag}>"
    else:
        yield f"{start} />"
