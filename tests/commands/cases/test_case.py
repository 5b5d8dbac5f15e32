"""``zaizao case``: what is said at each step, and what is listed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.commands.conftest import Ran, flat
from tests.declaring import MATTER_FILE

Case = Callable[..., Ran]


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
