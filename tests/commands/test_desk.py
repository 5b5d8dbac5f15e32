"""The desk on a real registry: every sample to every end, and two who act at once."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import zaizao
from commands._definitions import compiled_from, definition_files
from commands._desk import Desk
from engine.cases.attempt import holders_at
from engine.cases.definition import Definition
from engine.cases.kernel import Kernel
from engine.cases.times import BEIJING
from engine.nets.net import NEXT
from processes.errors import CannotBeDone, WrongUsage
from processes.model.case import CaseStatus, EventKind
from processes.model.filing import FiledFile
from processes.model.matter import VersionLabel
from processes.model.process import START, NodeKind
from processes.store.failures import NumberTaken, Overtaken
from tests.declaring import MATTER_FILE, write

SAMPLES = Path(__file__).parents[2] / "samples" / "hailin"
FILES = sorted(file for file in SAMPLES.glob("*/*.yaml") if file.name[0].isdigit() and file.parent.name != "联审联批")
AT = datetime(2018, 3, 1, 9, tzinfo=BEIJING)


def ways_to_ends(definition: Definition) -> Iterator[list[tuple[str, str]]]:
    """For each end the shortest way there, as nodes and events, when all materials are handed in."""
    kernel = Kernel(definition)
    names = {number: name for name, number in kernel.numbers.items()}
    begin = kernel.initial | kernel.materials(definition.route.materials)
    ways: dict[int, list[tuple[str, str]]] = {begin: []}
    reached: set[int] = set()
    open_ = deque([begin])
    while open_:
        case = open_.popleft()
        marking = kernel.marking(case)
        if definition.net.finished(marking):
            if marking not in reached:
                reached.add(marking)
                yield ways[case]
            continue
        for number in range(len(kernel.rows)):
            following = [case]
            if not kernel.fire(following, [(0, number)]) and following[0] not in ways:
                ways[following[0]] = [*ways[case], names[number]]
                open_.append(following[0])


def holder(definition: Definition, node: str) -> str:
    """Who leads what is done at a node."""
    return str(holders_at(definition, (node,))[0])


def test_there_are_as_many_samples_as_there_should_be() -> None:
    """So that none is left out of what follows."""
    assert len(FILES) == 25


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A registry for all of them."""
    with zaizao.cases(SAMPLES, str(tmp_path_factory.mktemp("desk") / "登记.db")) as desk:
        yield desk


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_case_of_each_sample_goes_to_every_end(file: Path, desk: Desk) -> None:
    """Each step is done by who is declared for it; the ends are all that the process has."""
    definition = compiled_from(definition_files(SAMPLES, file.relative_to(SAMPLES).as_posix()), VersionLabel.AFTER)
    first = definition.net.transition(START, NEXT).flows[0].target
    received = "全部" if definition.route.materials else ""
    found = []
    for way in ways_to_ends(definition):
        unit = holder(definition, first)
        answer = desk.start(file, applicant="李四", unit=unit, person="张三", at=AT, received=received)
        for node, event in way:
            unit = holder(definition, node)
            answer = desk.fire(answer.number, event, place=node, unit=unit, person="张三", at=AT)
            assert answer.done, answer.refusal
        assert answer.look.course.end is not None
        found.append(answer.look.course.end.name)
        assert answer.look.head.status is CaseStatus.CLOSED
        assert answer.look.head == desk.book.head(answer.number)
    assert sorted(found) == sorted(node.name for node in definition.route.nodes.values() if node.kind is NodeKind.END)


def test_what_was_lived_is_whole(desk: Desk) -> None:
    """The registry finds nothing damaged, and no two cases got one number."""
    assert desk.book.verify() == ()
    numbers = [head.number for head in desk.heads()]
    assert len(set(numbers)) == len(numbers)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[tuple[Desk, Path]]:
    """The small project, and a registry of its own."""
    root = write(tmp_path / "项目", "")
    with zaizao.cases(root) as desk:
        yield desk, root / MATTER_FILE


def begin(desk: Desk, file: Path, *, number: str = "", key: str = "") -> str:
    """The number of a new case."""
    answer = desk.start(
        file, applicant="李四", unit="综合股", person="张三", at=AT, received="全部", number=number, key=key
    )
    return answer.number


def test_of_two_who_act_at_once_the_later_is_told_what_has_happened(
    small: tuple[Desk, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both have seen the same state; the first acts, the second does nothing and hears of it."""
    desk, file = small
    number = begin(desk, file)
    seen = desk.course(number)
    desk.fire(number, "符合受理条件", unit="综合股", person="王五", at=AT)
    monkeypatch.setattr(desk, "course", lambda _number: seen)
    with pytest.raises(Overtaken) as told:
        desk.fire(number, "不予受理", unit="综合股", person="张三", at=AT)
    assert str(told.value) == (
        "没有办成:就在刚才,综合股 王五先办了一步(“受理”:符合受理条件),现在在“审查”(业务股)。"
        f"请看清新的状态(zaizao case show {number}),再决定要不要办。"
    )
    monkeypatch.undo()
    assert [event.kind for event in desk.book.events(number)] == [EventKind.OPENED, EventKind.MOVED]


def test_of_sixteen_who_act_at_once_one_is_first(small: tuple[Desk, Path]) -> None:
    """In threads; the others are overtaken, or find it done already, and nothing is done twice."""
    desk, file = small
    number = begin(desk, file)

    def act(person: int) -> str:
        try:
            answer = desk.fire(number, "符合受理条件", unit="综合股", person=f"{person}号", at=AT)
        except Overtaken:
            return "overtaken"
        return "done" if answer.done else "refused"

    with ThreadPoolExecutor(16) as pool:
        outcomes = Counter(pool.map(act, range(16)))
    assert outcomes["done"] == 1
    moved = [event for event in desk.book.events(number) if event.kind is EventKind.MOVED]
    assert len(moved) == 1
    assert sum(outcomes.values()) == 16
    assert desk.book.verify() == ()


def test_a_message_that_is_repeated_is_done_once(small: tuple[Desk, Path]) -> None:
    """By its key: of receipt, of a move, and of one that was refused."""
    desk, file = small
    for repeated in (False, True):
        answer = desk.start(
            file, applicant="李四", unit="综合股", person="张三", at=AT, received="全部", number="甲1", key="收"
        )
        assert answer.repeated is repeated or answer.look.head.version == 1
    for repeated in (False, True):
        answer = desk.fire("甲1", "符合受理条件", unit="综合股", person="张三", at=AT, key="办")
        assert (answer.done, answer.repeated) == (True, repeated)
    for repeated in (False, True):
        answer = desk.fire("甲1", "下一环节", unit="综合股", person="张三", at=AT, key="错")
        assert (answer.done, answer.repeated) == (False, repeated)
        assert answer.refusal is not None
        assert answer.refusal.violation
    assert [event.key for event in desk.book.events("甲1")] == ["收", "办", "错"]


def test_a_key_that_is_used_for_something_else_is_refused(small: tuple[Desk, Path]) -> None:
    """It would be taken for done and be lost: another act, or another person's."""
    desk, file = small
    number = begin(desk, file, number="甲1", key="一")
    with pytest.raises(WrongUsage, match="流水号“一”已经用在2018-03-01 综合股 张三的“收件”上,这一次没有办"):
        desk.fire(number, "符合受理条件", unit="综合股", person="张三", at=AT, key="一")
    assert desk.fire(number, "符合受理条件", unit="综合股", person="张三", at=AT, key="二").done
    with pytest.raises(WrongUsage, match="流水号“二”已经用在2018-03-01 综合股 张三的“流转”上"):
        desk.fire(number, "下一环节", unit="业务股", person="李四", at=AT, key="二")
    assert [event.key for event in desk.book.events(number)] == ["一", "二"]


def test_a_case_runs_on_what_was_declared_when_it_came_in(small: tuple[Desk, Path]) -> None:
    """The file says something else by now; another desk that has never read it knows the old process."""
    desk, file = small
    old = begin(desk, file)
    file.write_text(file.read_text(encoding="utf-8").replace("- 审查 | 业务股", "- 复核 | 局领导"), encoding="utf-8")
    new = begin(desk, file)
    with zaizao.cases(file.parent) as another:
        for number, name in ((old, "审查"), (new, "复核")):
            answer = another.fire(number, "符合受理条件", unit="综合股", person="张三", at=AT)
            assert [spot.name for spot in answer.look.spots] == [name]


def test_numbers_count_up_by_day(small: tuple[Desk, Path]) -> None:
    """A number that somebody chose is passed over, one that is taken is refused."""
    desk, file = small
    assert begin(desk, file, number="20180301-0002") == "20180301-0002"
    assert [begin(desk, file) for _ in range(3)] == ["20180301-0001", "20180301-0003", "20180301-0004"]
    with pytest.raises(NumberTaken, match="20180301-0003"):
        begin(desk, file, number="20180301-0003")


def test_a_repeated_receipt_needs_its_number(small: tuple[Desk, Path]) -> None:
    """Otherwise nobody knows which case it was."""
    desk, file = small
    with pytest.raises(WrongUsage, match="写了流水号的,办件编号也要写"):
        begin(desk, file, key="收")


def test_only_who_has_the_first_step_takes_an_application_in(small: tuple[Desk, Path]) -> None:
    """There is no case yet in which it could be noted, so it is told alone."""
    desk, file = small
    with pytest.raises(WrongUsage, match="没有收件:收件由综合股办理,不是“业务股”的事"):
        desk.start(file, applicant="李四", unit="业务股", person="张三", at=AT)
    assert desk.heads() == ()


def test_a_cancelled_matter_takes_no_more_applications(small: tuple[Desk, Path]) -> None:
    """Those that came in before it was cancelled run on; by the old process one may still be taken in."""
    desk, file = small
    number = begin(desk, file)
    text = file.read_text(encoding="utf-8").replace("优化后: 不变", "优化后: 取消")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongUsage, match="优化后取消,不能再收件"):
        begin(desk, file)
    assert desk.fire(number, "符合受理条件", unit="综合股", person="张三", at=AT).done


def test_records_do_not_go_back_in_time(small: tuple[Desk, Path]) -> None:
    """An earlier day is refused; of an earlier hour of the same day the last one is taken."""
    desk, file = small
    number = begin(desk, file)
    with pytest.raises(WrongUsage, match="日期 2018-02-28 在上一条记录"):
        desk.fire(number, "符合受理条件", unit="综合股", person="张三", at=AT - timedelta(1))
    answer = desk.fire(number, "符合受理条件", unit="综合股", person="张三", at=AT - timedelta(hours=3))
    assert answer.events[0].at == AT


def test_a_time_without_a_zone_is_no_time(small: tuple[Desk, Path]) -> None:
    """Of whatever is done; where the program runs is not to decide on the day."""
    desk, file = small
    number = begin(desk, file)
    somebody: dict[str, Any] = {"unit": "综合股", "person": "张三", "at": AT.replace(tzinfo=None)}
    for work in (
        lambda: desk.start(file, applicant="李四", **somebody),
        lambda: desk.fire(number, "符合受理条件", **somebody),
        lambda: desk.withdraw(number, "不办了", **somebody),
        lambda: list(desk.tick(somebody["at"])),
        lambda: desk.migrate(file, **somebody),
    ):
        with pytest.raises(WrongUsage, match="时间 2018-03-01 09:00:00 没有写明时区"):
            work()
    assert [head.version for head in desk.heads()] == [1]


def test_a_registry_whose_definitions_are_not_read_any_more_is_told(small: tuple[Desk, Path]) -> None:
    """A definition that this program does not take for sound."""
    with pytest.raises(CannotBeDone, match="这个版本的程序读不了"):
        compiled_from((FiledFile("方案.yaml", b"x: 1\n"),), VersionLabel.AFTER)
