"""``zaizao package`` for the whole city, again and again: what is made, kept, taken up, removed, compared."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commands import _packing
from commands._chart_products import Made
from commands._products import Unit, make_all
from tests.commands.conftest import Ran
from tests.packages import OTHER, OURS, change, lists, of, package, papers

Zaizao = Callable[..., Ran]


@pytest.fixture
def campaign(project: Path) -> Path:
    """The small project with five stages."""
    return change(project, "")


def test_the_city_has_a_package_of_its_own(campaign: Path, zaizao: Zaizao) -> None:
    """With the roll-ups, the list of all packages with their codes, who is missing, who need not file."""
    change(campaign, OTHER)
    ran = zaizao("package", "--全市", *of(3), "--严格")
    assert ran.code == 1
    assert "应报部门 5 个,已打包 2 个,加全市的 1 个,在 报送包/第3阶段。" in ran.out
    assert "没有包的 3 个:发改局、公安局、税务局。" in ran.out
    assert papers(package(3, "全市")) == ["附件6-工作流程优化对比台账.xlsx"]
    cover, missing = lists(package(3, "全市"))
    code = zaizao("verify-package", package(3)).out.rpartition(":")[2].strip()
    assert re.search(rf"示范局-第3阶段\.zip\d+无{code}", cover)
    assert "没有申报的部门(3个)" in missing
    assert "发改局、公安局、税务局" in missing
    # 占道证明 is cancelled, and no 行政审批事项.
    zaizao("package", "--全市", *of(1))
    assert not package(1, "住建局").exists()
    assert "不涉及的1个部门：住建局" in lists(package(1, "全市"))[0]
    zaizao("package", "--全市", *of(4))
    assert "窗口授权书:缺" in lists(package(4, "全市"))[1]
    assert papers(package(4, "全市")) == ["文书/进驻清单.docx"]


def test_a_department_that_owes_nothing_has_no_package(campaign: Path, zaizao: Zaizao) -> None:
    """It is said why."""
    change(campaign, OTHER)
    ran = zaizao("package", "--部门", "住建局", *of(1), "--严格")
    assert ran == (0, "住建局第1阶段(“两集中三到位”改革阶段)没有要报送的:没有行政审批事项。没有打包。\n", "")
    assert not Path("报送包").exists() or not list(Path("报送包").rglob("*.zip"))


class Watched:
    """Counts the units that are really made; stops after some."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self.most = 10_000
        monkeypatch.setattr(_packing, "make_all", self._make)

    def _make(self, units: list[Unit]) -> Iterator[Made]:
        for made in make_all(units):
            if self.count >= self.most:
                raise KeyboardInterrupt
            self.count += 1
            yield made


def test_what_is_there_is_not_made_again(campaign: Path, zaizao: Zaizao, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the department whose declarations have changed, and the city."""
    change(campaign, OTHER)
    watched = Watched(monkeypatch)
    zaizao("package", "--全市", *of(3))
    every = watched.count
    watched.count = 0
    assert "其中 3 个没有变化" in zaizao("package", "--全市", *of(3)).out
    assert watched.count == 0
    change(campaign, OTHER.replace("9工作日", "8工作日"))
    assert "其中 1 个没有变化" in zaizao("package", "--全市", *of(3)).out
    assert 0 < watched.count < every


def test_the_list_of_the_city_grows_old(campaign: Path, zaizao: Zaizao) -> None:
    """A department packed anew alone is still listed with its earlier code, and that is told."""
    change(campaign, OTHER)
    zaizao("package", "--全市", *of(2))
    assert "以前的包" not in zaizao("package", *OURS, *of(2)).out
    change(campaign, OTHER.replace("占道证明", "占道许可证明"))
    assert "全市-第2阶段.zip 里列的还是以前的包" in zaizao("package", "--部门", "住建局", *of(2)).out


def test_an_interrupted_run_is_taken_up(campaign: Path, zaizao: Zaizao, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every paper is made once, whenever it is stopped; no package is there before it is whole."""
    change(campaign, OTHER)
    watched = Watched(monkeypatch)
    zaizao("package", "--全市", *of(3), "-o", "一次")
    once = watched.count
    watched.count = 0
    for stop in range(1, once, 3):
        watched.most = stop
        assert zaizao("package", "--全市", *of(3)).code == 130
        done = list(Path("报送包/第3阶段").glob("*.zip"))
        assert not done or zaizao("verify-package", *done).code == 0
    watched.most = 10_000
    assert zaizao("package", "--全市", *of(3)).code == 0
    assert watched.count == once
    for file in Path("一次/第3阶段").iterdir():
        assert file.read_bytes() == (Path("报送包/第3阶段") / file.name).read_bytes()
    assert len(list(Path("报送包/第3阶段").iterdir())) == 4, "three packages and 清单.json"


def test_a_package_that_somebody_changed_is_kept(campaign: Path, zaizao: Zaizao) -> None:
    """The new one lies beside it."""
    zaizao("package", *OURS, *of(2))
    package(2).write_bytes(b"changed")
    ran = zaizao("package", *OURS, *of(2))
    assert "手工改过,没有覆盖:示范局-第2阶段.zip;新的在旁边" in ran.out
    assert package(2).read_bytes() == b"changed"
    assert zaizao("verify-package", package(2).with_stem("示范局-第2阶段(新)")).code == 0


def test_the_package_of_a_department_that_is_no_more_goes(campaign: Path, zaizao: Zaizao) -> None:
    """When the whole city is packed; packages of other stages stay."""
    change(campaign, OTHER)
    zaizao("package", "--全市", *of(2))
    zaizao("package", "--部门", "住建局", *of(5))
    shutil.rmtree("住建局")
    zaizao("package", *OURS, *of(2))
    assert package(2, "住建局").exists()
    assert "删掉了不再需要的 1 个旧包" in zaizao("package", "--全市", *of(2)).out
    assert not package(2, "住建局").exists()
    assert package(5, "住建局").exists()


def test_a_paper_that_cannot_be_made_costs_one_package(
    campaign: Path, zaizao: Zaizao, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is filed is whole: there is none of that department, and it is told; the others are made."""
    change(campaign, OTHER)

    def fail_first(units: list[Unit]) -> Iterator[Made]:
        for unit, made in zip(units, make_all(units), strict=True):
            yield Made([], ("住建局/附件8/01.svg(太大)",)) if unit.name.startswith("住建局/附件8/") else made

    monkeypatch.setattr(_packing, "make_all", fail_first)
    ran = zaizao("package", "--全市", *of(3))
    assert ran.code == 3
    assert ran.err == "没有做成:住建局/附件8/01.svg(太大)\n"
    assert package(3).exists()
    assert not package(3, "住建局").exists()
    assert "住建局有材料没有做成,没有打包" in lists(package(3, "全市"))[1]


def test_a_package_is_held_against_the_registry(campaign: Path, zaizao: Zaizao) -> None:
    """Not filed yet; the same; an older version; what was never filed."""
    registry = ("--登记库", "登记.db")
    assert zaizao("submit", *OURS, *of(5)).code == 0
    zaizao("package", *OURS, *of(2))
    ran = zaizao("verify-package", package(2), *registry)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "  登记库:示范局第2阶段没有报送过。")
    zaizao("submit", *OURS, *of(2))
    ran = zaizao("verify-package", package(2), *registry)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "  登记库:2 个文件和示范局第2阶段第1版(草拟)一样。")
    change(campaign, "==> 示范局/01-示范事项.yaml <==\n依据:\n  法律: 《示范法》第一条\n")
    zaizao("submit", *OURS, *of(2))
    ran = zaizao("verify-package", package(2), *registry)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "  登记库里最近的是第2版(草拟)。")
    change(campaign, "==> 示范局/01-示范事项.yaml <==\n依据:\n  法律: 《示范法》第二条\n")
    zaizao("package", *OURS, *of(2), "-o", "另一份")
    ran = zaizao("verify-package", "另一份", *registry)
    form = "附件4-机关作风整顿再造流程工作事项台账.xlsx"
    assert ran.code == 1
    assert ran.out.splitlines()[-1] == f"  登记库:和示范局第2阶段第2版(草拟)不一样的 1 个:{form}。"
    assert zaizao("verify-package", "另一份", "--登记库", "没有.db").code == 3
