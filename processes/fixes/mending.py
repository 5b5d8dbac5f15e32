"""A declaration file mended: what was changed, and the proof for every change.

What is written anew is read anew first. A change of the writing must leave the same values, findings and comments. The
mend of a finding must leave fewer errors, none that was not there, and the same comments; where nothing could be read
before, it must lead to a file that can. What does not prove is not done.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from pathlib import Path

from processes.declaration.encoding import content_of, decode
from processes.declaration.folder import KNOWN_KEYS
from processes.declaration.reporting import Reporter
from processes.declaration.shapes import Shape
from processes.fixes.fixer import Draft, Fixer, fixers
from processes.fixes.reading import Reading, apply, read
from processes.model.findings import Edit, Finding
from processes.model.places import Place

EMPTY = "D103"
"""The code of what was left empty: what is written there is for people to verify."""
_ENCODING = "Y103"
_LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Done:
    """One change: where, the code that asked for it (empty if none did), and in words what was done."""

    place: Place
    code: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """One file before and after. ``content`` is what is to be written; the texts have LF at their line ends."""

    file: str
    before: str = ""
    after: str = ""
    content: bytes = b""
    done: tuple[Done, ...] = ()
    encoding: str = ""
    """The name of the encoding that UTF-8 takes the place of, if it does."""


def mend_file(root: Path, file: str, shape: Shape, wanted: Callable[[str], bool] = lambda _: True) -> Mended:
    """The file (relative to ``root``) mended; nothing is written, and what cannot be opened is left alone."""
    try:
        with (root / file).open("rb", buffering=0) as stream:
            content = content_of(stream)
    except OSError:
        return Mended(file=file)
    return mend(content, file, shape, wanted)


def mend(content: bytes, file: str, shape: Shape, wanted: Callable[[str], bool] = lambda _: True) -> Mended:
    """A file's content mended; its line ends and the mark at its beginning stay.

    ``wanted`` chooses by code; it is asked with an empty code for changes that no rule asks for.
    """
    report = Reporter(file, KNOWN_KEYS)
    text = decode(content, report)
    if text is None:
        return Mended(file=file, content=content)
    utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    codec = "utf-16" if utf_16 else "gb18030" if report.findings else "utf-8"
    mending = _Mending(file, shape, wanted)
    after, done = mending.run(text)
    encoding = "UTF-16" if utf_16 else "GB18030" if report.findings else ""
    if encoding and (wanted(_ENCODING) or (utf_16 and done)):
        done = [*done, Done(Place(file, 1, 1), _ENCODING, f"编码由 {encoding} 改为 UTF-8")]
    else:
        encoding = ""
    if not done:
        return Mended(file=file, before=text, after=text, content=content)
    written = _with_ends(after, content.decode(codec)).encode("utf-8" if encoding else codec)
    return Mended(file=file, before=text, after=after, content=written, done=tuple(done), encoding=encoding)


def _with_ends(text: str, raw: str) -> str:
    """``text`` with the mark at its beginning and the line ends of ``raw``, which has as many lines."""
    mark = "\ufeff" if raw.startswith("\ufeff") else ""
    ends = _LINE_END.findall(raw)
    return mark + "".join(line + end for line, end in zip(text.split("\n"), [*ends, ""], strict=True))


@dataclass(slots=True)
class _Mending:
    """One text while it is mended."""

    file: str
    shape: Shape
    wanted: Callable[[str], bool]
    done: list[Done] = field(default_factory=list)

    def run(self, text: str) -> tuple[str, list[Done]]:
        """The text mended, and what was done; nothing as long as it cannot be read to its end."""
        now = before = read(text, self.file, self.shape)
        inside: set[int] = set()
        while True:
            self.done = []
            now = self._findings_mended(before, inside)
            if not now.sound:
                return text, []
            # A slip was seen where nothing could be read, and is the line of a text: it is none.
            found = {done.place.line for done in self.done if not now.begins_on(done.place.line)}
            if not found:
                break
            inside |= found
        for fixer in fixers() if self.wanted("") else ():
            now = self._tidied(now, fixer)
        return now.text, self.done

    def _findings_mended(self, now: Reading, inside: Container[int]) -> Reading:
        """One finding after the other, as long as there is one that can be mended; not those on lines ``inside``."""
        refused: set[tuple[Edit, ...]] = set()
        while True:
            open_ = (one for one in now.findings if one.fix and one.fix not in refused and self.wanted(one.code))
            finding = next((one for one in open_ if one.place.line not in inside), None)
            if finding is None:
                return now
            after = read(apply(now.text, finding.fix), self.file, self.shape)
            if _mends(now, after, finding):
                self.done.append(Done(finding.place, finding.code, _words(now.text, finding)))
                now = after
            else:
                refused.add(finding.fix)

    def _tidied(self, now: Reading, fixer: Fixer) -> Reading:
        """The text with all changes of a fixer, or with those that prove one by one."""
        assert now.root is not None
        edits = sorted(fixer.find(Draft(file=self.file, text=now.text, root=now.root, shape=self.shape)), reverse=True)
        made: list[Edit] = []
        # One by one from the end, so that the places of those before stay what they are.
        for some in (edits, *([edit] for edit in edits if len(edits) > 1)):
            after = read(apply(now.text, some), self.file, self.shape) if some else now
            if after.text != now.text and after.declares_as(now, respelt=fixer.respells):
                now = after
                made += some
                if some is edits:
                    break
        if made:
            number = f" {len(made)} 处" if len(made) > 1 else ""
            self.done.append(Done(min(made).place, "", fixer.name + number))
        return now


def _mends(before: Reading, after: Reading, finding: Finding) -> bool:
    """Whether ``after`` has fewer errors, none of them new; or can be read at last, which shows what was hidden."""
    if not after.twice <= before.twice:
        return False
    if any(one.code == finding.code and one.place == finding.place for one in after.findings):
        return False
    fewer = after.errors < before.errors
    return (fewer and after.comments == before.comments) if before.sound else (fewer or after.sound)


def _words(text: str, finding: Finding) -> str:
    edit = finding.fix[0]
    if finding.code == EMPTY:
        return f"{finding.message},写成「{edit.text.strip()}」:请核对是不是确实没有"
    old = text.split("\n")[edit.place.line - 1][edit.place.column - 1 :][: edit.width]
    return f"「{old}」改为「{edit.text}」"
