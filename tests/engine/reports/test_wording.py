"""Every kind of change in the words of the reports."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import get_args

import pytest
from jsonschema import Draft7Validator

from engine.diff.changes import Change
from engine.diff.changes.steps import (
    StepChanged,
    StepKept,
)
from engine.diff.details import (
    HoldersChanged,
    StepDetail,
    StepRenamed,
)
from engine.diff.groups import Evidence
from engine.reports.report import Listing, Report
from engine.reports.wording.items import item
from processes.model.process import Holder
from renderers.reports.json_format import render
from renderers.reports.schema import DATA, DETAILS, schema
from tests.engine.reports.said import BY_NAME, SIDES, MakeStep
from tests.engine.reports.said_of_order import all_cases, arranged


def test_every_kind_of_change_has_its_words(step: MakeStep) -> None:
    """Sign, word and text of each."""
    for change, text in all_cases(step):
        said = item(change)
        assert f"{said.sign} {said.word} {said.text}" == text
        assert said.code == change.code
        assert (said.before_places, said.after_places) == (change.before_places, change.after_places)


def test_no_kind_of_change_is_left_out(step: MakeStep) -> None:
    """The table above has every member of the closed union."""
    assert {type(change) for change, _ in all_cases(step)} == set(Change.__args__)


def test_what_merely_follows_says_so(step: MakeStep) -> None:
    """随之 before the word; the text is the same."""
    for change, _ in all_cases(step):
        done, following = item(change), item(replace(change, direct=False))
        assert (done.label, following.label) == (done.word, f"随之{done.word}")
        assert (following.text, following.direct) == (done.text, False)


def test_data_are_what_the_schema_says(step: MakeStep) -> None:
    """Of every kind of change, every detail of a step among them."""
    checker = Draft7Validator({**schema(), "$ref": "#/definitions/变化"})
    said = [item(change) for change, _ in all_cases(step)]
    report = Report(title="", summary="", parts=(Listing("环节变化", tuple(said)),))
    for one in json.loads(render(report))["环节变化"]:
        assert list(checker.iter_errors(one)) == [], one["代码"]
    assert set(DATA) == {kind.code for kind in Change.__args__}
    assert set(DETAILS) == {kind.code for kind in get_args(StepDetail)}


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("step-moved", {"前一环节": "受理", "后一环节": "决定"}),
        ("steps-parallelised", {"各路": [["踏勘"], ["交警审核"]]}),
        ("steps-made-optional", {"情形": ["免费"]}),
        ("loop-added", {"起点": "决定", "去向": "受理", "情形": "材料不齐全"}),
        ("way-added", {"起点": "决定", "去向": "不予许可", "情形": "不同意"}),
        (
            "way-changed",
            {
                "起点前": "决定",
                "起点后": "决定",
                "去向前": "不予许可",
                "去向后": "不予许可",
                "情形前": "不同意",
                "情形后": "不符合",
            },
        ),
    ],
)
def test_programs_need_not_read_sentences(code: str, data: dict[str, object], step: MakeStep) -> None:
    """What the words say of the order stands in the data as well: places, strands, cases, ways."""
    found = next(item(change).data for change, _ in arranged(step) if change.code == code)
    assert {key: found[key] for key in data} == data


@pytest.mark.parametrize(
    ("evidence", "likeness", "names", "said"),
    [
        ((Evidence.DECLARED,), 1.0, ("审批", "决定"), "「审批」→「决定」(沿自)"),
        ((Evidence.IDENTIFIER,), 1.0, ("审批", "审批"), "「审批」(标识)"),
        ((Evidence.SIMILAR,), 0.83, ("审批", "审批决定"), "「审批」→「审批决定」(相似0.83)"),
        ((Evidence.SIMILAR,), 0.999, ("审批", "审批决定"), "「审批」→「审批决定」(相似0.99)"),
        ((Evidence.DECLARED, Evidence.SIMILAR), 0.7, ("审批", "决定"), "「审批」→「决定」(沿自、相似0.70)"),
        ((Evidence.NAME,), 1.0, ("审批(一)", "审批（一）"), "「审批(一)」→「审批（一）」(名称)"),
        ((Evidence.NAME,), 1.0, ("审批", "审批"), "「审批」"),
    ],
)
def test_a_match_shows_its_evidence_unless_the_names_show_it(
    evidence: tuple[Evidence, ...], likeness: float, names: tuple[str, str], said: str, step: MakeStep
) -> None:
    """In brackets behind the names; likeness with two decimals, and what is not the same is never 1.00."""
    old, new = map(step, names)
    details = (HoldersChanged(old.holders, (Holder(unit="审批股"),)),)
    change = StepChanged(**SIDES, before=old, after=new, evidence=evidence, likeness=likeness, details=details)
    assert item(change).text == f"{said}:承办 业务股→审批股"


def test_a_step_of_which_only_the_name_changed_is_renamed(step: MakeStep) -> None:
    """更名, and not 调整 with 更名 as its only detail."""
    old, new = step("审批"), step("决定")
    said = item(StepChanged(**BY_NAME, before=old, after=new, details=(StepRenamed("审批", "决定"),)))
    assert (said.label, said.text) == ("更名", "「审批」→「决定」(名称)")


def test_the_evidence_of_a_match_is_kept(step: MakeStep) -> None:
    """In the words of the declaration."""
    kept = StepKept(**SIDES, before=step("受理"), after=step("受理"), evidence=(Evidence.DECLARED, Evidence.IDENTIFIER))
    assert item(kept).evidence == ("沿自", "标识")


def test_codes_are_unique() -> None:
    """A code stands for one kind."""
    codes = [kind.code for kind in Change.__args__]
    assert len(set(codes)) == len(codes)


def test_holders_with_posts_print_with_their_posts(step: MakeStep) -> None:
    """``审批股/首席岗``."""
    changed = StepChanged(
        **BY_NAME,
        before=step("审核"),
        after=step("审核"),
        details=(HoldersChanged((Holder(unit="审批股", post="一岗"),), (Holder(unit="审批股", post="二岗"),)),),
    )
    assert item(changed).text == "「审核」:承办 审批股/一岗→审批股/二岗"


@pytest.mark.parametrize("kind", Change.__args__)
def test_every_kind_of_change_says_what_it_is(kind: type[Change]) -> None:
    """A docstring is the glossary."""
    assert kind.__doc__
