"""How the page of the board looks, and the rules by which it is filtered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from renderers.html_document import FACES

LOOKS = f"""
body {{ font-family: {FACES}; color: #1b2a41; line-height: 1.5; margin: 1.5em auto; max-width: 78em; padding: 0 1em; }}
h1 {{ font-size: 1.5em; margin: 0 0 .5em; }}
h2 {{ font-size: 1.1em; margin: 1.5em 0 .4em; break-after: avoid; }}
p {{ margin: .2em 0; }}
.note {{ color: #4a5568; font-size: .9em; }}
.caution {{ font-weight: 600; border-left: 4px solid #c77700; padding-left: .6em; margin-bottom: .6em; }}
.tiles {{ display: grid; grid-template-columns: repeat(5, 1fr); gap: .5em; }}
.tile {{ border: 1px solid #c5cfdc; border-radius: .4em; padding: .35em .6em; text-align: center; }}
.tile b {{ display: block; font-size: 1.6em; line-height: 1.25; font-variant-numeric: tabular-nums; }}
.tile span {{ color: #33415a; font-size: .9em; }}
.tile.red {{ background: #f8d3cf; border-color: #c0392b; }} .tile.yellow {{ background: #fff0c2; border-color: #c99700; }}
.tile.due {{ background: #e6f0fb; border-color: #2b5c8a; }}
table {{ border-collapse: collapse; margin: .3em 0 .8em; width: 100%; }}
th, td {{ border: 1px solid #aab6c6; padding: .25em .5em; text-align: left; vertical-align: top; }}
thead th {{ background: #e3edf6; font-weight: 600; }}
tfoot th, tfoot td {{ background: #f0f4f8; font-weight: 700; }}
.counts th, .counts td {{ white-space: nowrap; }} .counts tbody th {{ font-weight: 600; }}
.counts thead th:not(:first-child) {{ text-align: right; }}
.number {{ text-align: right; font-variant-numeric: tabular-nums; }}
.zero {{ color: #8a94a3; }}
.number.red {{ background: #f8d3cf; font-weight: 700; }} .number.yellow {{ background: #fff0c2; font-weight: 600; }}
.number.due {{ background: #e6f0fb; }}
.cases {{ table-layout: fixed; font-size: .92em; }}
col.card {{ width: 6.2em; }} col.limit {{ width: 24%; }} col.day {{ width: 11em; }} col.where {{ width: 22%; }}
col.received {{ width: 7.5em; }}
.cases td {{ overflow-wrap: anywhere; }} .cases tr {{ break-inside: avoid; }}
.cases small {{ display: block; color: #33415a; }}
.cases td div + div {{ margin-top: .25em; }}
.mark {{ white-space: nowrap; }}
.state {{ font-weight: 700; white-space: nowrap; }}
tr.red .mark, tr.late .mark {{ background: #f8d3cf; font-weight: 700; }}
tr.yellow .mark {{ background: #fff0c2; font-weight: 600; }}
tr.due:not(.red):not(.yellow) .mark {{ background: #e6f0fb; }}
.choice {{ position: absolute; opacity: 0; }}
.filter {{ padding: .2em 0; }} .filter span {{ margin-right: .5em; }}
.filter label {{ display: inline-block; margin: 0 .5em .2em 0; cursor: pointer; padding: .05em .5em;
  border: 1px solid #c5cfdc; border-radius: .3em; }}
.choice:focus-visible ~ .filter {{ outline: 2px solid #2b5c8a; }}
@media print {{
  body {{ margin: 0; max-width: none; font-size: 9pt; }} .filter {{ display: none; }}
  thead {{ display: table-header-group; }} tfoot {{ display: table-row-group; }}
  td, th, .tile {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
}}
@page {{ size: A4 landscape; margin: 12mm 10mm; }}
"""


def filter_rules(cards: Iterable[str], departments: int) -> str:
    """While a choice is made, only its rows are there; a card and a department together leave what is of both."""
    return "".join((*_rules("only", cards, ""), *_rules("of", map(str, range(departments + 1)), "of")))


def _rules(choice: str, names: Iterable[str], look: str) -> Iterator[str]:
    for name in names:
        chosen = f"#{choice}-{name}:checked"
        yield f"{chosen} ~ .filter label[for={choice}-{name}] {{ background: #2b5c8a; color: #fff; }}\n"
        if name not in ("all", "0"):
            yield f"{chosen} ~ .cases tbody tr:not(.{look}{name}) {{ display: none; }}\n"
