"""How many copies of a paper: what people write of it becomes the fact in brackets that a declaration has for it.

申请表2份, 申请表（一式两份）, 身份证（原件1份，复印件2份）, 身份证、户口簿各1份: nobody puts it as the format does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from processes.declaration.cells import material_facts, split_names
from processes.intake.matters.amounts import NUMERAL, value_of
from processes.model.folding import FOLDED

_KIND = "(?:原件|复印件)"
_KINDS = rf"{_KIND}(?:\s*[、，,和及与]?\s*{_KIND})*"
_WORDS = "(?:各|均|都|一式|共|需|提供|提交)*"
"""What people put before a number: 一式两份, 各1份."""
_PART = rf"(?:{_KINDS})?:?\s*{_WORDS}\s*(?:\d{{1,3}}|{NUMERAL.pattern})\s*[份张套本册幅]"
_PARTS = rf"{_PART}(?:\s*[、，,；;和及与]?\s*{_PART})*"
_ONLY_COPIES = re.compile(_PARTS)
"""All that may stand in brackets, or between two marks, for it to be nothing but copies."""
_ONE = re.compile(
    rf"(?P<kinds>{_KINDS})?:?\s*{_WORDS}\s*(?P<number>\d{{1,3}}|{NUMERAL.pattern})\s*(?P<unit>[份张套本册幅])"
)
_BRACKET = re.compile(r"\(([^()]*)\)$")
_BEHIND = re.compile(rf"(?P<name>.*?[^\s、，,和及与])\s*(?P<parts>{_PARTS})", re.DOTALL)
_EACH = re.compile(rf"(?:各|均|都){_WORDS}\s*(?:\d{{1,3}}|{NUMERAL.pattern})\s*[份张套本册幅]$")


def with_copies(name: str) -> str:
    """The paper as declared, its copies in brackets at the end; a name without copies as it is."""
    if material_facts(name).copies:
        return name
    # Signs fold one to one, so that a part of the folded name is the same part of the name as typed.
    folded = name.translate(FOLDED)
    bracket = _BRACKET.search(folded)
    if bracket is not None:
        found = _facts(bracket[1].strip()) if _ONLY_COPIES.fullmatch(bracket[1].strip()) else ()
        bare = name[: bracket.start()].strip()
        return f"{bare}({'、'.join(found)})" if bare and found else name
    behind = _BEHIND.fullmatch(folded)
    found = _facts(behind["parts"]) if behind is not None else ()
    if behind is None or not found:
        return name
    bare = name[: behind.end("name")].strip()
    if len(found) == 1 and (kind := re.match(_KIND, found[0])):
        return f"{bare}{kind[0]}({found[0].removeprefix(kind[0])})"
    return f"{bare}({'、'.join(found)})"


def papers_in(names: Sequence[str], text: str, count: int | None = None) -> tuple[str, ...]:
    """The ``names`` that a list was parted into, each with its own copies; ``text`` is the list as it was written.

    复印件2份 alone belongs to the paper before it. 各2份 holds for all the papers of its line. ``count`` is the number
    beside the list: where it counts 甲、乙各2份 as one paper, that is one.
    """
    whole: list[str] = []
    for name in names:
        if whole and _ONLY_COPIES.fullmatch(name.translate(FOLDED)):
            whole[-1] = f"{whole[-1]}、{name}"
        else:
            whole.append(name)
    single = [one for name in whole for one in _several(name)]
    if count == len(whole) != len(single):
        single = whole
    found: list[str] = []
    each, after = "", ""
    for name in reversed(single):
        if not (_beside(name, after, text) and with_copies(name) == name):
            each = ""
        found.append(with_copies(name + each))
        if own := _each(name):
            each = own
        after = name
    return tuple(reversed(found))


def _each(name: str) -> str:
    """各2份 at the end of a name, if it is not 原件、复印件各2份 of that paper alone."""
    folded = name.translate(FOLDED)
    match, behind = _EACH.search(folded), _BEHIND.fullmatch(folded)
    return match[0] if match and behind and not re.match(_KIND, behind["parts"]) else ""


def _several(name: str) -> tuple[str, ...]:
    """甲、乙各2份 are two papers."""
    return tuple(piece.text for piece in split_names(name)) if _each(name) else (name,)


def _beside(name: str, after: str, text: str) -> bool:
    """Whether only a mark, no number and no line, parts two names."""
    return re.search(rf"{re.escape(name)}[ \t]*[、，,][ \t]*{re.escape(after)}", text) is not None


def _facts(parts: str) -> tuple[str, ...]:
    """原件1份, 复印件2份 of what stood there; nothing where one thing has two numbers."""
    found: list[str] = []
    for one in _ONE.finditer(parts):
        number = int(one["number"]) if one["number"].isdigit() else value_of(one["number"])
        kinds = re.findall(_KIND, one["kinds"] or "") or [""]
        found += [f"{kind}{number}{one['unit']}" for kind in kinds]
    names = [re.sub(r"\d+", "", one) for one in found]
    return tuple(found) if len(set(names)) == len(names) and not any(one.startswith("0") for one in found) else ()
