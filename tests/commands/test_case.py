"""``zaizao case``: what is said at each step, what is refused, and what is listed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import chdir, redirect_stdout
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest

import cli
from commands._case import options
from tests.commands.conftest import Ran, flat
from tests.declaring import MATTER, MATTER_FILE, lay_over, write
from tests.living import PERMIT

Zaizao = Callable[..., Ran]
Case = Callable[..., Ran]
DATES = ("--日期", "2018-03-01")


@pytest.fixture
def case(zaizao: Zaizao, project: Path) -> Case:
    """``zaizao case`` in the small project, whose matter is the permit of ``tests/living.py``."""
    (project / MATTER_FILE).write_text(lay_over(MATTER, PERMIT), encoding="utf-8")

    def run(*words: str, by: str = "", on: int | str = "") -> Ran:
        who = ("--单位", by, "--人员", "张三") if by else ()
        day = ("--日期", f"2018-03-{on:02d}" if isinstance(on, int) else on) if on else ()
        return zaizao("case", *words, *who, *day)

    return run


@pytest.fixture(scope="module")
def received(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The registry of the small project after a case was received on Thursday 1 March 2018 without 照片."""
    root = write(tmp_path_factory.mktemp("received") / "project", "")
    (root / MATTER_FILE).write_text(lay_over(MATTER, PERMIT), encoding="utf-8")
    start = ("start", MATTER_FILE, "--申请人", "李四", "--视图", "前", "--材料", "申请书、平面图")
    with chdir(root), redirect_stdout(StringIO()):
        assert cli.run(["case", *start, "--单位", "综合股", "--人员", "张三", "--日期", "2018-03-01"]) == 0
    return root / "登记.db"


@pytest.fixture
def number(case: Case, received: Path, project: Path) -> str:
    """That of the case in ``received``, which is in the small project now."""
    shutil.copy(received, project)
    return "20180301-0001"


def test_what_is_said_on_receipt(case: Case) -> None:
    """The number, where the file is, what is missing, what may be done, and until when."""
    ran = case("start", MATTER_FILE, "--申请人", "李四", "--视图", "前", "--材料", "申请书", by="综合股", on=1)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "已收件:20180301-0001,示范事项,申请人 李四。\n"
        "【受理】综合股办理,2018-03-01 到\n"
        "  材料  收到1件,还缺2件:平面图、照片\n"
        "  时限  环节时限1个工作日:已用0天,还剩1天,到期 2018-03-02,绿牌\n"
        "  可办  材料不齐全或不符合法定形式 → 支线 一次告知补正\n"
        "  可办  不属于受理范围 → 支线 不予受理\n"
        "  ×    符合受理条件 → 审查(现在不能办:还缺2件材料)\n"
        "  最迟 2018-03-08 受理或者一次告知补正;逾期的,2018-03-09 视为受理,从收件之日起算。\n"
    )


def test_a_violation_is_refused_kept_and_shown(case: Case, number: str) -> None:
    """Exit code 1; the history has it with unit, person and reason."""
    ran = case("fire", number, "不予受理", by="业务股", on=2)
    assert ran.code == 1
    assert ran.err == "没有办成(已记为违规):“受理”由综合股办理,不是“业务股”的事。\n"
    assert ran.out.startswith("【受理】综合股办理,2018-03-01 到\n")
    shown = flat(case("show", number, on=2).out)
    assert "2 2018-03-02 业务股 张三 违规 “受理”由综合股办理,不是“业务股”的事" in shown


def test_what_is_only_missing_is_refused_and_not_kept(case: Case, number: str) -> None:
    """Exit code 1 as well."""
    ran = case("fire", number, "符合", by="综合股", on=2)
    assert (ran.code, ran.err) == (1, "没有办成:还缺1件材料:照片。\n")
    assert "违规" not in case("show", number, on=2).out


def test_a_case_is_lived_to_its_end(case: Case, number: str) -> None:
    """Notice, materials, acceptance, review, both branches, decision, refusal; each time what was done is said."""
    said = [
        case("fire", number, "补正", by="综合股", on=2),
        case("fire", number, "下一环节", by="综合股", on=5),
        case("receive", number, "照片", by="综合股", on=5),
        case("fire", number, "下一环节", by="综合股", on=5),
        case("pause", number, "检验", by="业务股/审查岗", on=6),
        case("resume", number, by="业务股/审查岗", on=9),
        case("fire", number, "下一环节", by="业务股/审查岗", on=9),
        case("fire", number, "下一环节", by="公安局", on=12),
        case("fire", number, "下一环节", by="业务股", on=12),
        case("fire", number, "合格", by="综合股", on=13),
        case("fire", number, "不予许可", by="局领导", on=14),
        case("fire", number, "下一环节", by="局领导", on=14),
    ]
    assert [(ran.code, ran.err) for ran in said] == [(0, "")] * len(said)
    assert [ran.out.splitlines()[0] for ran in said] == [
        "已办:“受理”:材料不齐全或不符合法定形式,要补正:照片。",
        "已办:“一次告知补正”:下一环节。",
        "已收到:照片。",
        "已办:“受理”:符合受理条件。",
        "已暂停计时:检验。应当把所需时间书面告知申请人。",
        "已恢复计时。",
        "已办:“审查”:下一环节。",
        "已办:“甲审”:下一环节。",
        "已办:“乙审”:下一环节。",
        "已办:“联审”:合格。",
        "已办:“决定”:不符合条件。",
        "已办:“不予许可”:下一环节。",
    ]
    assert "  2018-03-02 已一次告知补正,等申请人补齐:照片\n" in said[1].out
    assert "  因“检验”从 2018-03-06 起暂停计时;恢复计时以后才能往下办。\n" in said[4].out
    assert "另有3天不计" in said[5].out
    assert "【联审】等其他各路办完\n" in said[7].out
    assert said[-1].out.endswith(
        "结果:不予许可。出具:补正告知书、受理通知书、不予行政许可决定书。\n"
        "  承诺时限20个工作日:用了4天,另有3天不计,到期 2018-04-08,按时\n"
        "  法定时限20个工作日:用了4天,另有3天不计,到期 2018-04-08,按时\n"
    )
    shown = case("show", number, on=20).out
    assert "状态 办结(不予许可)" in shown


def test_a_day_in_the_past_is_shown_as_it_was(case: Case, number: str) -> None:
    """What was written down later is not looked at; before receipt there is nothing to be seen."""
    case("receive", number, "照片", by="综合股", on=2)
    case("fire", number, "符合", by="综合股", on=5)
    assert "【受理】综合股办理" in case("show", number, on=2).out
    assert "【审查】业务股/审查岗办理" in case("show", number, on=5).out
    ran = case("show", number, on="2018-02-28")
    assert (ran.code, ran.err) == (2, f"错误:2018-02-28 还没有办件“{number}”,它是 2018-03-01 收件的。\n")


def test_without_a_date_it_is_now(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """In Beijing; with a time alone it is that time of today."""
    monkeypatch.setattr(options, "now", lambda: datetime(2018, 3, 1, 16, 30, tzinfo=UTC))
    case("start", MATTER_FILE, "--申请人", "李四", "--视图", "前", by="综合股")
    case("receive", "20180302-0001", "照片", "--时间", "9点05分", by="综合股")
    times = [event["时间"] for event in json.loads(case("show", "20180302-0001", "--格式", "json").out)["经过"]]
    assert times == ["2018-03-02 00:30", "2018-03-02 09:05"]


def test_tick_deems_and_shows_cards_once(case: Case, number: str) -> None:
    """Nothing on the 1st; on the 5th 受理 is late; on the 9th the case is deemed accepted."""
    assert case("tick", on=1).out == "没有到期的。\n"
    late = f"{number} 示范事项:亮牌(红牌:“受理”环节时限),现在在“受理”(综合股)。\n1 件有变化。\n"
    assert [case("tick", on=5).out for _ in range(2)] == [late, "没有到期的。\n"]
    deemed = f"{number} 示范事项:视为受理(逾期没有告知需要补正的内容,从收件的 2018-03-01 起算),"
    ran = case("tick", on=9)
    assert ran.out.startswith(deemed)
    assert "受理 2018-03-01(视为受理)" in case("show", number, on=9).out


def test_who_comes_too_late_finds_it_deemed_accepted(case: Case, number: str) -> None:
    """Without any tick: the notice of the 9th comes after it."""
    ran = case("fire", number, "补正", by="综合股", on=9)
    assert ran.code == 1
    assert ran.out.startswith("到期自动处理:视为受理(逾期没有告知需要补正的内容)。\n【审查】")
    assert ran.err.startswith("没有办成(已记为违规):已经从2018年3月1日起视为受理,受理以后不能再要求补正")


def test_tick_tells_which_case_it_cannot_look_at(case: Case, project: Path, number: str) -> None:
    """The calendar of 2027 is not known: the others are looked at all the same, and it ends with 3."""
    case("start", MATTER_FILE, "--申请人", "王五", "--视图", "前", by="综合股", on="2026-12-29")
    ran = case("tick", on="2027-02-01")
    assert ran.code == 3
    assert "20261229-0001:没有看成,没有 2027 年的放假安排,算不准工作日。" in ran.out
    assert f"{number} 示范事项:视为受理" in ran.out


def test_cases_are_listed_and_chosen(case: Case, number: str) -> None:
    """By state, by who has them, by matter and department; as a table and as JSON."""
    case("start", MATTER_FILE, "--申请人", "王五", "--视图", "前", "--材料", "全部", by="综合股", on=1)
    case("fire", "20180301-0002", "符合", by="综合股", on=2)
    case("start", MATTER_FILE, "--申请人", "赵六", "--视图", "前", by="综合股", on=1)
    case("fire", "20180301-0003", "不予受理", by="综合股", on=2)
    case("fire", "20180301-0003", "下一环节", by="综合股", on=2)
    lines = flat(case("list").out).splitlines()
    assert lines[0] == "编号 部门 事项 申请人 收件 状态 现在在 承办 到期"
    assert lines[2:] == [
        f"{number} 示范局 示范事项 李四 2018-03-01 在办 受理 综合股 —",
        "20180301-0002 示范局 示范事项 王五 2018-03-01 在办 审查 业务股/审查岗 2018-03-30",
        "20180301-0003 示范局 示范事项 赵六 2018-03-01 办结(不予受理) — — —",
        "",
        "共 3 件。",
    ]

    def listed(*words: str) -> list[str]:
        return [one["申请人"] for one in json.loads(case("list", *words, "--格式", "json").out)]

    assert listed("--状态", "在办") == ["李四", "王五"]
    assert listed("--单位", "业务股/审查岗") == ["王五"]
    assert listed("--单位", "综合股") == ["李四"]
    assert listed("--事项", "01", "--部门", "示范局") == ["李四", "王五", "赵六"]
    assert listed("--事项", "02") == []
    assert case("list", "--部门", "公安局").out == "没有这样的办件。\n"


def test_a_migration_is_reported_case_by_case(case: Case, project: Path, number: str) -> None:
    """Looked at first, then done; what cannot be moved is told with the reason, and it ends with 1."""
    case("start", MATTER_FILE, "--申请人", "王五", "--视图", "前", "--材料", "全部", by="综合股", on=1)
    case("fire", "20180301-0002", "符合", by="综合股", on=2)
    file = project / MATTER_FILE
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("- 审查 |", "- 审核 |").replace("不合格: 审查", "不合格: 审核"), encoding="utf-8")
    words = ("migrate", MATTER_FILE, "--视图", "前")
    unable = "20180301-0002 不能换:“审查”在新流程里没有对应的环节\n"
    help_ = "没有对应、拆成几个的,可以由人指定:加 --对应 旧环节=新环节。"
    ran = case(*words, "--试", by="综合股", on=5)
    assert ran == (1, f"{number} 可以换:受理 → 受理\n{unable}\n可以换 1 件,不能换 1 件。{help_}\n", "")
    done = f"{number} 已换:受理 → 受理\n{unable}\n已换 1 件,不能换 1 件。{help_}\n"
    assert case(*words, by="综合股", on=5).out == done
    ran = case(*words, "--对应", "审查=审核", by="综合股", on=5)
    assert (ran.code, ran.out) == (0, "20180301-0002 已换:审查 → 审核\n\n已换 1 件,不能换 0 件。\n")
    assert case(*words, by="综合股", on=5).out == "没有要换的办件:在办的都已经按现在的流程办。\n"
    shown = flat(case("show", "20180301-0002", on=5).out)
    assert "3 2018-03-05 综合股 张三 换用新流程 按优化前流程,在审核" in shown
    assert "【审核】业务股/审查岗办理,2018-03-02 到" in shown


def test_the_whole_of_a_case_is_there_for_programs(case: Case, number: str) -> None:
    """Keys as documented; days, null, lists."""
    case("fire", number, "补正", by="综合股", on=2)
    shown = json.loads(case("show", number, "--格式", "json", on=2).out)
    assert list(shown) == [
        *("编号", "部门", "事项", "事项编号", "申请人", "版本", "定义", "状态", "结果", "收件", "受理", "视为受理"),
        *("办结", "告知期限", "视为受理日", "到期", "次数", "现在", "收到材料", "未收到材料", "补正告知", "时限"),
        *("延长", "可延长", "暂停", "经过"),
    ]
    assert shown["补正告知"] == {"日期": "2018-03-02", "材料": ["照片"]}
    assert (shown["未收到材料"], shown["受理"], shown["次数"]) == (["照片"], None, 2)
    assert [spot["环节"] for spot in shown["现在"]] == ["一次告知补正"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("show", "甲1"), 2, "登记库里没有办件“甲1”"),
        (("fire", "{}", "同意"), 2, "“同意”不是这个流程里的选择"),
        (("fire", "{}", ""), 2, "“”不是这个流程里的选择"),
        (("fire", "{}", "不予受理", "--补正", "照片"), 2, "只有告知补正才写要补正的材料"),
        (("fire", "{}", "补正", "--补正", "户口簿"), 2, "没有“户口簿”这件材料"),
        (("receive", "{}", "户口簿"), 2, "没有“户口簿”这件材料。可以写:照片。"),
        (("receive", "{}", "照片", "--时间", "24:00"), 2, "“24:00”不是时间;写成 时:分"),
        (("start", MATTER_FILE, "--申请人", "甲\n乙"), 2, "--申请人 要写一行字"),
        (("resume", "{}"), 1, "没有暂停计时,不用恢复"),
        (("pause", "{}", "听政"), 2, "没有“听政”这种暂停,没有办,也没有记。是不是「听证」?"),
        (("start", "示范局/单位.yaml", "--申请人", "甲"), 2, "不是事项文件"),
        (("start", MATTER_FILE, "--申请人", "甲", "--材料", "户口簿"), 2, "没有“户口簿”这件材料"),
        (("start", MATTER_FILE, "--申请人", "甲", "--编号", "20180301-0001"), 2, "20180301-0001"),
        (("start", MATTER_FILE, "--申请人", "甲", "--流水号", "一"), 2, "办件编号也要写"),
        (("migrate", MATTER_FILE, "--对应", "甲"), 2, "--对应 写成 旧环节=新环节"),
        (("show", "甲\udcff"), 2, "有读不出来的字符"),
        (("fire", "{}", "不予受理", "--流水号", "甲\udcff"), 2, "有读不出来的字符"),
    ],
)
def test_what_is_wrong_is_told(words: tuple[str, ...], code: int, told: str, case: Case, number: str) -> None:
    """In a sentence; nothing has been added unless it is a violation."""
    typed = [word.format(number) for word in words]
    ran = case(*typed, **({} if words[0] == "show" else {"by": "综合股", "on": 2}))
    assert ran.code == code, ran.err
    assert told in ran.err


def test_a_matter_with_errors_takes_no_application(case: Case, project: Path) -> None:
    """The first error is told; no registry is made."""
    (project / MATTER_FILE).write_text("名称: 坏\n", encoding="utf-8")
    ran = case("start", MATTER_FILE, "--申请人", "李四", by="综合股", on=1)
    assert ran.code == 3
    assert "这个事项有错,用不了" in ran.err


def test_where_there_is_no_registry_it_is_told(case: Case) -> None:
    """Nobody has come in yet."""
    ran = case("list")
    assert (ran.code, "没有登记库“登记.db”" in ran.err) == (3, True)


def test_a_calendar_with_errors_is_told(case: Case, project: Path, number: str) -> None:
    """Days cannot be counted with it."""
    (project / "日历").mkdir()
    (project / "日历" / "2027.yaml").write_text("年份: 甲\n", encoding="utf-8")
    ran = case("show", number)
    assert (ran.code, "日历有错,算不准" in ran.err) == (3, True)


def test_a_block_shows_its_own_limit_beside_those_of_its_branches(case: Case) -> None:
    """Of a named 并联 while its branches are open, and as the limit of who decides when they are joined."""
    case("start", MATTER_FILE, "--申请人", "李四", "--视图", "前", "--材料", "全部", by="综合股", on=1)
    case("fire", "20180301-0001", "符合", by="综合股", on=2)
    ran = case("fire", "20180301-0001", "下一环节", by="业务股/审查岗", on=5)
    block = "“联审”环节时限6个工作日:已用0天,还剩6天,到期 2018-03-13,绿牌\n"
    assert f"  {block}" in ran.out
    for unit in ("公安局", "业务股"):
        ran = case("fire", "20180301-0001", "下一环节", by=unit, on=6)
    assert "  时限  环节时限6个工作日:已用1天,还剩5天" in ran.out
    assert "“联审”环节时限" not in ran.out
    assert "亮牌(黄牌:“联审”环节时限)" in case("tick", on=12).out
