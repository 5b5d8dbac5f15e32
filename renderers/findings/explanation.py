"""A code explained: what it is, why it matters, how to mend it, what wrong and right look like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol

from processes.model.findings import Severity, kind_of


class Explained(Protocol):
    """What rules and refusals have in common."""

    @property
    def code(self) -> str:
        """As in S101 or R420."""
        ...

    @property
    def name(self) -> str:
        """What is wrong, in a few words."""
        ...

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        ...

    @property
    def why(self) -> str:
        """Why it is wrong."""
        ...

    @property
    def mend(self) -> str:
        """What to do about it."""
        ...

    @property
    def bad(self) -> str:
        """YAML that has it; may be empty."""
        ...

    @property
    def good(self) -> str:
        """The same without it; may be empty."""
        ...


_KINDS = (
    ("方案和附件", ("R",)),
    ("行政许可法", ("L",)),
    ("其他法律", ("CF", "QZ", "XX", "YS", "ZX", "FY", "XF")),
    ("数字", ("N",)),
    ("写法", ("D", "Y", "F")),
    ("流程说不说得通", ("S",)),
)
"""The kinds of codes in the order in which they are listed, each with the letters its codes begin with."""
_OTHERS = "其他"

_FILE = re.compile(r"^==> (.+) <==\n", re.MULTILINE)


def sections(item: Explained) -> Iterator[tuple[str, str]]:
    """What is said about a code, each with its title: 原文, 出处, 何时有效, 为什么, 怎样改, 问."""
    # What a rule has and a refusal has not.
    quote, source, question = (getattr(item, name, "") for name in ("quote", "source", "question"))
    since, until = getattr(item, "valid_from", date.min), getattr(item, "valid_until", date.max)
    if quote:
        yield "原文", f"“{quote}”"
    if source:
        yield "出处", source
    if since > date.min or until < date.max:
        yield "有效", _validity(since, until)
    yield "为什么", item.why
    yield "怎样改", item.mend
    if question:
        yield "要问的", f"{question}(由人核对,在 单位.yaml 的“核对”里回答)"


def examples(text: str) -> list[tuple[str, str]]:
    """The files of an example, each with its path; the path is empty when there is but one, of the rule's own kind."""
    first, *others = _FILE.split(text.strip("\n"))
    files = [("", first), *zip(others[::2], others[1::2], strict=True)]
    return [(path, _worded(inner)) for path, inner in files if path or inner.strip()]


def _worded(text: str) -> str:
    """What steers the tests of an example, in words for a reader."""
    text = re.sub(r"^# 全文\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^# 不要: ", "# 没有写:", text, flags=re.MULTILINE)
    return re.sub(r"^# 删除$", "# 没有这个文件", text, flags=re.MULTILINE)


def explain(item: Explained) -> str:
    """The page of one code as plain text."""
    lines = [heading(item), ""]
    lines += [f"{title}{'  ' * (4 - len(title))}{text}" for title, text in sections(item)]
    for title, example in (("错的写法", item.bad), ("对的写法", item.good)):
        files = examples(example)
        if files:
            lines += ["", f"{title}:"]
        for path, text in files:
            lines += [f"  {path}:"] if path else []
            lines += [f"    {line}".rstrip() for line in text.strip("\n").split("\n")]
    return "\n".join(lines) + "\n"


def heading(item: Explained) -> str:
    """Code, name and severity."""
    return f"{item.code} {item.name}({item.severity.chinese})"


def grouped(items: Mapping[str, Explained]) -> list[tuple[str, list[Explained]]]:
    """The codes by kind, in their order; no kind is empty."""
    kinds = {letters: title for title, every in _KINDS for letters in every}
    groups: dict[str, list[Explained]] = {title: [] for title in (*(title for title, _ in _KINDS), _OTHERS)}
    orders = {letters: index for index, letters in enumerate(kinds)}
    for code in sorted(items, key=lambda code: (orders.get(kind_of(code), len(orders)), _natural(code))):
        groups[kinds.get(kind_of(code), _OTHERS)].append(items[code])
    return [(title, every) for title, every in groups.items() if every]


def list_all(items: Mapping[str, Explained]) -> str:
    """The kinds of codes, each with a line a code: code, severity, name."""
    return "\n".join(f"{title}\n" + "".join(_lines(every)) for title, every in grouped(items))


def _lines(every: Iterable[Explained]) -> Iterator[str]:
    listed = list(every)
    width = max(len(item.code) for item in listed)
    for item in listed:
        asked = "(由人核对)" if getattr(item, "question", "") and not item.bad else ""
        yield f"  {item.code:<{width}}  {item.severity.chinese}  {item.name}{asked}\n"


def _natural(code: str) -> list[tuple[int, str]]:
    """L42-2 before L42-10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.findall(r"\d+|\D+", code)]


def _validity(since: date, until: date) -> str:
    """``自 2004-07-01 起,到 2019-04-22 为止``."""
    parts = [f"自 {since.isoformat()} 起"] if since > date.min else []
    parts += [f"到 {until.isoformat()} 为止"] if until < date.max else []
    return ",".join(parts)
