"""Our facts as extension elements of BPMN: texts, lists and mappings, whatever they say.

<zaizao:facts>
  <zaizao:fact name="时限">20工作日</zaizao:fact>
  <zaizao:fact name="承办"><zaizao:item>综合股</zaizao:item></zaizao:fact>
</zaizao:facts>
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.exchange.declaring import Tree
from renderers.exchange.xml import Element

NAMESPACE = "urn:zaizao:bpmn:1"
"""The 1 is the version of this vocabulary."""


def extension(*children: Element) -> tuple[Element, ...]:
    """The extension elements with these in them; none without any."""
    return (Element("bpmn:extensionElements", {}, children),) if children else ()


def facts(values: Mapping[str, Tree], inherited: Iterable[str] = (), **attributes: str) -> Element:
    """Facts by their keys; those that are ``inherited`` from 默认 say so."""
    taken = frozenset(inherited)
    marks = {name: {"inherited": "true"} if name in taken else {} for name in values}
    children = tuple(_fact("fact", value, {"name": name, **marks[name]}) for name, value in values.items())
    return Element("zaizao:facts", attributes, children)


def _fact(tag: str, value: Tree, attributes: Mapping[str, str]) -> Element:
    if isinstance(value, str):
        return Element(f"zaizao:{tag}", attributes, text=value)
    if isinstance(value, list):
        return Element(f"zaizao:{tag}", attributes, tuple(_fact("item", one, {}) for one in value))
    inner = tuple(_fact("fact", one, {"name": name}) for name, one in value.items())
    return Element(f"zaizao:{tag}", attributes, inner)
