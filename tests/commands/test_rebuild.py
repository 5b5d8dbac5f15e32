"""``zaizao build`` after the first time: only what an edit touches is made, and the result is that of a clean build."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import cli
from commands import _products
from commands._chart_products import Made
from commands._output import JOURNAL, MANIFEST
from engine.examining import Breadth, examine
from processes.checking import Checked
from tests.commands.conftest import Ran
from tests.rebuilding import outputs, rebuild, start

NOTICE, CHART = "住建局/附件7/01-施工许可.docx", "住建局/附件8/01-施工许可"
FORMS = ("示范局", "示范局/文书", "住建局", "住建局/文书", "全市", "全市/文书")
BOOK, LIMITS = "附件8-工作流程图.pdf", "办理时限压缩图"
OF_MATTER = (f"住建局/{BOOK}", "住建局", f"住建局/{LIMITS}", "住建局/文书", "全市", "全市/文书")
"""What holds the chart and the sums of the matter: the charts of its department, forms, documents, roll-ups."""
DRAWN = {f"{department}/{name}" for department in ("示范局", "住建局") for name in (BOOK, LIMITS)}


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of two departments, a matter in each, and its results."""
    root = start(tmp_path_factory.mktemp("built") / "project")
    assert cli.run(["build", str(root), "-o", str(root / "成果")]) == 0
    return root


@pytest.fixture
def built(project: Path, made_once: Path) -> Path:
    """The results of a project of two departments, a matter in each."""
    shutil.copytree(made_once, project, dirs_exist_ok=True)
    return project / "成果"


def written(folder: Path, work: Callable[[], object]) -> set[str]:
    """The files that ``work`` wrote anew."""
    before = {path: path.stat().st_ino for path in folder.rglob("*") if path.is_file()}
    work()
    after = {path: path.stat().st_ino for path in folder.rglob("*") if path.is_file()}
    return {path.relative_to(folder).as_posix() for path in after if before.get(path) != after[path]}


def edit(file: Path, old: str, new: str) -> None:
    """Replace a text that must be there."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def units(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Fills with the name of each unit that is made."""
    names: list[str] = []
    real = _products.make_all

    def make_all(units: Sequence[_products.Unit]) -> Iterator[Made]:
        names.extend(unit.name for unit in units)
        return real(units)

    monkeypatch.setattr(_products, "make_all", make_all)
    return names


def test_a_second_build_makes_nothing(built: Path, zaizao: Callable[..., Ran], units: list[str]) -> None:
    """No unit is made, no file is touched, not even the list."""
    assert written(built, lambda: zaizao("build", ".", "-o", "成果")) == set()
    assert units == []


def test_an_edited_matter_remakes_what_it_is_part_of(
    built: Path, project: Path, zaizao: Callable[..., Ran], units: list[str]
) -> None:
    """Its notice and charts, the forms of its department, the roll-ups of the city."""
    edit(project / "住建局" / "01-施工许可.yaml", "时限: 5工作日", "时限: 4工作日")
    zaizao("build", ".", "-o", "成果")
    assert units == [NOTICE, CHART, *OF_MATTER]


def test_an_edited_department_remakes_what_is_its_own(
    built: Path, project: Path, zaizao: Callable[..., Ran], units: list[str]
) -> None:
    """And the roll-ups."""
    edit(project / "住建局" / "单位.yaml", "示范市住建局", "示范市住房和城乡建设局")
    zaizao("build", ".", "-o", "成果")
    assert units == [NOTICE, CHART, *OF_MATTER]


@pytest.mark.parametrize(
    ("old", "new", "made"),
    [
        ("城市: 示范市", "城市: 模范市", {*FORMS, NOTICE, "示范局/附件7/01-示范事项.docx"}),
        ("终审: 省终审、海林终审", "终审: 省终审、县终审", {*FORMS, NOTICE, "示范局/附件7/01-示范事项.docx"}),
        (
            "城市: 示范市",
            "城市: 示范市\n默认:\n  行政审批事项:\n    终审: 省终审",
            {*FORMS, *DRAWN, NOTICE, CHART, "示范局/附件7/01-示范事项.docx", "示范局/附件8/01-示范事项"},
        ),
    ],
)
def test_an_edited_plan_remakes_what_depends_on_it(
    old: str, new: str, made: set[str], built: Path, project: Path, zaizao: Callable[..., Ran], units: list[str]
) -> None:
    """A title changes the forms; a default changes the matters."""
    edit(project / "方案.yaml", old, new)
    zaizao("build", ".", "-o", "成果")
    assert set(units) == made


def test_a_new_version_of_the_program_remakes_everything(
    built: Path, zaizao: Callable[..., Ran], units: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What makes the products is part of the key; products that come out the same are not touched."""
    monkeypatch.setattr("commands._keys._program", lambda: "another")
    assert written(built, lambda: zaizao("build", ".", "-o", "成果")) == {MANIFEST}
    assert len(units) == 14


def test_a_deleted_result_is_made_again(built: Path, zaizao: Callable[..., Ran], units: list[str]) -> None:
    """With what is made together with it."""
    before = outputs(built)
    (built / "住建局" / "附件8" / "01-施工许可-前.png").unlink()
    zaizao("build", ".", "-o", "成果")
    assert units == [CHART]
    assert outputs(built) == before


def test_going_on_equals_starting_from_nothing(tmp_path: Path) -> None:
    """After random edits; 500 of them in ``soak/``."""
    assert rebuild(tmp_path / "p", 3, seed=1) >= 2


def journal_of(manifest: bytes, *units: str) -> str:
    """The lines a build writes before it writes the products of these units."""
    listed = json.loads(manifest)
    lines = []
    for unit in units:
        key, *names = listed["依据"][unit]
        lines.append(json.dumps([unit, key, {name: listed["成果"][name] for name in names}], ensure_ascii=False))
    return "".join(f"{line}\n" for line in lines)


def test_a_killed_build_is_taken_up(built: Path, project: Path, zaizao: Callable[..., Ran], units: list[str]) -> None:
    """What it wrote is known from its journal and not made again; what it left half-written is cleared away."""
    old = outputs(built)
    edit(project / "住建局" / "01-施工许可.yaml", "时限: 5工作日", "时限: 4工作日")
    zaizao("build", ".", "-o", "成果")
    new = outputs(built)
    # As after a kill behind the charts: the list is the old one, and so is what comes after them.
    for name in old:
        if "附件7" not in name and "附件8" not in name:
            (built / name).write_bytes(old[name])
    journal = journal_of(new[MANIFEST], NOTICE, CHART) + '["住建局", "cut o'
    (built / JOURNAL).write_text(journal, encoding="utf-8")
    (built / "住建局" / ".zaizao-abc.tmp").write_bytes(b"half")
    units.clear()
    assert "手工改过" not in zaizao("build", ".", "-o", "成果").out
    assert units == [*OF_MATTER]
    assert outputs(built) == new


def test_what_a_killed_build_wrote_is_not_taken_for_edited(
    built: Path, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """Even when the declaration has changed again since."""
    first = (built / MANIFEST).read_bytes()
    matter = project / "住建局" / "01-施工许可.yaml"
    edit(matter, "时限: 5工作日", "时限: 4工作日")
    zaizao("build", ".", "-o", "成果")
    second = (built / MANIFEST).read_bytes()
    (built / MANIFEST).write_bytes(first)
    journal = journal_of(second, NOTICE, CHART, *OF_MATTER, "检查结果.txt")
    (built / JOURNAL).write_text(journal, encoding="utf-8")
    edit(matter, "时限: 4工作日", "时限: 3工作日")
    assert "手工改过" not in zaizao("build", ".", "-o", "成果").out
    assert not list(built.rglob("*(新)*"))


def test_asking_for_the_sources_remakes_the_forms(built: Path, zaizao: Callable[..., Ran], units: list[str]) -> None:
    """And nothing else; so does no longer asking."""
    zaizao("build", ".", "-o", "成果", "--溯源")
    assert units == ["示范局", "住建局", "全市"]
    zaizao("build", ".", "-o", "成果")
    assert units == ["示范局", "住建局", "全市"] * 2


def test_the_rule_book_is_asked_only_when_something_has_changed(
    built: Path, project: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it found stands in the list of findings, and its counts are told every time."""
    asked: list[object] = []

    def asking(checked: Checked, *, breadth: Breadth, frozen: None) -> Checked:
        asked.append(breadth)
        return examine(checked, breadth=breadth, frozen=frozen)

    monkeypatch.setattr("engine.examining.examine", asking)
    findings = built / "检查结果.txt"
    counts = findings.read_text("utf-8").splitlines()[-1]
    assert " 警告 R406 " in findings.read_text("utf-8")
    assert f"检查结果:{counts}看 检查结果.txt。\n" in zaizao("build", ".", "-o", "成果").out
    assert asked == []
    edit(project / "住建局" / "单位.yaml", "示范市住建局", "示范市住房和城乡建设局")
    zaizao("build", ".", "-o", "成果")
    zaizao("build", ".", "-o", "成果", "--部门", "住建局")
    zaizao("build", ".", "-o", "成果", "--部门", "住建局")
    assert asked == [Breadth.CITY, Breadth.DEPARTMENT]
    assert "示范局/01" not in (built / "住建局" / "检查结果.txt").read_text("utf-8")
    findings.unlink()
    zaizao("build", ".", "-o", "成果")
    assert findings.read_text("utf-8").splitlines()[-1] == counts
