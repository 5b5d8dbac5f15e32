"""What a picture could not show: said when it is drawn, as nobody looks for a 〓 in a picture of thirty boxes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from commands._target import Target
    from processes.model.findings import Finding
    from processes.model.matter import Matter

_NAMED = 5
"""Places that are named; ``zaizao check`` names them all."""


def files_of(matter: Matter) -> tuple[str, str]:
    """The files whose words a chart of the matter shows: its own, and that of its department."""
    from processes.declaration.folder import DEPARTMENT_FILE

    return matter.file, f"{matter.file.rpartition('/')[0]}/{DEPARTMENT_FILE}"


def tell_unshown(findings: Sequence[Finding], where: Target, concerned: Callable[[str], bool]) -> None:
    """One line on the characters that the fonts lack in the files that are ``concerned``, if there are any."""
    from processes.declaration.unshown import UNSHOWN
    from processes.model.glyphs import SUBSTITUTE

    found = [one for one in findings if one.code == UNSHOWN and concerned(one.place.file)]
    if not found:
        return
    places = list(dict.fromkeys(f"{where.shown(one.place.file)} 第{one.place.line}行" for one in found))
    more = "等" if len(places) > _NAMED else ""
    said = "、".join(places[:_NAMED])
    click.echo(f"有 {len(found)} 个字图上显示为“{SUBSTITUTE}”({said}{more});用 zaizao check 看是哪些字。", err=True)
