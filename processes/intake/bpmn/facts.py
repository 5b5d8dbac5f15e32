"""Our facts read back from extension elements (written by ``renderers.exchange.bpmn_facts``)."""

from __future__ import annotations

from processes.declaration.unreading import Tree
from processes.intake.bpmn.xml_tree import Xml

NAMESPACE = "urn:zaizao:bpmn:1"


def facts_in(element: Xml) -> Xml | None:
    """Our element in the extension elements of ``element``."""
    extension = element.first("extensionElements")
    found = extension.all("facts") if extension else ()
    return next((one for one in found if one.space == NAMESPACE), None)


def values(facts: Xml) -> dict[str, Tree]:
    """The facts by their keys."""
    return {one.get("name"): _value(one) for one in facts.all("fact")}


def inherited(facts: Xml) -> tuple[str, ...]:
    """The keys whose values came from 默认."""
    return tuple(one.get("name") for one in facts.all("fact") if one.get("inherited") == "true")


def _value(one: Xml) -> Tree:
    items = list(one.all("item"))
    if items:
        return [_value(item) for item in items]
    inner = list(one.all("fact"))
    if inner:
        return {fact.get("name"): _value(fact) for fact in inner}
    return one.text.strip()
