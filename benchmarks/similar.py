"""How long near-duplicates take to find, by the number of matters: one run on 1,000, 3,000 and 10,000 of them.

    python -m benchmarks.similar

The names are made of the words that names of matters are made of, so that most share words with hundreds of others;
the papers and articles are drawn unevenly, a few being everywhere; one matter in twenty is a near-duplicate of another.
"""

from __future__ import annotations

import random
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generated import write_project
from engine.similarity.groups import grouped
from engine.similarity.search import similar_pairs
from processes.checking import check_project
from processes.model.matter import Basis, Material, Matter
from processes.model.vocabulary import BasisRank

SUBJECTS = (
    "食品",
    "药品",
    "道路",
    "运输",
    "建筑",
    "工程",
    "施工",
    "卫生",
    "医疗",
    "教育",
    "培训",
    "学校",
    "林木",
    "采伐",
    "取水",
    "河道",
    "采砂",
    "排污",
    "危险",
    "化学品",
    "烟花",
    "爆竹",
    "民办",
    "企业",
    "单位",
    "社会",
    "团体",
    "养老",
    "机构",
    "残疾人",
    "老年人",
    "优待",
    "低保",
    "救助",
    "土地",
    "房屋",
    "预售",
    "商品房",
    "广告",
    "户外",
    "设施",
    "城市",
    "绿地",
    "占用",
    "挖掘",
    "燃气",
    "供热",
    "物业",
)
ACTS = (
    "经营许可",
    "许可证核发",
    "设立审批",
    "资格认定",
    "备案",
    "登记",
    "变更登记",
    "注销登记",
    "年检",
    "审核",
    "检查",
    "补贴发放",
    "证明开具",
)


def matters(base: Matter, count: int, seed: int = 1) -> list[Matter]:
    """``count`` matters of 60 departments."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    made: list[Matter] = []
    for index in range(count):
        department = f"第{dice.randrange(60) + 1}局"
        file = f"{department}/{index}.yaml"
        if made and dice.random() < 0.05:
            made.append(replace(dice.choice(made), department=department, file=file))
            continue
        name = "".join(dice.sample(SUBJECTS, dice.randint(2, 3))) + dice.choice(ACTS)
        laws = {f"《{dice.choice(SUBJECTS)}管理条例》第{_uneven(dice, 60)}条" for _ in range(dice.randint(1, 3))}
        papers = {f"材料{_uneven(dice, 3000)}" for _ in range(dice.randint(3, 9))}
        made.append(
            replace(
                base,
                department=department,
                file=file,
                name=name,
                bases=tuple(Basis(rank=BasisRank.LAW, text=law) for law in sorted(laws)),
                before=replace(base.before, materials=tuple(Material(name=paper) for paper in sorted(papers))),
            )
        )
    return made


def _uneven(dice: random.Random, top: int) -> int:
    """A number below ``top``, small ones far more often."""
    return int(top * dice.random() ** 3)


def main() -> None:
    """Print the number of matters, the seconds of the processor, and what was found."""
    with TemporaryDirectory() as folder:
        write_project(Path(folder) / "项目", 1)
        base = check_project(Path(folder) / "项目").sound[0]
    for count in (1000, 3000, 10000):
        given = matters(base, count)
        start = time.process_time()
        pairs = similar_pairs(given, 0.8, lambda one, other: one.department != other.department)
        groups = grouped(pairs)
        seconds = time.process_time() - start
        print(f"{count:6} matters {seconds:6.2f} s, {len(pairs)} pairs in {len(groups)} groups")


if __name__ == "__main__":
    main()
