"""A log as XES (IEEE 1849): read element by element, without a tree; no DOCTYPE, hence no entities."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from processes.errors import CannotBeDone
from processes.intake.logs.gathering import Entry
from processes.intake.logs.times import time_of
from processes.model.log import Event

MAX_EVENTS = 1_000_000
_MAX_DEPTH = 50
_NAME, _TIME, _STATE = "concept:name", "time:timestamp", "lifecycle:transition"
_WHO = ("org:role", "org:resource", "org:group")
"""A post says more of a process than a person's name; the first that is there counts."""


@dataclass(slots=True)
class XesReading:
    """What was read. ``wrong`` and ``spoilt`` as in ``TableReading``."""

    entries: list[Entry] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    spoilt: set[str] = field(default_factory=set)


def read_xes(content: bytes) -> XesReading:
    """The entries of a log. Raises ``CannotBeDone`` for what is no XES."""
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)  # noqa: FBT003 - expat takes it by position
    except expat.ExpatError as error:
        raise CannotBeDone(
            f"不是完好的 XML:第 {error.lineno} 行第 {error.offset + 1} 列不符合写法,或文件到这里就断了。"
        ) from error
    except (ValueError, LookupError) as error:
        raise CannotBeDone("文件的编码认不出;请另存为 UTF-8 编码的 XES。") from error
    if not reader.is_log:
        raise CannotBeDone("这个 XML 文件不是 XES 日志(最外层不是 log)。")
    found = reader.found
    found.entries = [entry for entry in found.entries if entry.case not in found.spoilt]
    return found


class _Reader:
    """Attributes of the log, of traces and of events are told by how deep they stand: 2, 3 and 4."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.found = XesReading()
        self.is_log = False
        self._path: list[str] = []
        self._traces = 0
        self._case = ""
        self._events: list[tuple[dict[str, str], int]] = []
        self._attributes: dict[str, str] = {}
        self._number = 0
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        path = self._path
        path.append(tag)
        depth = len(path)
        if depth == 1:
            self.is_log = tag == "log"
        elif depth > _MAX_DEPTH:
            raise CannotBeDone(f"第 {self.parser.CurrentLineNumber} 行:元素一层套一层,超过 {_MAX_DEPTH} 层,没有读。")
        elif path[1] != "trace":
            return
        elif depth == 2:  # noqa: PLR2004 - a trace, see the docstring of the class
            self._traces += 1
            self._case, self._events = "", []
        elif tag == "event":
            self._number += 1
            if self._number > MAX_EVENTS:
                raise CannotBeDone(f"日志里的记录超过 {MAX_EVENTS} 条,没有读;请按月或按事项分开导出。")
            self._attributes = {}
            self._events.append((self._attributes, self.parser.CurrentLineNumber))
        elif depth == 3 and attributes.get("key") == _NAME:  # noqa: PLR2004 - an attribute of a trace
            self._case = attributes.get("value", "").strip()
        elif depth == 4 and path[2] == "event":  # noqa: PLR2004 - an attribute of an event
            self._attributes[attributes.get("key", "")] = attributes.get("value", "").strip()

    def _end(self, name: str) -> None:  # noqa: ARG002 - expat says what ends
        if len(self._path) == 2 and self._path[1] == "trace":  # noqa: PLR2004 - a trace
            # Its name may stand behind its events.
            case = self._case or f"第{self._traces}件"
            for attributes, line in self._events:
                self._take_up(case, attributes, line)
        self._path.pop()

    def _take_up(self, case: str, attributes: dict[str, str], line: int) -> None:
        activity = " ".join(attributes.get(_NAME, "").split())
        if not activity:
            self.found.wrong.append(f"第 {line} 行的记录没有环节名称({_NAME})")
            self.found.spoilt.add(case)
            return
        written = attributes.get(_TIME, "")
        time = time_of(written)
        if written and time is None:
            self.found.wrong.append(f"第 {line} 行“{_TIME}”写的“{written}”不是时间")
            self.found.spoilt.add(case)
        who = next((attributes[key] for key in _WHO if attributes.get(key)), "")
        self.found.entries.append(Entry(case, Event(activity, time, None, who, line), attributes.get(_STATE, "")))

    def _doctype(self, *_: object) -> None:
        raise CannotBeDone(
            f"第 {self.parser.CurrentLineNumber} 行有 DOCTYPE 声明,可能引用别的文件,没有读;删去这一声明再用。"
        )
