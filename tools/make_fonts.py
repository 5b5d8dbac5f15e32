"""Make the two fonts of ``renderers/fonts`` again: subsets of Noto Sans SC, the same bytes every time.

The source is the npm package ``@expo-google-fonts/noto-sans-sc`` 0.4.3, which carries the static fonts of Google Fonts
(SIL Open Font License 1.1). In an empty folder::

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3
    tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz
    uv run --with fonttools==4.68.0 python …/tools/make_fonts.py package

What goes in: all of GB2312 (6,763 hanzi and 682 signs), ASCII, Latin-1, and the signs of official documents, forms and
charts that GB2312 lacks. What the source lacks is listed and left out. ``processes/model/coverage.txt`` tells
which characters they have, so that a declaration is checked without fonts and nothing needs fonttools at run time.
"""

from __future__ import annotations

import hashlib
import sys
from itertools import pairwise
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "renderers" / "fonts"
COVERAGE = ROOT / "processes" / "model" / "coverage.txt"
SOURCES = {
    "NotoSansSC-Regular.ttf": (
        "400Regular/NotoSansSC_400Regular.ttf",
        "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
    ),
    "NotoSansSC-Bold.ttf": (
        "700Bold/NotoSansSC_700Bold.ttf",
        "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
    ),
}
SIGNS = (
    "—–―‐‑‒…‥·•‧・〇～〜〔〕【】〖〗〈〉《》「」『』“”‘’〝〞｢｣々〃※§¶†‡‰‱′″℃℉№℡™®©"
    "㎎㎏㎜㎝㎞㎡㎥㏄㏑㏒㏕€£¥￥¢₂₃²³¹½¼¾⅓⅔←↑→↓↔↕↖↗↘↙⇐⇒⇔⇧➔"
    "≤≥≦≧≠≈≡±−×÷∑√∞∶∵∴∈∩∪⊆⊇∅⊕⁴ⁿ■□▪▫●○◆◇▲△▼▽▶▷◀◁★☆◎✓✔✗✘☑☐"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿❶❷❸❹❺❻❼❽❾❿"
    "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ︰︱︵︶︹︺︽︾︿﹀﹁﹂﹃﹄\u2003\u2002\u200a"
)
# Hanzi outside GB2312 that place and person names and recent texts use.
HANZI = "硚镕堃喆瞭啰祎玥珺昇旸翀赟晗煊淏垚堉堽峃崟崧湉湲漷炆烜焜珅珣琎琤瑄瑾甯祾禇竑筠粿罍翯芃荥菉蓁蘅谞郄郇酽钰铄闫阚韫颋颢飏鋆頔龑璟璠瓒昶昉晞晟暐朊朕邨麴"


def wanted() -> set[int]:
    """The code points that the fonts should have."""
    found = {*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0xFF01, 0xFF5F), *map(ord, SIGNS + HANZI)}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return found


def made(source: Path, points: set[int]) -> TTFont:
    """A font with these characters alone: horizontal writing, no hinting, no other glyphs."""
    options = subset.Options()
    options.layout_features = ["ccmp", "kern", "locl", "mark", "mkmk"]
    options.hinting = False
    options.drop_tables += ["BASE", "STAT", "gasp", "prep", "vhea", "vmtx"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    return font


def ranges(points: set[int]) -> str:
    """Code points as hexadecimal ranges, in lines of moderate length."""
    ordered = sorted(points)
    ends = [ordered[0], *(one for pair in pairwise(ordered) if pair[1] - pair[0] > 1 for one in pair), ordered[-1]]
    words = [f"{a:X}" if a == b else f"{a:X}-{b:X}" for a, b in zip(ends[::2], ends[1::2], strict=True)]
    lines = [" ".join(words[start : start + 12]) for start in range(0, len(words), 12)]
    return "\n".join(lines) + "\n"


def main(package: Path) -> None:
    """The fonts, written into ``renderers/fonts``, and the table of what both have."""
    points = wanted()
    fonts: list[tuple[Path, TTFont]] = []
    for name, (place, expected) in SOURCES.items():
        source = package / place
        if hashlib.sha256(source.read_bytes()).hexdigest() != expected:
            sys.exit(f"{source} is not the file this script was written for")
        fonts.append((OUT / name, made(source, points)))
    covered = set.intersection(*(set(font.getBestCmap()) for _, font in fonts)) & points
    for target, font in fonts:
        font.save(target, reorderTables=False)
        print(f"{target.name}: {target.stat().st_size:,} bytes")
    COVERAGE.write_text(ranges(covered), encoding="ascii", newline="\n")
    print(f"{len(covered)} characters; not in the source: {''.join(map(chr, sorted(points - covered)))!r}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
