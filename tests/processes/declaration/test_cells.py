"""The small language inside a text."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes.declaration.cells import material_facts, parse_limit, procedure_facts, split_names, split_row
from processes.model.folding import fold, fold_name
from processes.model.limits import DayKind, TimeLimit

some_text = st.text("甲乙丙 、|｜()（）《》〔〕2份人工作日法定可共享不计时限听证.,:～１", max_size=40)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("甲", [("甲", 0)]),
        ("甲|乙", [("甲", 0), ("乙", 2)]),
        ("甲 |  乙  ｜丙", [("甲", 0), ("乙", 5), ("丙", 9)]),
        ("甲 | | 丙", [("甲", 0), ("", 3), ("丙", 6)]),
        ("", [("", 0)]),
    ],
)
def test_rows(text: str, cells: list[tuple[str, int]]) -> None:
    """Cells and where they begin."""
    assert [(cell, offset) for cell, offset in split_row(text) if cell] == [(cell, at) for cell, at in cells if cell]
    assert [cell for cell, _ in split_row(text)] == [cell for cell, _ in cells]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲、乙", ["甲", "乙"]),
        (
            "甲(一、二)、乙（三、四）、《丙、丁》、〔五、六〕",
            ["甲(一、二)", "乙（三、四）", "《丙、丁》", "〔五、六〕"],
        ),
        ("甲((一、二)、三)、乙", ["甲((一、二)、三)", "乙"]),
        ("甲)、乙", ["甲)", "乙"]),
        ("甲(、乙", ["甲(、乙"]),
        ("甲、、乙、", ["甲", "", "乙", ""]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    """Split at 、 outside of brackets."""
    assert [name for name, _ in split_names(text)] == names


@given(some_text)
def test_pieces_stand_where_they_say(text: str) -> None:
    """In rows and in lists of names; nothing is lost."""
    for pieces, mark in ((split_row(text), "|｜"), (split_names(text), "、")):
        for piece, offset in pieces:
            assert not piece or text[offset : offset + len(piece)] == piece
            assert piece == piece.strip()
        left = "".join(piece for piece, _ in pieces)
        assert (
            "".join(left.split()).replace("、", "")
            == "".join(text.split()).translate({ord(sign): None for sign in mark + "、"})
            or mark == "、"
        )


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("20工作日", TimeLimit(Fraction(20), DayKind.WORKING)),
        ("２０ 个 自然日", TimeLimit(Fraction(20), DayKind.NATURAL)),
        ("0.5工作日", TimeLimit(Fraction(1, 2), DayKind.WORKING)),
        ("１．５工作日", TimeLimit(Fraction(3, 2), DayKind.WORKING)),
        ("4小时", TimeLimit(Fraction(4), DayKind.HOUR)),
        ("即时", TimeLimit(Fraction(0))),
        ("无", TimeLimit(None)),
        ("不计时限(听证)", TimeLimit(None, None, "听证")),
        ("20工作日不计时限（专家评审）", TimeLimit(Fraction(20), DayKind.WORKING, "专家评审")),
        ("不计时限(《某法》第×条)", TimeLimit(None, None, "《某法》第×条")),
        ("不计时限(开会)", None),
        ("即时不计时限(听证)", None),
        ("0工作日", None),
        ("20", None),
        ("", None),
    ],
)
def test_limits(text: str, limit: TimeLimit | None) -> None:
    """A number with its unit, 即时, 无, time that is not counted; anything else is none."""
    assert parse_limit(text) == limit


@given(some_text)
def test_a_limit_is_read_back_as_it_is_written(text: str) -> None:
    """Its own words are a limit, the same one."""
    limit = parse_limit(text)
    if limit is not None:
        assert parse_limit(str(limit)) == limit
        assert limit.days >= 0


@pytest.mark.parametrize(
    ("text", "name", "copies", "shared", "mixed"),
    [
        ("申请书", "申请书", "", None, False),
        ("申请书(2份)", "申请书", "2份", None, False),
        ("照片（６张）", "照片", "6张", None, False),
        ("合同(原件1份、复印件2份、可共享)", "合同", "原件1份、复印件2份", True, False),
        ("合同(电子版)(可共享)", "合同", "电子版", True, False),
        ("申请书(含诚信承诺)", "申请书(含诚信承诺)", "", None, False),
        ("申请书(含承诺)(2份)", "申请书(含承诺)", "2份", None, False),
        ("申请书(2份)(含承诺)", "申请书(2份)(含承诺)", "", None, False),
        ("申请书(含承诺、2份)", "申请书(含承诺、2份)", "", None, True),
        ("(2份)", "(2份)", "", None, False),
        ("申请书(2份", "申请书(2份", "", None, False),
        ("申请书 2份)", "申请书 2份)", "", None, False),
        ("申请书()", "申请书()", "", None, False),
    ],
)
def test_facts_of_a_material(text: str, name: str, copies: str, shared: bool | None, mixed: bool) -> None:
    """A bracket in which every part is a fact."""
    facts = material_facts(text)
    assert (facts.name, facts.copies, facts.shared, facts.mixed) == (name, copies, shared, mixed)


@given(some_text)
def test_no_bracket_is_too_odd(text: str) -> None:
    """The name is a beginning of the text."""
    for facts in (material_facts(text), procedure_facts(text)):
        assert text.strip().startswith(facts.name)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("　Ａｂ１２（甲）｜：～．　", "Ab12(甲)|:~."), ("甲、乙。", "甲、乙。"), ("é＋", "é＋")],
)
def test_folding(text: str, folded: str) -> None:
    """What the input method may type is the same as its twin; Chinese marks stay."""
    assert fold(text) == folded


@given(some_text)
def test_folding_keeps_positions_and_is_done_once(text: str) -> None:
    """One character for one; names lose their blanks besides."""
    assert len(fold(f"甲{text}乙")) == len(text) + 2
    assert fold(fold(text)) == fold(text)
    assert fold_name(fold_name(text)) == fold_name(text)
    assert " " not in fold_name(text)
