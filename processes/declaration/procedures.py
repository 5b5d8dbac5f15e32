"""程序 as written: names with facts in brackets, or long forms."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from processes.declaration.cells import Facts, procedure_facts, split_names
from processes.declaration.kinds import ABSENT, NOTHING_BETWEEN, Absent, OneText, place_of, text_of
from processes.declaration.names import Name, Names, check_name, is_name
from processes.declaration.nodes import Node, Scalar, Sequence
from processes.declaration.quantities import Integer
from processes.declaration.reporting import Reporter
from processes.declaration.schemas import NO_BAR, Definitions, Schema, listed, long_or_short, snippet
from processes.declaration.shapes import Key, Shape
from processes.declaration.slips import slip_in_line, warn_line, warn_name
from processes.model.flow import Procedure
from processes.model.places import Place, Text, quick_place


@lru_cache(1 << 16)
def _procedures_in(text: str) -> tuple[tuple[Facts, int], ...]:
    return tuple((procedure_facts(piece), offset) for piece, offset in split_names(text))


def report_mixed(text: str, place: Place, report: Reporter) -> None:
    """Report a bracket that holds facts and other words."""
    report.at(place, "D113", f"「{text}」的括号里既有说明又有别的字", width=len(text))


class Origins:
    """沿自: names, or 无 for "new in spite of an equal name" (the empty tuple)."""

    def read(self, node: Node, report: Reporter) -> tuple[Text, ...] | Absent:
        """The names of 优化前 that are continued."""
        return _NAMES.read(node, report)

    def schema(self, names: Definitions) -> Schema:
        """Names."""
        return _NAMES.schema(names)


_NAMES = Names()


class Procedures:
    """程序: one line split at 、, or a list of texts and long forms."""

    def read(self, node: Node, report: Reporter) -> tuple[Procedure, ...] | Absent:
        """The procedures in order."""
        if type(node) is Scalar:
            if text_of(node, report) is None:
                return ABSENT
            return self._in_text(node, report)
        if type(node) is not Sequence:
            report.at(place_of(node, report), "D104", "程序应是一行(用、隔开)或一列")
            return ABSENT
        procedures: list[Procedure] = []
        for item in node.items:
            if type(item) is Scalar:
                if text_of(item, report) is not None:
                    facts = procedure_facts(item.text)
                    warn_name(facts.name, place_of(item, report), report)
                    procedures.append(make_procedure(facts, place_of(item, report), report))
            else:
                read = PROCEDURE.read(item, report)
                if isinstance(read, Procedure):
                    procedures.append(read)
        return tuple(procedures)

    def schema(self, names: Definitions) -> Schema:
        """One line or a list, each item a name with facts or a mapping."""
        offered = [snippet("现场核查(2人以上)", "${1:现场核查}(${2:2人以上})", "人数、法定、不计时限写在括号里")]
        item = names.share(PROCEDURE.name, PROCEDURE, lambda: long_or_short(PROCEDURE.definition(names), offered))
        return listed(item, NO_BAR, "程序名称,几个用、隔开或一行一个")

    @staticmethod
    def _in_text(node: Scalar, report: Reporter) -> tuple[Procedure, ...]:
        warn_line(node.text, place_of(node, report), report)
        file, line, column, offsets = report.file, node.line + 1, node.column + 1, node.offsets
        return tuple(
            make_procedure(facts, quick_place((file, line, column + offset if offsets else column)), report)
            for facts, offset in _procedures_in(node.text)
        )


def make_procedure(facts: Facts, place: Place, report: Reporter) -> Procedure:
    """The procedure of a name with its facts; a mixed bracket or an empty name is reported."""
    if facts.mixed:
        report_mixed(facts.name, place, report)
    elif not facts.name:
        report.at(place, "D103", "两个、之间是空的", NOTHING_BETWEEN)
    else:
        check_name(facts.name, place, report)
    return procedure_of(facts, place)


def procedure_of(facts: Facts, place: Place) -> Procedure:
    """The procedure of a name in which there is nothing to report."""
    if not (facts.statutory or facts.excluded or facts.people):
        return Procedure(name=facts.name, place=place)
    return Procedure(
        name=facts.name,
        people=facts.people,
        statutory="是" if facts.statutory else "",
        excluded="是" if facts.excluded else "",
        place=place,
    )


class Acts(NamedTuple):
    """The procedures of a cell, taken apart once: names with facts and offsets; whether any is ``statutory``."""

    parts: tuple[tuple[Facts, int], ...]
    statutory: bool


@lru_cache(1 << 16)
def faultless_acts(text: str) -> Acts | None:
    """The procedures of a cell in which there is nothing to report, else None."""
    parts = _procedures_in(text)
    if slip_in_line(text) or any(facts.mixed or not facts.name or not is_name(facts.name) for facts, _ in parts):
        return None
    return Acts(parts, any(facts.statutory for facts, _ in parts))


class RowProcedures(Collection[Procedure]):
    """The procedures of a cell without fault, made when they are looked at: checking alone hardly looks at any."""

    __slots__ = ("_acts", "_made", "start")

    def __init__(self, acts: Acts, start: Place) -> None:
        """``start`` is the place of the cell."""
        self._acts = acts
        self._made: tuple[Procedure, ...] | None = None
        self.start = start

    @property
    def statutory(self) -> bool:
        """Whether any is said to be."""
        return self._acts.statutory

    def __len__(self) -> int:
        """How many there are."""
        return len(self._acts.parts)

    def __iter__(self) -> Iterator[Procedure]:
        """In written order."""
        if self._made is None:
            parts = self._acts.parts
            self._made = tuple([procedure_of(facts, self.start.shifted(offset)) for facts, offset in parts])
        return iter(self._made)

    def __contains__(self, item: object) -> bool:
        """Whether an equal one is there."""
        return item in tuple(self)

    def __eq__(self, other: object) -> bool:
        """Equal to another collection of equal procedures, be it read from long forms."""
        return isinstance(other, RowProcedures | tuple) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """That of the equal tuple."""
        return hash(tuple(self))


PROCEDURE = Shape(
    "程序",
    (
        Key("名称", "name", Name(), "程序名称", required=True),
        Key("种类", "kind", OneText(), "名称看不出种类时写"),
        Key("人数", "people", Integer(), "至少几人"),
        Key("法定", "statutory", OneText(), "是,或法条"),
        Key("不计时限", "excluded", OneText(), "不计入时限的法定种类"),
        Key("沿自", "origins", Origins(), "优化前的哪个程序"),
    ),
    Procedure,
)
