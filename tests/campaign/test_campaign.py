"""The campaign of the sample city played from stage 1 to stage 5, on days before, at and after the deadlines.

Six of its departments take part, the others have declared nothing. What the board says on each day stands beside this
file, to be read.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

import cli
import commands.review
import commands.status
import commands.submit
from processes.store.registry import Registry

ROOT = Path(__file__).resolve().parents[2]
BOARDS = Path(__file__).parent / "boards"
TAKING_PART = ("政府办", "编办", "交通局", "市场监管局", "卫计局", "残联")


class Town:
    """The project folder, the day it is, and what is done on it."""

    def __init__(
        self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], look: Callable[..., None]
    ) -> None:
        self.root = root
        self.day = date.min
        self.capsys = capsys
        self.look = look
        for module in (commands.submit, commands.review):
            monkeypatch.setattr(module, "now", lambda: datetime(*self.day.timetuple()[:3], 2, 30, tzinfo=UTC))
        monkeypatch.setattr(commands.status, "today", lambda: self.day)

    def run(self, *words: str) -> str:
        """A command that succeeds; what it says."""
        assert cli.run(list(words)) == 0
        return self.capsys.readouterr().out

    def submit(self, stage: int, *departments: str) -> None:
        """What departments file for a stage."""
        for name in departments:
            assert "已报送" in self.run("submit", "--部门", name, "--阶段", str(stage), "--经办", "张三")

    def review(self, stage: int, department: str, *verdict: str) -> None:
        """What 市编办 decides."""
        self.run("review", "--部门", department, "--阶段", str(stage), "--审核人", "李四", *verdict)

    def package(self, stage: int, department: str) -> None:
        """What was filed goes to 市编办 as a zip: what is told is as it was read, and the papers are those filed."""
        said = self.run("package", "--部门", department, "--阶段", str(stage), "--附加", "../定稿")
        # The code depends on the versions of the libraries that write the papers.
        self.look(
            re.sub(r"核验码:[-\w]+", "核验码:……", said), BOARDS / f"{self.day}-{department}第{stage}阶段的报送包.txt"
        )
        with ZipFile(f"报送包/第{stage}阶段/{department}-第{stage}阶段.zip") as archive:
            packed = {name: sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
        with Registry.open("登记.db", create=False) as registry:
            filed = {one.path: one.digest for one in registry.documents(department, stage)}
        assert filed
        assert filed.items() <= packed.items()

    def change(self, file: str, old: str, new: str) -> None:
        """A declaration is edited."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert old in text
        (self.root / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def board(self, name: str, *options: str) -> None:
        """The board of the day is as it was read and found right."""
        self.look(self.run("status", *options), BOARDS / f"{self.day}{name}.txt")


@pytest.fixture
def town(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    golden: Callable[[str, Path], None],
) -> Town:
    """The sample city, of which six departments are left; it is the current folder."""
    root = tmp_path / "海林"
    root.mkdir()
    shutil.copy(ROOT / "samples/hailin/方案.yaml", root)
    for name in TAKING_PART:
        shutil.copytree(ROOT / "samples/hailin" / name, root / name)
        (tmp_path / "定稿" / name).mkdir(parents=True)
    (tmp_path / "定稿/市场监管局/窗口授权书-盖章.pdf").write_bytes(b"%PDF-1.7 signed")
    monkeypatch.chdir(root)
    return Town(root, monkeypatch, capsys, golden)


def test_the_campaign_from_the_first_stage_to_the_last(town: Town) -> None:
    """Filed in time, sent back, filed again, filed late, never filed; changed afterwards; confirmed by people."""
    town.day = date(2017, 12, 20)
    town.board("-还没有报送")
    assert not list(town.root.glob("登记.db*"))

    # 2017-12-29 is the last working day of stages 1 and 2.
    town.day = date(2017, 12, 28)
    town.submit(1, "编办", "市场监管局")
    town.submit(2, "市场监管局", "残联")
    town.review(1, "市场监管局", "--退回", "调整意见没有盖章")
    town.day = date(2017, 12, 29)
    town.review(1, "编办", "--确认")
    town.board("-最后一个工作日")

    # The last day itself, a Sunday; corrected in time.
    town.day = date(2017, 12, 31)
    town.change("市场监管局/单位.yaml", "领导职数: 5", "领导职数: 4")
    town.submit(1, "市场监管局")
    town.package(1, "市场监管局")
    town.package(2, "市场监管局")
    town.submit(2, "编办", "政府办")
    town.board("-期限当天")

    # New Year's Day is over: the second is the first working day after the deadline.
    town.day = date(2018, 1, 2)
    town.board("-过期限一天")
    town.day = date(2018, 1, 5)
    town.submit(1, "交通局")
    town.submit(2, "交通局")
    town.board("-逾期报送")
    town.board("-交通局", "--部门", "交通局")

    # Stage 3, ends on a Wednesday.
    town.day = date(2018, 1, 31)
    town.submit(3, "市场监管局", "残联", "交通局")
    town.package(3, "残联")
    town.review(3, "市场监管局", "--确认")
    town.review(3, "市场监管局", "--已申报")
    town.change("残联/01-残疾人证核发.yaml", "优化后:", "优化后:\n  # 还要核对")
    town.board("-第三阶段期限当天")
    town.board("-第三阶段按单位", "--阶段", "3")
    town.day = date(2018, 2, 8)
    town.review(3, "残联", "--退回", "附件6第9栏和第10栏对不上")
    town.board("-退回时已过期限")

    # Stages 4 and 5 end on a Saturday: 2018-03-30 is the last working day.
    town.day = date(2018, 3, 30)
    town.submit(4, "市场监管局")
    town.submit(5, "市场监管局")
    town.package(4, "市场监管局")
    town.package(5, "市场监管局")
    town.change("市场监管局/单位.yaml", "文件:", "文件:\n  窗口授权书: 海市监发〔2018〕3号\n  窗口人员名单: 未报")
    town.board("-第四五阶段最后一个工作日")
    town.board("-按表", "--按表")
    town.day = date(2018, 4, 2)
    town.board("-全部到期")
    assert cli.run(["status", "--严格"]) == 1
    town.capsys.readouterr()
    town.look(town.run("package", "--全市", "--阶段", "5"), BOARDS / f"{town.day}-全市的报送包.txt")
    assert "7 个包,都完好" in town.run("verify-package", "报送包/第5阶段")


def test_a_past_day_is_shown_as_it_was(town: Town) -> None:
    """What was filed and decided afterwards is not on the board of an earlier day."""
    town.day = date(2017, 12, 28)
    town.submit(2, "残联")
    earlier = town.run("status", "--部门", "残联")
    assert "● 附件4:已报送(第1版2017-12-28由张三报送,草拟)" in earlier
    town.day = date(2018, 1, 4)
    town.review(2, "残联", "--退回", "附件5没有填整改措施")
    town.change("残联/单位.yaml", "编制: 11", "编制: 10")
    town.submit(2, "残联")
    assert town.run("status", "--部门", "残联", "--日期", "2017-12-28") == earlier
    now = town.run("status", "--部门", "残联")
    assert "● 附件4:已报送(第2版2018-01-04由张三报送,草拟;第1次2017-12-28报送)" in now
