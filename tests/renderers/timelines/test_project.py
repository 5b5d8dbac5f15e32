"""联审联批 as a picture: what stands in it, that nothing stands on anything else, and on which paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.projects.materials import JointMaterials
from engine.projects.overview import ProjectOverview, ProjectVersion, overview_of
from engine.projects.schedule import schedule_of
from processes.checking import check_project
from processes.model.limits import DayKind, TimeLimit
from processes.model.matter import VersionLabel
from processes.model.places import Text
from processes.model.project import Project, Task
from renderers.timelines import Picture, project_pictures
from tests.declaring import PROJECT_FILE, Declared
from tests.effort import tried
from tests.networks import limit, networks, task
from tests.renderers.timelines.conftest import Told

SAMPLE = Path(__file__).parents[3] / "samples" / "hailin"
Read = Callable[[Picture], list[Told]]
Holds = Callable[[Picture], None]
Declare = Callable[[str], Declared]
NOTHING = JointMaterials((), (), (), (0, 0))


def version(label: VersionLabel, tasks: tuple[Task, ...], ceiling: int | None = 15) -> ProjectVersion:
    """A version of rows that were made without a file."""
    limits = [one.limit or TimeLimit(None) for one in tasks]
    schedule = schedule_of(tasks, limits, DayKind.WORKING)
    return ProjectVersion(label, schedule, None if ceiling is None else Fraction(ceiling))


def overview(before: tuple[Task, ...], after: tuple[Task, ...], *prerequisites: str) -> ProjectOverview:
    """An overview made without a file."""
    project = Project(
        file=PROJECT_FILE,
        name="样例项目",
        lead="行政服务中心",
        prerequisites=tuple(map(Text, prerequisites)),
        before=before,
        after=after,
    )
    first, second = version(VersionLabel.BEFORE, before), version(VersionLabel.AFTER, after)
    return ProjectOverview(project, limit(15), first, second, NOTHING)


def sample(number: int) -> ProjectOverview:
    """A project of the sample."""
    workspace = check_project(SAMPLE).workspace
    assert workspace is not None
    return overview_of(workspace.projects[number], workspace)


def test_the_sample_tells_its_numbers(read: Read, holds: Holds) -> None:
    """53→17 and 43→13 working days, the ceiling of 15, the longest way by name."""
    (picture,) = project_pictures(sample(0))
    holds(picture)
    words = [told.words for told in read(picture)]
    assert {"53", "17个工作日", "43", "13个工作日", "−69.8%"} <= set(words)
    assert {"上限15个工作日", "最长路径43个工作日", "最长路径13个工作日"} <= set(words)
    told = "".join(words)
    assert "比上限15个工作日多28个工作日。" in told
    assert "比上限15个工作日少2个工作日。关键线路：一窗受理→联合审图→工程规划→质监安监→施工许可。" in told
    assert "项目备案文件、用地手续、规划条件、环评批复" in words


def test_materials_that_matters_share_stand_once(read: Read, holds: Holds) -> None:
    """开办餐饮店: three matters ask for the 营业执照 before, none afterwards."""
    (picture,) = project_pictures(sample(1))
    holds(picture)
    words = [told.words for told in read(picture)]
    assert words.count("营业执照复印件") == 1
    assert "3→0" in words
    assert "优化前各事项合计23件，合并后20件；优化后各事项合计13件，合并后13件" in words


@given(before=networks(8), after=networks(8), on_paper=st.booleans())
@settings(max_examples=tried(15))
def test_no_text_stands_on_another(
    before: tuple[Task, ...], after: tuple[Task, ...], on_paper: bool, holds: Holds
) -> None:
    """Whatever the network; every page is complete."""
    for picture in project_pictures(overview(before, after, "立项批复", "用地手续"), on_paper=on_paper):
        holds(picture)


NAUGHTY = ("<b>&amp;\"'</b>", "许可\u200b证\u0007", "A" * 90, "\\N\\G\\n", "]]>", "名" * 60, "🀄审", "${x}{{y}}")


def test_what_is_written_is_what_was_declared(read: Read, holds: Holds) -> None:
    """Signs of markup are text; what nobody can see is left out; what is too long is broken or cut with …."""
    tasks = tuple(task(name, name, index, *NAUGHTY[:index][-1:]) for index, name in enumerate(NAUGHTY))
    (picture,) = project_pictures(overview(tasks, tasks))
    holds(picture)
    told = "".join(one.words for one in read(picture))
    for shown in ("<b>&amp;\"'</b>", "许可证", "\\N\\G\\n", "]]>", "🀄审", "${x}{{y}}"):
        assert told.count(shown) >= 4, shown


def test_one_version_alone(read: Read) -> None:
    """Only its own rows and numbers, on an axis of its own."""
    before, after = (task("甲", "发改局", 40),), (task("乙", "住建局", 5),)
    (picture,) = project_pictures(overview(before, after), (VersionLabel.AFTER,))
    words = [told.words for told in read(picture)]
    assert "样例项目联审联批网络图(优化后)" in words
    assert "40" not in words
    assert not any("甲" in one for one in words)


def test_what_is_beyond_the_ceiling_is_hatched() -> None:
    """And only that: 14 days of 15 are not."""
    for days, hatched in ((14, False), (15, False), (16, True)):
        tasks = (task("甲", "发改局", days),)
        (picture,) = project_pictures(overview(tasks, tasks))
        assert ("url(#hatch)" in "".join(picture.body)) is hatched
        assert ("超过上限的部分" in "".join(picture.body)) is hatched


def test_a_version_that_cannot_be_reckoned_says_why(declare: Declare, read: Read, holds: Holds) -> None:
    """The other is drawn all the same."""
    text = "优化后:\n  - 甲 | 发改局 | 1自然日\n  - 乙 | 住建局 | 1工作日\n"
    workspace = declare(f"==> {PROJECT_FILE} <==\n{text}").checked.workspace
    assert workspace is not None
    (picture,) = project_pictures(overview_of(workspace.projects[0], workspace))
    holds(picture)
    told = "".join(one.words for one in read(picture))
    assert "有的行是工作日，有的行是自然日，加不到一起" in told
    assert "最长路径20个工作日" in told


@pytest.mark.parametrize(
    ("rows", "sizes"),
    [(3, [(842, 595)]), (9, [(595, 842)]), (16, [(842, 595)] * 2), (40, [(842, 1191)] * 2)],
)
def test_paper(rows: int, sizes: list[tuple[int, int]]) -> None:
    """A4 lying, A4 upright, a page a version, and A3 for the longest; always one picture on a screen."""
    tasks = tuple(
        task(f"办理{index}", f"部门{index % 10}", 2, *([f"办理{index - 1}"] if index else [])) for index in range(rows)
    )
    both = overview(tasks, tasks)
    assert [(one.width, one.height) for one in project_pictures(both, on_paper=True)] == sizes
    assert len(project_pictures(both)) == 1


def test_materials_have_a_page_of_their_own() -> None:
    """Where versions and materials do not fit on one, the versions still stand together."""
    versions, materials = project_pictures(sample(1), on_paper=True)
    assert "关键线路" in "".join(versions.body)
    assert "关键线路" not in "".join(materials.body)
    assert "营业执照复印件" in "".join(materials.body)


def test_a_picture_is_the_same_twice() -> None:
    """Byte for byte."""
    one, other = ([picture.svg for picture in project_pictures(sample(1), on_paper=True)] for _ in range(2))
    assert one == other


def test_the_line_of_the_ceiling_keeps_out_of_the_prerequisites() -> None:
    """Where their names reach so far it begins below them, else at the head of the table."""
    tasks = (task("甲", "发改局", 43),)
    names = "项目备案文件", "用地手续", "规划条件", "环评批复"
    tops = []
    for known in (names[:1], names):
        (picture,) = project_pictures(overview(tasks, tasks, *known), (VersionLabel.AFTER,))
        dashed = re.finditer(
            r'd="M[0-9.]+,([0-9.]+)L[0-9.]+,([0-9.]+)"[^>]*stroke-dasharray="5,3"', "".join(picture.body)
        )
        spans = [(float(one[1]), float(one[2])) for one in dashed]
        # The other one stands in the legend.
        tops.append(max(spans, key=lambda span: span[1] - span[0])[0])
    assert tops[1] > tops[0]
