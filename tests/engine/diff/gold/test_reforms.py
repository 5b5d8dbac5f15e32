"""Sixty-seven reforms of county matters with the changes that an examiner names, written before the engine saw them.

A pair is a declaration beside the small project below (``reforms/NN-….yaml``: 优化前 and 优化后 whole, no 沿自) and
the changes in it (``reforms/NN-….txt``), one claim of ``benchmarks.difference.claims`` a line:

- ``code names → names``, names joined by 、, a procedure as ``环节/程序``, a way as ``环节>环节``;
- without an arrow the names are those of both versions: ``step-moved 公示``;
- ``either``, ``or``, ``end`` stand around explanations that are equally good, each some lines or none.

All else is invented: the matters, their offices and their days.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from benchmarks.difference.claims import Claim, Pair, claim
from benchmarks.difference.ours import Ours
from processes.checking import check_project
from processes.model.findings import Severity
from tests.declaring import PLAN, Base, write

REFORMS = Path(__file__).parent / "reforms"
PAIRS = sorted(REFORMS.glob("*.yaml"))

OWN = (
    "不动产登记中心、人事股、价格股、低保中心、住房保障股、兽医股、农业执法大队、劳动监察大队、医政股、卫生监督所、危化股、"
    "国土所、地籍股、安全股、安监站、客运股、市容股、建筑业股、建管股、户外广告股、执法监察大队、投资股、排水股、"
    "文化市场管理股、文化市场综合执法大队、旅游管理股、林政股、民办教育股、民间组织股、水政监察大队、水资源股、治安股、"
    "法规股、测绘队、特种设备监察股、社会事务股、社会救助股、种植业股、窗口办、维修管理股、维权股、综合股、老龄股、耕保股、"
    "能源股、药品股、营林站、规划股、财务股、质监站、食品生产监管股、就业股、水保站、社保卡中心、港航股、食品流通股、"
    "污控股、总量办、环境监测站、环境监察大队、环评股、渔业股、防雷股、注册股、律管股、人防股、园林股、用地股、总工办、"
    "河道股、市政股、固废股"
)
BASE = Base(
    plan=PLAN.replace(
        "示范局、发改局、住建局、公安局、税务局",
        "示范局、发改局、住建局、公安局、税务局、环保局、规划局、国土局、交通局、林业局、卫计局、人社局、人防办",
    ).replace("下级: 村委会", "下级: 村委会、镇政府\n  同级: 县人民医院"),
    department="名称: 示范局\n全称: 示范市示范局\n内设机构:\n  - 行政审批股 | 审批 | 新设\n  - 办公室\n"
    + "".join(f"  - {office}\n" for office in OWN.split("、")),
    matter="""名称: 示范事项
类型: 行政审批事项
依据: 无
相对人: 企业
法定时限: 60工作日(《行政许可法》第四十二条)
出具: 许可证
条件: 无
""",
)
MATERIALS = "  材料: 申请书、身份证复印件\n"


@pytest.mark.parametrize("file", PAIRS, ids=lambda file: file.stem)
def test_the_engine_says_what_an_examiner_says(file: Path, tmp_path: Path) -> None:
    """The direct changes are those of one of the explanations, none more and none less."""
    found = Ours().answer(read(file, tmp_path)).claims
    good = explanations(file.with_suffix(".txt").read_text(encoding="utf-8"))
    nearest = min(good, key=lambda one: len(one ^ found))
    told = [f"- {one}" for one in sorted(nearest - found)], [f"+ {one}" for one in sorted(found - nearest)]
    assert told == ([], []), "\n".join([file.stem, *told[0], *told[1]])


def test_every_pair_has_its_changes() -> None:
    """No file is without its companion."""
    assert [file.stem for file in PAIRS] == sorted(file.stem for file in REFORMS.glob("*.txt"))


def read(file: Path, folder: Path) -> Pair:
    """The pair of a file; it must be clean. Versions that say nothing of 材料 ask for the same two."""
    text = file.read_text(encoding="utf-8")
    if "  材料:" not in text:
        text = text.replace("优化后:\n", f"{MATERIALS}优化后:\n").rstrip("\n") + f"\n{MATERIALS}"
    checked = check_project(write(folder, text, BASE))
    wrong = [f"{one.place} {one.message}" for one in checked.findings if one.severity is Severity.ERROR]
    assert not wrong, wrong
    return Pair(text, checked.matters[0])


def explanations(text: str) -> list[frozenset[Claim]]:
    """Every explanation that the companion of a pair allows."""
    parts: list[list[frozenset[Claim]]] = []
    common: set[Claim] = set()
    open_ones: list[set[Claim]] = []
    for line in filter(None, map(str.strip, without_remarks(text))):
        if line in ("either", "or"):
            open_ones.append(set())
        elif line == "end":
            parts.append([frozenset(one) for one in open_ones])
            open_ones = []
        else:
            (open_ones[-1] if open_ones else common).add(said(line))
    return [frozenset(common).union(*chosen) for chosen in product(*parts)]


def without_remarks(text: str) -> Iterator[str]:
    """The lines that are no remarks; # is also the mark of namesakes, so it opens one at the beginning only."""
    return (line for line in text.splitlines() if not line.startswith("#"))


def said(line: str) -> Claim:
    """``step-renamed 收件 → 受理`` as a claim."""
    code, _, names = line.partition(" ")
    before, arrow, after = names.partition("→")
    return claim(code, called(code, before), called(code, after if arrow else before))


def called(code: str, text: str) -> list[str]:
    """The names in the order of the claim: 程序 before its 环节, source before target, else as written."""
    names = [name.strip() for name in text.split("、") if name.strip()]
    if code.startswith("procedure-"):
        return [part for name in names for part in reversed(name.split("/"))]
    return [part for name in names for part in name.split(">")]
