"""方案.yaml, 单位.yaml, 联审联批 and 日历: what each of their keys becomes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from processes.model.calendar import CalendarYear
from processes.model.department import Department
from processes.model.plan import Plan
from processes.model.project import Project
from processes.model.vocabulary import OfficeChange, OfficeRole
from tests.declaring import CALENDAR_FILE, DEPARTMENT_FILE, PLAN_FILE, PROJECT_FILE, Declared, position


@pytest.fixture
def plan(declare: Callable[[str], Declared]) -> Callable[[str], Plan]:
    """The plan with a text laid over it."""

    def read(text: str) -> Plan:
        declared = declare(f"==> {PLAN_FILE} <==\n{text}")
        assert declared.findings == ()
        assert declared.checked.workspace is not None
        return declared.checked.workspace.plan

    return read


@pytest.fixture
def department(declare: Callable[[str], Declared]) -> Callable[[str], Department]:
    """The department with a text laid over it."""

    def read(text: str) -> Department:
        declared = declare(f"==> {DEPARTMENT_FILE} <==\n{text}")
        assert declared.findings == ()
        assert declared.checked.workspace is not None
        return declared.checked.workspace.departments[0]

    return read


@pytest.fixture
def joint(declare: Callable[[str], Declared]) -> Callable[[str], Project]:
    """The project with a text laid over it."""

    def read(text: str) -> Project:
        declared = declare(f"==> {PROJECT_FILE} <==\n{text}")
        assert declared.findings == ()
        assert declared.checked.workspace is not None
        return declared.checked.workspace.projects[0]

    return read


@pytest.fixture
def calendar(declare: Callable[[str], Declared]) -> Callable[[str], CalendarYear]:
    """The year with a text laid over it."""

    def read(text: str) -> CalendarYear:
        declared = declare(f"==> {CALENDAR_FILE} <==\n{text}")
        assert declared.findings == ()
        assert declared.checked.workspace is not None
        return declared.checked.workspace.calendar_years[0]

    return read


def test_a_plan(plan: Callable[[str], Plan]) -> None:
    """Every key."""
    found = plan(
        "表头: 示范市编办\n印发: 2017-10-31\n阶段:\n  - 甲阶段 | 2017-12-31 | 附件1、附件2\n  - 乙阶段 | 2018-01-31\n"
        "目标:\n  压缩: 1/3\n  联审联批: 15工作日\n口径:\n  三分之一: 按事项\n  合计含取消: 否\n"
        "附件:\n  附件6:\n    标题: 另一个标题\n    注: 第一条,第二句\n  附件4:\n    注:\n      - 甲\n      - 乙\n"
    )
    assert (found.heading, found.issued) == ("示范市编办", date(2017, 10, 31))
    assert [(stage.name, stage.due, stage.deliverables) for stage in found.stages] == [
        ("甲阶段", date(2017, 12, 31), ("附件1", "附件2")),
        ("乙阶段", date(2018, 1, 31), ()),
    ]
    assert (found.targets.cut, str(found.targets.joint_limit)) == (Fraction(1, 3), "15工作日")
    assert (found.switches.one_third, found.switches.totals_with_cancelled) == ("按事项", False)
    assert found.form_texts["附件6"].title == "另一个标题"
    assert found.form_texts["附件6"].notes == ("第一条,第二句",)
    assert found.form_texts["附件4"].notes == ("甲", "乙")
    assert found.departments == ("示范局", "发改局", "住建局", "公安局", "税务局")


def test_what_a_plan_need_not_say(plan: Callable[[str], Plan]) -> None:
    """表头 is the city, the switches have their first values."""
    found = plan("# 不要: 平台、承接层级、外部机构\n")
    assert found.heading == "示范市"
    assert found.issued is None
    assert (found.switches.one_third, found.switches.counting, found.switches.materials) == ("按部门", "环节与程序", "种类")
    assert found.targets.cut == Fraction(1, 3)


@pytest.mark.parametrize("key", ["名称", "城市", "报送", "部门", "阶段", "终审"])
def test_what_a_plan_must_say(key: str, declare: Callable[[str], Declared]) -> None:
    """Each is missed by name."""
    assert f"「{key}」" in declare(f"==> {PLAN_FILE} <==\n# 不要: {key}\n").found("D102").message


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("三分之一", "按部门 按事项"),
        ("环节程序", "环节与程序 标准阶段 交接次数 法定阶段"),
        ("附件3环节数", "环节 程序 两者"),
        ("附件3收费", "项目 事项 金额"),
        ("附件9程序", "净减 变动"),
        ("材料计数", "种类 份数"),
        ("合计含取消", "是 否"),
        ("混合日", "不折算 折算"),
        ("等于法定", "错误 允许"),
        ("承诺计至", "送达 决定"),
        ("到期顺延", "顺延 不顺延"),
        ("预警", "1/5 1/4"),
    ],
)
def test_a_switch(key: str, words: str, plan: Callable[[str], Plan], declare: Callable[[str], Declared]) -> None:
    """The first value is the default, the others are known, anything else is refused."""
    values = [plan(f"口径:\n  {key}: {word}\n").switches for word in words.split()]
    assert values[0] == plan("").switches
    assert all(value != values[0] for value in values[1:])
    found = declare(f"==> {PLAN_FILE} <==\n口径:\n  {key}: 随便\n").findings
    assert [position(finding.place) for finding in found] == [f"2:{len(key) + 5}"]


def test_outside_bodies(plan: Callable[[str], Plan], department: Callable[[str], Department]) -> None:
    """Names by level; 中介 written out with fee, basis and whether it is public."""
    text = "外部机构:\n  上级: 甲厅、乙厅\n  同级: 丙市\n  下级:\n    - 丁镇(乡)、戊镇\n  中介:\n    - 己所\n    - 名称: 庚院\n      收费: 每次10元\n      公开: 否\n"
    for found in (plan(text), department(text)):
        assert [(body.name, body.level, body.fee, body.public) for body in found.outside_bodies] == [
            ("甲厅", "上级", "", None),
            ("乙厅", "上级", "", None),
            ("丙市", "同级", "", None),
            ("丁镇(乡)、戊镇", "下级", "", None),
            ("己所", "中介", "", None),
            ("庚院", "中介", "每次10元", False),
        ]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("外部机构:\n  平级: 甲\n", "D101", "2:3"),
        ("外部机构: 甲\n", "D104", "1:7"),
        ("外部机构:\n  上级:\n", "D103", "2:6"),
        ("外部机构:\n  下级: []\n", "D103", "2:7"),
        ("外部机构:\n  下级: 甲镇、、乙镇\n", "D103", "2:10"),
        ("外部机构:\n  中介:\n    - 收费: 10元\n", "D102", "3:7"),
        ("目标:\n  压缩: 4/3\n", "D104", "2:7"),
        ("目标:\n  压缩: 1/0\n", "D104", "2:7"),
        ("目标:\n  压缩: 33%\n", "D104", "2:7"),
        ("目标:\n  联审联批: 15\n", "D106", "2:9"),
        ("印发: 2017-02-30\n", "D108", "1:5"),
        ("阶段: 甲阶段\n", "D102", "1:5"),
        ("阶段: 甲阶段 | 年底\n", "D108", "1:11"),
        ("部门: 甲、乙\n", "D104", "1:5"),
        ("部门:\n  甲组: 甲、乙\n  乙组: 丙、甲\n", "D116", "3:9"),
        ("附件:\n  附件11:\n    标题: 甲\n", "D101", "2:3"),
        ("默认:\n  行政许可:\n    公开: 是\n", "D101", "2:3"),
        ("承接层级: 镇、镇\n", "D116", "1:9"),
    ],
)
def test_a_plan_that_does_not_fit(text: str, code: str, place: str, declare: Callable[[str], Declared]) -> None:
    """Reported where it stands."""
    assert declare(f"==> {PLAN_FILE} <==\n{text}").position(code) == place


def test_a_department(department: Callable[[str], Department]) -> None:
    """Every key."""
    found = department(
        "内设机构:\n  - 综合股\n  - 业务股 | 监管 | 撤销\n  - 行政审批股 | 审批 | 新设\n"
        "  - 机构: 检测站\n    性质: 事业单位\n    加挂: 甲所、乙所\n    人数: 12\n"
        "行政审批股:\n  方式: 加挂牌子\n  原因: 编制不足\n  主管: 局长\n  窗口: 5号\n  窗口人员: 3\n  专用章: 是\n"
        "编制:\n  改革前: 86\n  改革后: 84\n领导职数: 5\n评估:\n  服务对象: 12\n  专家: 2\n  事项: 2\n"
        "文件:\n  调整意见: 〔2017〕11号\n核对:\n  R615: 是,已逐项看过\n范围外: 否\n"
    )
    assert [(office.name, office.role, office.change) for office in found.offices] == [
        ("综合股", OfficeRole.GENERAL, OfficeChange.KEPT),
        ("业务股", OfficeRole.SUPERVISION, OfficeChange.ABOLISHED),
        ("行政审批股", OfficeRole.APPROVAL, OfficeChange.CREATED),
        ("检测站", OfficeRole.GENERAL, OfficeChange.KEPT),
    ]
    assert (found.offices[3].nature, found.offices[3].plates, found.offices[3].staff) == ("事业单位", ("甲所", "乙所"), 12)
    assert found.approval_office is not None
    assert (found.approval_office.mode, found.approval_office.window_staff) == ("加挂牌子", "3")
    assert found.staff is not None
    assert (found.staff.before, found.staff.after) == (86, 84)
    assert found.leader_posts is not None
    assert (found.leader_posts.before, found.leader_posts.after) == (5, 5)
    assert found.evaluation is not None
    assert (found.evaluation.service_users, found.evaluation.experts, found.evaluation.matters) == (12, 2, 2)
    assert (found.documents, found.confirmations) == ({"调整意见": "〔2017〕11号"}, {"R615": "是,已逐项看过"})


def test_offices_are_counted_unless_their_number_is_written(department: Callable[[str], Department]) -> None:
    """New ones do not count before, abolished ones not after."""
    rows = "内设机构:\n  - 综合股\n  - 业务股 | 监管 | 撤销\n  - 甲股 | 监管 | 撤销\n  - 行政审批股 | 审批 | 新设\n"
    text = "==> 示范局/01-示范事项.yaml <==\n# 删除\n"
    counted = department(f"{rows}{text}").office_count
    assert counted is not None
    assert (counted.before, counted.after) == (3, 2)
    written = department(f"{rows}机构数: 7\n{text}").office_count
    assert written is not None
    assert (written.before, written.after) == (7, 7)


def test_offices_on_one_line(department: Callable[[str], Department]) -> None:
    """Plain names."""
    assert [office.name for office in department("内设机构: 综合股、业务股、甲所(站)\n").offices] == ["综合股", "业务股", "甲所(站)"]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("内设机构:\n  - 综合股 | 管理\n", "D105", "2:11"),
        ("内设机构:\n  - 综合股 | 综合 | 合并\n", "D105", "2:16"),
        ("内设机构:\n  - 综合股 | 综合 | 保留 | 甲\n", "D111", "2:21"),
        ("行政审批股: 已建立\n", "D104", "1:8"),
        ("行政审批股:\n  窗口: 5号\n", "D102", "1:1"),
        ("编制:\n  改革前: 86\n", "D102", "1:1"),
        ("编制: 八十\n", "D107", "1:5"),
        ("编制: -5\n", "D107", "1:5"),
        ("范围外: √\n", "D109", "1:6"),
        ("# 不要: 全称\n", "D102", "2:1"),
        ("评估:\n  专家: 1.5\n", "D107", "2:7"),
    ],
)
def test_a_department_that_does_not_fit(text: str, code: str, place: str, declare: Callable[[str], Declared]) -> None:
    """Reported where it stands."""
    assert declare(f"==> {DEPARTMENT_FILE} <==\n{text}").position(code) == place


def test_a_joint_approval(joint: Callable[[str], Project]) -> None:
    """Rows 办理 | 部门 | 时限 | 先办, ties to matters, and what is there at the beginning."""
    found = joint(
        "类别: 一件事\n前置要件: 立项、用地\n上限: 15工作日\n备注: 甲\n优化前:\n  - 备案 | 发改局、住建局 | 5工作日\n"
        "  - 许可 | 公安局交警大队 | 15工作日 | 备案\n  - 办理: 示范\n    事项: 示范局/示范事项\n    先办: 备案、许可\n"
    )
    assert (found.category, found.lead, found.prerequisites, str(found.ceiling)) == ("一件事", "发改局", ("立项", "用地"), "15工作日")
    assert [(task.name, task.departments, str(task.limit), task.predecessors, task.matter) for task in found.before] == [
        ("备案", ("发改局", "住建局"), "5工作日", (), ""),
        ("许可", ("公安局交警大队",), "15工作日", ("备案",), ""),
        ("示范", (), "None", ("备案", "许可"), "示范局/示范事项"),
    ]
    assert found.file == PROJECT_FILE


def test_a_calendar(calendar: Callable[[str], CalendarYear]) -> None:
    """Days and spans of days, one a line, in order, each once."""
    found = calendar(
        "放假:\n  - 2027-10-01\n  - 2027-02-05~2027-02-07\n  - 2027-01-01\n  - ２０２７-01-01～2027-01-02\n上班: 2027-02-20\n"
    )
    assert found.year == 2027
    assert found.holidays == (
        date(2027, 1, 1),
        date(2027, 1, 2),
        date(2027, 2, 5),
        date(2027, 2, 6),
        date(2027, 2, 7),
        date(2027, 10, 1),
    )
    assert found.working_days == (date(2027, 2, 20),)
    assert calendar("上班: 无\n").working_days == ()


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("放假: 2027-02-07~2027-02-05\n", "D108", "1:5"),
        ("放假: 2027-02-29\n", "D108", "1:5"),
        ("放假: 2027-01-01~2029-01-01\n", "D108", "1:5"),
        ("放假: 2027-01-01~\n", "D108", "1:5"),
        ("放假:\n  元旦: 2027-01-01\n", "D104", "2:3"),
        ("年份: 二〇二七\n", "D107", "1:5"),
        ("# 不要: 上班\n", "D102", "2:1"),
    ],
)
def test_a_calendar_that_does_not_fit(text: str, code: str, place: str, declare: Callable[[str], Declared]) -> None:
    """Reported where it stands."""
    assert declare(f"==> {CALENDAR_FILE} <==\n{text}").position(code) == place


def test_a_day_of_another_year_does_not_belong_to_the_calendar(declare: Callable[[str], Declared]) -> None:
    """A slip in the year would be noticed by nobody."""
    assert declare(f"==> {CALENDAR_FILE} <==\n放假: 2026-01-01\n").position("D108") == "1:5"
