"""The guide has a table of contents that lists every section, and no number that the next section would change."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide.md"
BEGIN, END = "<!-- 目录 -->\n", "<!-- 目录完 -->\n"


def sections(text: str) -> list[str]:
    """The headings of the second rank; what looks like one in a block of code is none."""
    return re.findall(r"^## (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)


def anchor(heading: str) -> str:
    """The name by which a heading is linked to."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_every_section_is_in_the_contents(golden: Callable[[str, Path], None]) -> None:
    """In their order, each a link on a line of its own; ``--rewrite`` writes them anew."""
    text = GUIDE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    assert after, "the guide has no place for its contents"
    made = " ·\n".join(f"[{one}](#{anchor(one)})" for one in sections(after))
    golden(f"{before}{BEGIN}\n{made}\n\n{END}{after}", GUIDE)


def test_no_section_has_a_number() -> None:
    """Two people who add a section each would otherwise renumber the other's, and every link to it."""
    text = GUIDE.read_text(encoding="utf-8")
    assert [one for one in sections(text) if re.match(r"\d", one)] == []
    assert re.findall("第[0-9]+节", text) == []
    assert len(sections(text)) == len(set(sections(text))) > 20
