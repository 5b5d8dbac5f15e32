"""A shape: the keys a mapping may have, and the row that is the same mapping cut short.

One description serves reading, the list of known keys and the JSON Schema.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, field
from typing import Any

from processes.declaration.cells import MAX_ROW, Piece, split_row
from processes.declaration.kinds import ABSENT, Kind, is_empty, place_above, place_in, place_of, text_of
from processes.declaration.names import NO_NAME, Name
from processes.declaration.nodes import Mapping, Node, Scalar
from processes.declaration.repairs import filled, respelt
from processes.declaration.reporting import Reporter
from processes.declaration.schemas import (
    BAR,
    CELL,
    ONE_WORD,
    Definitions,
    Schema,
    any_text,
    cell_of,
    missing,
    row_to_offer,
    whole_row,
)
from processes.model.findings import Edit
from processes.model.places import Place, quick_place
from processes.suggesting import suggest


@dataclass(frozen=True, slots=True)
class Key:
    """A key: its Chinese name, the model field it fills, its kind, and what the guide says about it."""

    name: str
    field: str
    kind: Kind
    about: str = ""
    required: bool = False
    needed: bool = False
    """Whether it must be said although not here: it may stand in another mapping of the file as well."""

    def schema(self, names: Definitions) -> Schema:
        """What stands behind the key, under its name."""
        return {**self.kind.schema(names), "title": self.name, "description": self.description}

    @property
    def may_be_none(self) -> bool:
        """Whether 无 may stand here and means that there is nothing; a limit of 无 is a statement about time."""
        report = Reporter("")
        value = self.kind.read(Scalar("无", 0, 0, offsets=True), report)
        return value in ((), "") and not report.findings

    @property
    def if_empty(self) -> str:
        """What to do where nothing is written: only what may stand here is proposed."""
        return self.about if self.required or self.needed or not self.about else f"{self.about};用不着就删掉"

    @property
    def description(self) -> str:
        """What an editor says of the key."""
        return f"必填。{self.about}" if self.required else self.about


def arranged(order: str, *keys: Key) -> tuple[Key, ...]:
    """The keys in the order of their names in ``order``, which is the order in which they are written."""
    names = order.split()
    return tuple(sorted(keys, key=lambda key: names.index(key.name)))


Fields = dict[str, Any]
"""Model field → value; of any kind, because one reader serves all shapes."""
Places = dict[str, Place]


@dataclass(frozen=True)
class Shape:
    """Keys of a mapping; ``columns`` names those that a row gives, in order; ``build`` makes the model value.

    ``build`` is called with the fields read, ``place`` and ``places``.
    """

    name: str
    keys: tuple[Key, ...]
    build: Callable[..., object]
    columns: tuple[str, ...] = ()
    misplaced: MappingABC[str, str] = field(default_factory=dict)
    """Keys that belong elsewhere → where they belong."""
    stand_ins: MappingABC[str, object] = field(default_factory=dict)
    """Required field → what stands in for it once it has been reported, so that the rest can still be checked."""
    example: str = ""
    """A row as people write it, for the editor to offer."""
    also: tuple[Schema, ...] = ()
    """What the JSON Schema says besides."""

    def __post_init__(self) -> None:
        """Index the keys once."""
        object.__setattr__(self, "index", {key.name: key for key in self.keys})
        object.__setattr__(self, "required", tuple(key for key in self.keys if key.required))
        object.__setattr__(self, "row_keys", tuple(self.index[name] for name in self.columns))

    index: dict[str, Key] = field(init=False, default_factory=dict)
    required: tuple[Key, ...] = field(init=False, default=())
    row_keys: tuple[Key, ...] = field(init=False, default=())

    def keys_of(self, cells: tuple[Piece, ...]) -> tuple[Key, ...]:
        """The key of each cell of a row; fewer when there are more cells than columns."""
        return self.row_keys[: len(cells)]

    def read(self, node: Node, report: Reporter) -> object:
        """The value of a row or a mapping."""
        read = self.read_fields(node, report)
        if read is None:
            return ABSENT
        fields, places = read
        return self.build(**fields, place=place_of(node, report), places=places)

    def read_fields(self, node: Node, report: Reporter) -> tuple[Fields, Places] | None:
        """The fields and their places, or None when something required is missing or wrong and nothing stands in."""
        fields: Fields = {}
        places: Places = {}
        if type(node) is Mapping:
            self.read_mapping(node, fields, places, report)
        elif type(node) is Scalar and self.columns:
            text = text_of(node, report, " | ".join(self.columns))
            if text is None:
                return None
            self.read_row(node, fields, places, report)
        else:
            expected = f"一行“{' | '.join(self.columns)}”或" if self.columns else ""
            report.at(place_of(node, report), "D104", f"{self.name}应是{expected}下一层的“键: 值”")
            return None
        complete = True
        for key in self.required:
            if key.field not in fields:
                # A value that was there but wrong has been reported already.
                if key.field not in places:
                    report.at(place_above(node, report), "D102", f"{self.name}缺少「{key.name}」", key.about)
                if key.field in self.stand_ins:
                    fields[key.field] = self.stand_ins[key.field]
                else:
                    complete = False
        return (fields, places) if complete else None

    def read_mapping(self, node: Mapping, fields: Fields, places: Places, report: Reporter) -> None:
        """Read every key; a first column that is a whole row gives the other columns too."""
        index = self.index
        first = self.columns[0] if self.columns else ""
        file = report.file
        for name, (key_node, value) in node.entries.items():
            key = index.get(name)
            if key is None:
                self.report_unknown(key_node, report, places)
                continue
            if name == first and type(value) is Scalar and ("|" in value.text or "｜" in value.text):
                self.read_row(value, fields, places, report)
                continue
            if key.field in places:
                report.at(
                    place_of(key_node, report),
                    "D110",
                    f"「{name}」在行里和键里各写了一次",
                    related=(places[key.field],),
                    width=len(name),
                )
                continue
            places[key.field] = quick_place((file, value.line + 1, value.column + 1))
            if is_empty(value):
                said = type(value) is Scalar and value.text
                message = f"「{name}」写的「{said}」等于没填" if said else f"「{name}」空着没填"
                # What need not be said is not said to be none: 材料 of 优化后 would be gone, where it was as before.
                must = (key.required or key.needed) and key.may_be_none
                fix = filled(key_node, value, file) if must else ()
                report.at(places[key.field], "D103", message, key.if_empty, fix=fix)
                continue
            read = key.kind.read(value, report)
            if read is not ABSENT:
                fields[key.field] = read

    def read_row(self, node: Scalar, fields: Fields, places: Places, report: Reporter) -> None:
        """Read the cells of a row into their columns; trailing cells may be left off."""
        if len(node.text) > MAX_ROW:
            report.at(place_of(node, report), "Y217", f"这一行有 {len(node.text)} 字,超过 {MAX_ROW} 字")
            places.update({key.field: place_of(node, report) for key in self.row_keys if key.field not in places})
            return
        cells = split_row(node.text)
        if len(cells) > len(self.row_keys):
            report.at(
                place_in(node, cells[len(self.row_keys)].offset, report),
                "D111",
                f"这一行有 {len(cells)} 栏,最多 {len(self.row_keys)} 栏",
                f"栏目依次是:{' | '.join(self.columns)}",
            )
        for key, (text, offset) in zip(self.row_keys, cells, strict=False):
            place = place_in(node, offset, report)
            if key.field in places:
                report.at(place, "D110", f"「{key.name}」在行里和键里各写了一次", related=(places[key.field],))
                continue
            places[key.field] = place
            if not text:
                # The bar after it is there: whoever wrote the cell meant to say something.
                fix = (Edit(place, 0, " 无"),) if node.offsets and key.may_be_none else ()
                report.at(place, "D103", f"「{key.name}」这一栏是空的", key.if_empty, fix=fix)
                continue
            cell = Scalar(text, place.line - 1, place.column - 1, node.offsets)
            read = key.kind.read(cell, report)
            if read is not ABSENT:
                fields[key.field] = read

    def report_unknown(self, key: Scalar, report: Reporter, taken: Places) -> None:
        """Report a key that does not belong here: elsewhere, misspelt, or unknown; ``taken`` are the fields given."""
        if report.full:
            return
        place = place_of(key, report)
        if key.text in self.misplaced:
            report.at(place, "D115", f"「{key.text}」放错了地方", self.misplaced[key.text], width=len(key.text))
            return
        if key.text == "<<":
            report.at(place, "Y212", "用了合并键 <<", width=2)
            return
        report.at(
            place,
            "D101",
            f"{self.name}里没有「{key.text}」这个键",
            suggest(key.text, self.index) or f"可以用的键:{'、'.join(self.index)}",
            width=max(1, len(key.text)),
            fix=respelt(
                key, (*self.index, *self.misplaced), {one.name for one in self.keys if one.field in taken}, place
            ),
        )

    def schema(self, names: Definitions) -> Schema:
        """A reference to the one definition of this shape."""
        return names.share(self.name, self, lambda: self.definition(names))

    def definition(self, names: Definitions) -> Schema:
        """The row and the mapping in one schema, so that an error stays at the key or value at fault."""
        definition: Schema = {
            "title": self.name,
            "type": ["object"],
            "properties": {key.name: key.schema(names) for key in self.keys},
            "additionalProperties": False,
        }
        if demands := [*self.demands(), *self.also]:
            definition["allOf"] = demands
        if self.columns:
            first, pattern = self.columns[0], self.row_pattern()
            message = f"应写成:{' | '.join(self.columns)}"
            either = any_text(whole_row(f"{CELL}|{pattern}"), f"应是一个名称,或一整行 {' | '.join(self.columns)}")
            key = self.index[first]
            definition |= {
                "description": f"一行“{' | '.join(self.columns)}”,或下一层的“键: 值”",
                "type": [*ONE_WORD, "object"],
                "pattern": whole_row(pattern),
                "patternErrorMessage": message,
            }
            definition["properties"][first] = {**either, "title": first, "description": key.description}
        if self.example:
            definition["defaultSnippets"] = [row_to_offer(self.example)]
        return definition

    def demands(self) -> list[Schema]:
        """What must be there. The other columns of a row may stand behind the first key."""
        later = self.columns[1:]
        return [missing(key.name, key.about) for key in self.required if key.name not in later]

    def row_pattern(self) -> str:
        """The cells, of which those behind the last required one may be left off."""
        pattern = ""
        least = max((index for index, key in enumerate(self.row_keys) if key.required), default=0)
        for index, key in reversed(list(enumerate(self.row_keys))):
            if index:
                cell = f"{BAR}{cell_of(key.kind)}{pattern}"
                pattern = cell if index <= least else f"(?:{cell})?"
        first = NO_NAME if isinstance(self.row_keys[0].kind, Name) else ""
        return f"{first}{CELL}{pattern}"


def all_keys(*shapes: Shape) -> frozenset[str]:
    """Every key of the shapes and of the shapes inside them."""
    names: set[str] = set()
    waiting = list(shapes)
    seen: set[int] = set()
    while waiting:
        shape = waiting.pop()
        if id(shape) in seen:
            continue
        seen.add(id(shape))
        for key in shape.keys:
            names.add(key.name)
            inner = getattr(key.kind, "shape", key.kind)
            if isinstance(inner, Shape):
                waiting.append(inner)
    return frozenset(names)
