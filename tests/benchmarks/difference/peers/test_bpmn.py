"""The BPMN files that peers compare are whole and say what the process says."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator

from benchmarks.difference.claims import Pair
from benchmarks.difference.generator import Sample
from benchmarks.difference.peers.bpmn import Diagram, Facts, Style, diagrams

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
REFERENCES = ("sourceRef", "targetRef", "processRef", "dataObjectRef", "bpmnElement", "default")


def elements(file: Diagram) -> Iterator[ET.Element]:
    """All elements of the file."""
    return ET.fromstring(file.xml).iter()  # noqa: S314 - written by the function under test


def named(file: Diagram, tag: str) -> list[str]:
    """The names of the elements of a kind, in the order of the file."""
    return [one.get("name", "") for one in elements(file) if one.tag == f"{BPMN}{tag}"]


def ids(file: Diagram) -> list[str]:
    """All ids of the file."""
    return [one.attrib["id"] for one in elements(file) if "id" in one.attrib]


def test_every_reference_leads_to_an_element_and_no_id_is_given_twice(kept: tuple[Sample, ...]) -> None:
    """In generated pairs, with and without ids kept."""
    for sample in kept:
        for hidden in (False, True):
            for file in diagrams(sample.pair, hidden=hidden):
                known = Counter(ids(file))
                assert set(known.values()) == {1}
                said = [one.get(key) for one in elements(file) for key in REFERENCES if one.get(key)]
                said += [
                    one.text for one in elements(file) if one.tag.endswith(("incoming", "outgoing", "flowNodeRef"))
                ]
                assert known.keys() >= {*said}


def test_every_element_of_the_flow_is_drawn(kept: tuple[Sample, ...]) -> None:
    """Each task, gateway, event and flow has its shape or edge; without diagram interchange there is none."""
    for sample in kept[:5]:
        (drawn, _), (bare, _) = (
            diagrams(sample.pair, hidden=False),
            diagrams(sample.pair, Style(shapes=False), hidden=False),
        )
        shown = {one.get("bpmnElement") for one in elements(drawn)}
        flow = {one.attrib["id"] for one in elements(drawn) if one.tag.endswith(("Task", "Gateway", "Event", "Flow"))}
        assert flow <= shown
        assert not any(one.get("bpmnElement") for one in elements(bare))


def test_ways_that_part_and_meet_have_gateways(pair: Callable[[str], Pair]) -> None:
    """
    优化前:
      时限: 10工作日
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 审查 | 业务股 | 5工作日 | 材料审核
          去向:
            材料有误: 受理
        - 送达 | 综合股 | 1工作日 | 送达
      材料: 申请书
    类型: 其他事项
    """
    doc = test_ways_that_part_and_meet_have_gateways.__doc__
    file, _ = diagrams(pair(undented(doc)), hidden=False)
    assert named(file, "userTask") == ["受理", "审查", "送达"]
    assert named(file, "exclusiveGateway") == ["", ""]  # before 受理, behind 审查
    assert "材料有误" in named(file, "sequenceFlow")
    assert named(file, "lane") == ["综合股", "业务股"]
    assert named(file, "dataObjectReference") == ["申请书"]


def test_the_gateways_of_a_block_keep_their_ids_when_another_block_comes_before_it(
    pair: Callable[[str], Pair],
) -> None:
    """
    优化前:
      时限: 10工作日
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 初审 | 综合股 | 1工作日 | 初审
        - 并联:
          - 会签 | 业务股 | 1工作日 | 会签
          - 勘查 | 业务股 | 1工作日 | 勘查
      材料: 申请书
    优化后:
      流程:
        - 并联:
          - 受理 | 综合股 | 1工作日 | 形式审查
          - 初审 | 综合股 | 1工作日 | 初审
        - 并联:
          - 会签 | 业务股 | 1工作日 | 会签
          - 勘查 | 业务股 | 1工作日 | 勘查
    类型: 其他事项
    """
    doc = test_the_gateways_of_a_block_keep_their_ids_when_another_block_comes_before_it.__doc__
    before, after = diagrams(pair(undented(doc)), hidden=False)
    ((fork, inside),) = before.blocks.items()
    assert inside == ("会签", "勘查")
    assert after.blocks[fork] == inside
    assert [steps for key, steps in after.blocks.items() if key != fork] == [("受理", "初审")]


def test_hidden_ids_tell_nothing(kept: tuple[Sample, ...]) -> None:
    """No step, flow or material of the two files has an id that the other file has too."""
    for sample in kept[:5]:
        before, after = diagrams(sample.pair, hidden=True)
        for what in ("steps", "flows", "materials", "blocks"):
            assert not getattr(before, what).keys() & getattr(after, what).keys()


def test_kept_ids_are_those_of_the_same_step(kept: tuple[Sample, ...]) -> None:
    """A task has one id on both sides exactly when the step has one 标识."""
    for sample in kept[:5]:
        before, after = diagrams(sample.pair, hidden=False)
        same = before.steps.keys() & after.steps.keys()
        assert {before.steps[key].key for key in same} == {one.key for one in before.steps.values()} & {
            one.key for one in after.steps.values()
        }
        assert all(before.steps[key].key == after.steps[key].key for key in same)


def test_facts_stand_in_attributes_or_in_the_documentation(pair: Callable[[str], Pair]) -> None:
    """The small matter as it is."""
    small = pair("")
    (attributes, _), (texts, _) = (
        diagrams(small, Style(facts), hidden=False) for facts in (Facts.ATTRIBUTES, Facts.DOCUMENTATION)
    )
    first = next(one for one in elements(attributes) if one.tag == f"{BPMN}userTask")
    assert first.get("{urn:zaizao:facts}limit") == "1工作日"
    said = next(one.text for one in elements(texts) if one.tag == f"{BPMN}documentation")
    assert said == "holders: 综合股\nlimit: 1工作日\nprocedures: 形式审查"


def undented(text: str | None) -> str:
    """The declaration in a docstring."""
    assert text is not None
    return "\n".join(line.removeprefix("    ") for line in text.splitlines())
