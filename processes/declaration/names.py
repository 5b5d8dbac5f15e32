"""Kinds of value that are names, one or several."""

from __future__ import annotations

import re
from functools import lru_cache

from processes.declaration.cells import MAX_NAME, split_names
from processes.declaration.choices import report_choice
from processes.declaration.kinds import ABSENT, NOTHING_BETWEEN, Absent, OneText, place_of, text_of
from processes.declaration.nodes import Node, Scalar, Sequence
from processes.declaration.reporting import Reporter
from processes.declaration.schemas import (
    NO_BAR,
    SOMETHING,
    Definitions,
    Schema,
    any_of,
    any_text,
    choice,
    listed,
    words_to_offer,
)
from processes.declaration.slips import warn_line, warn_name
from processes.model.places import Place, Text, quick_place
from processes.model.vocabulary import RESERVED_NAMES

NO_NAME = rf"(?!\s*{any_of(RESERVED_NAMES)}\s*(?:[|｜]|$))(?!\s*(?:环节|名称|办理|机构)[：:])"
"""Pattern: no word of the format stands here, and no key whose colon is not one."""


class Name:
    """A name: one line, at most 200 characters, no ``|``, none of the reserved words."""

    def read(self, node: Node, report: Reporter) -> str | Absent:
        """The name as typed."""
        text = text_of(node, report, "一个名称")
        if text is None:
            return ABSENT
        place = place_of(node, report)
        if not check_name(text, place, report):
            return ABSENT
        warn_name(text, place, report)
        return text

    def schema(self, names: Definitions) -> Schema:
        """A text that can be a name."""
        words = "、".join(RESERVED_NAMES)
        message = f"应是一个名称:一行,不超过{MAX_NAME}字,没有“|”,不能就叫 {words}"
        return names.share(
            "名称", Name, lambda: any_text(rf"^{NO_NAME}\s*[^|\s][^|\n]{{0,{MAX_NAME - 1}}}?\s*$", message)
        )


_KEYED = re.compile(r"(环节|名称|办理|机构)([：:])")
"""A key whose colon makes the whole line a name."""


@lru_cache(1 << 16)
def is_name(text: str) -> bool:
    """Whether ``text`` can be a name."""
    return (
        len(text) <= MAX_NAME
        and "|" not in text
        and "\n" not in text
        and text not in RESERVED_NAMES
        and not _KEYED.match(text)
    )


def check_name(text: str, place: Place, report: Reporter) -> bool:
    """Whether ``text`` can be a name; reports if not."""
    if is_name(text):
        return True
    if keyed := _KEYED.match(text):
        code = "Y202" if keyed[2] == "：" else "Y209"
        report.at(place._replace(column=place.column + len(keyed[1])), code, f"「{keyed[1]}」后面不是“: ”")
    elif len(text) > MAX_NAME:
        report.at(place, "D112", f"名称有 {len(text)} 字,超过 {MAX_NAME} 字")
    elif "|" in text or "\n" in text:
        report.at(place, "D112", f"名称「{text.splitlines()[0]}」里有“|”或换行", width=len(text))
    else:
        report.at(place, "D112", f"「{text}」不能作名称", width=len(text))
    return False


class Names:
    """Names: one line split at 、, or a list whose items are not split.

    ``choices`` closes the list; ``none`` allows 无 for the empty list; ``sentences`` keeps a one-line text whole.
    ``new``: the names refer to nothing declared elsewhere, so that only a warning can tell of other marks between them.
    """

    def __init__(self, *choices: str, none: bool = True, sentences: bool = False, new: bool = False) -> None:
        """What may be listed."""
        self.choices = choices
        self.new = new
        self.none = none
        self.sentences = sentences

    def read(self, node: Node, report: Reporter) -> tuple[Text, ...] | Absent:
        """The names, each with its place."""
        if type(node) is Scalar:
            text = text_of(node, report)
            if text is None:
                return ABSENT
            if text == "无" and self.none:
                return ()
            if self.new:
                warn_line(text, place_of(node, report), report)
            if self.sentences or "、" not in text:
                pieces = [(text, place_of(node, report))]
            else:
                file, line, column, offsets = report.file, node.line + 1, node.column + 1, node.offsets
                pieces = [
                    (piece, quick_place((file, line, column + offset if offsets else column)))
                    for piece, offset in split_names(node.text)
                ]
        elif type(node) is Sequence:
            if not node.items:
                report.at(
                    place_of(node, report), "D103", "空着没填", "一行写一个" + (";没有写 无" if self.none else "")
                )
                return ABSENT
            pieces = [
                (text, place_of(item, report)) for item in node.items if (text := text_of(item, report)) is not None
            ]
        else:
            report.at(place_of(node, report), "D104", "这里应是一行文字(用、隔开)或一列")
            return ABSENT
        names = tuple([Text(text, place) for text, place in pieces])
        if False in [self._is_sound(text) for text, _ in pieces] or (len(names) > 1 and len(set(names)) < len(names)):
            self._report(names, report)
        return names

    def _is_sound(self, text: str) -> bool:
        if self.choices:
            return text in self.choices
        return self.sentences or (is_name(text) and bool(text))

    def _report(self, names: tuple[Text, ...], report: Reporter) -> None:
        for index, name in enumerate(names):
            if name in names[:index]:
                report.at(name.place, "D116", f"「{name}」列了两次", width=len(name))
        for name in names:
            if not name:
                report.at(name.place, "D103", "两个、之间是空的", NOTHING_BETWEEN)
            elif self.choices and name not in self.choices:
                report_choice(name, name.place, self.choices, report)
            elif not self.sentences:
                check_name(name, name.place, report)

    def schema(self, names: Definitions) -> Schema:
        """One line or a list."""
        if self.choices:
            words = any_of(self.choices)
            message = f"从这些里选,几个用、隔开:{'、'.join(self.choices)}{';没有写 无' if self.none else ''}"
            line = rf"{words}(?:\s*、\s*{words})*" + ("|无" if self.none else "")
            offered = (*self.choices, "无") if self.none else self.choices
            return {**listed(choice(self.choices), line, message), "defaultSnippets": words_to_offer(offered)}
        if self.sentences:
            return names.share("句子", "sentences", lambda: listed(_ANY.schema(names), SOMETHING, "一句一行,不能空着"))
        return names.share(
            "名称们", "names", lambda: listed(_NAME.schema(names), NO_BAR, "名称,几个用、隔开或一行一个;不能空着")
        )


_ANY = OneText()
_NAME = Name()
