"""BPMN of ours: every element is named, joined and drawn, and the file holds the whole matter."""

from __future__ import annotations

from processes.checking import Checked
from processes.intake.bpmn.importing import import_bpmn
from processes.intake.bpmn.xml_tree import Xml, parse
from processes.model.process import CheckedMatter
from renderers.exchange import bpmn
from tests.drawn import matter_from

NODES = ("task", "startEvent", "endEvent", "exclusiveGateway", "parallelGateway")


def drawn(matter: CheckedMatter) -> Xml:
    """The file of a matter, read as XML."""
    return parse(bpmn.render(matter, "示范市示范局"))


def below(element: Xml) -> list[Xml]:
    """The element and all in it."""
    return [element, *(inner for child in element.children for inner in below(child))]


def bounds(element: Xml) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a shape."""
    found = element.first("Bounds")
    assert found
    x, y, width, height = (float(found.get(name)) for name in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


def test_what_is_exported_of_a_sample_is_imported_as_the_same_matter(samples: tuple[Checked, ...]) -> None:
    """All of them, to the last fact, without anything guessed."""
    count = 0
    for project in samples:
        assert project.workspace
        units = {one.name: one.full_name for one in project.workspace.departments}
        for checked in project.matters:
            found = import_bpmn(bpmn.render(checked, units[checked.matter.department]))
            assert found.exact, checked.matter.file
            assert matter_from(found.text(), checked.matter) == checked.matter, checked.matter.file
            count += 1
    assert count > 30


def test_every_reference_leads_to_an_element_and_every_element_is_drawn(matter: CheckedMatter) -> None:
    """Ids are unique; nodes and lines have a shape or an edge, and name each other."""
    root = drawn(matter)
    elements = below(root)
    ids = [one.get("id") for one in elements if one.get("id")]
    assert len(ids) == len(set(ids))
    for one in elements:
        for name in ("sourceRef", "targetRef", "processRef", "bpmnElement"):
            assert not one.get(name) or one.get(name) in ids
    flows = [one for one in elements if one.tag == "sequenceFlow"]
    nodes = [one for one in elements if one.tag in NODES]
    placed = {one.get("bpmnElement") for one in elements if one.tag in ("BPMNShape", "BPMNEdge")}
    assert {one.get("id") for one in (*flows, *nodes)} <= placed
    for node in nodes:
        said = {one.text for one in node.all("incoming", "outgoing")}
        assert said == {
            flow.get("id") for flow in flows if node.get("id") in (flow.get("sourceRef"), flow.get("targetRef"))
        }


def test_lines_begin_and_end_on_the_shapes_they_join(samples: tuple[Checked, ...]) -> None:
    """So that an editor has nothing to mend when a shape is moved; nothing stands outside of its pool."""
    for checked in samples[1].matters:
        root = drawn(checked)
        shapes = {one.get("bpmnElement"): bounds(one) for one in below(root) if one.tag == "BPMNShape"}
        edges = {one.get("bpmnElement"): list(one.all("waypoint")) for one in below(root) if one.tag == "BPMNEdge"}
        pools = [shapes[one.get("id")] for one in below(root) if one.tag == "participant"]
        for left, top, right, bottom in shapes.values():
            assert any(a <= left and b <= top and right <= c and bottom <= d for a, b, c, d in pools)
        for flow in (one for one in below(root) if one.tag == "sequenceFlow"):
            points = edges[flow.get("id")]
            for point, end in ((points[0], flow.get("sourceRef")), (points[-1], flow.get("targetRef"))):
                x, y = float(point.get("x")), float(point.get("y"))
                left, top, right, bottom = shapes[end]
                assert left - 0.2 <= x <= right + 0.2
                assert top - 0.2 <= y <= bottom + 0.2


def test_ways_meet_before_a_fork_in_a_gateway_of_their_own(matter: CheckedMatter) -> None:
    """A parallel gateway with two ways in would wait for both: 整改 comes back to 联审."""
    elements = below(drawn(matter))
    forks = [one for one in elements if one.tag == "parallelGateway" and one.get("name") == "联审"]
    assert len(forks) == 2
    for fork in forks:
        assert len(list(fork.all("incoming"))) == 1


def test_the_same_matter_gives_the_same_bytes(matter: CheckedMatter) -> None:
    """And another one other bytes."""
    assert bpmn.render(matter, "局") == bpmn.render(matter, "局")


def test_a_matter_that_does_not_change_has_one_pool(samples: tuple[Checked, ...]) -> None:
    """不变 and 取消."""
    pools = {
        checked.matter.outcome.value: sum(one.tag == "participant" for one in below(drawn(checked)))
        for checked in samples[1].matters
    }
    assert pools["取消"] == pools["不变"] == 1
    assert pools["优化"] == 2
