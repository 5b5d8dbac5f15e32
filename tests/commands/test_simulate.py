"""``zaizao simulate``: a year of applications, before beside after."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran
from tests.declaring import write

Run = Callable[..., Ran]
FILE = "示范局/01-示范事项.yaml"


def test_every_assumption_is_told(project: Path, zaizao: Run) -> None:
    """With nothing said: 200 applications, 250 days, an officer a post, triangular up to the limit, 补正 10 %."""
    ran = zaizao("simulate", FILE)
    assert ran.code == 0, ran.err
    told = ran.out.replace("\n", "")
    for words in ("一年200件(没有写年办件量,按默认)", "250个工作日", "每个岗位1人", "最少是时限的25%", "10%", "种子 1"):
        assert words in told, words


def test_the_same_seed_gives_the_same_bytes(project: Path, zaizao: Run) -> None:
    """Every format; and another seed other numbers."""
    for form in ("text", "json", "md", "html", "svg"):
        first, again = (zaizao("simulate", FILE, "--到达", "40", "--格式", form).out for _ in range(2))
        assert first
        assert first == again
    one, other = (zaizao("simulate", FILE, "--到达", "40", "--种子", seed).out for seed in ("1", "2"))
    assert one.replace("种子 1", "种子 2") != other


def test_nobody_waits_where_officers_are_unlimited(project: Path, zaizao: Run) -> None:
    """All is promised in the sum of the limits, and each takes half of its own: every case is in time."""
    ran = zaizao("simulate", FILE, "--人员", "不限", "--用时", "50%", "--格式", "json")
    rows = json.loads(ran.out)
    assert next(row for row in rows["办理用时(工作日)"] if row["项目"] == "按期办结")["优化前"] == "100%"
    assert all(row["每次等(天)"] == 0 and row["人数"] == "不限" for row in rows["岗位(件)"])


def test_more_officers_are_busy_less(project: Path, zaizao: Run) -> None:
    """An axis of officers and one of limits: a row a combination, and occupancy falls with both."""
    ran = zaizao("simulate", FILE, "--到达", "60", "--比较", "人员=1、4", "--比较", "时限=100%、50%", "--格式", "json")
    assert ran.code == 0, ran.err
    rows = next(value for key, value in json.loads(ran.out).items() if key.startswith("比较"))
    assert [(row["人员"], row["时限"]) for row in rows] == [("1", "100%"), ("1", "50%"), ("4", "100%"), ("4", "50%")]
    busy = [float(row["优化前占用"].rstrip("%")) for row in rows]
    assert busy[0] > busy[1] > busy[2] > busy[3]


def test_an_overloaded_post_is_told_with_a_remedy(project: Path, zaizao: Run) -> None:
    """Ten times as much as one officer can do."""
    out = zaizao("simulate", FILE, "--到达", "2000").out.replace("\n", "")
    assert "忙不过来" in out
    assert "--同时办" in out


def test_days_by_a_calendar(project: Path, zaizao: Run) -> None:
    """2018 had 249 working days by the notice of the State Council."""
    assert "2018年按放假安排有" in zaizao("simulate", FILE, "--年份", "2018").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--人员", "0"), "写 1 到"),
        (("--人员", "综合姑=2"), "没有叫「综合姑」的岗位"),
        (("--人员", "不限、综合股=2"), "不限"),
        (("--时限", "审茶=5工作日"), "没有叫「审茶」的环节"),
        (("--时限", "受理=-5"), "天数"),
        (("--时限", "受理"), "环节=天数"),
        (("--概率", "没有的情形=5%"), "没有叫「没有的情形」的去向"),
        (("--用时", "50%、20%、100%"), "从小到大"),
        (("--比较", "人手=1、2"), "--比较 不认识「人手」"),
        (("--比较", "人员"), "--比较 写成"),
        (("--到达", "-5"), "-5"),
        (("--工作日", "250", "--年份", "2018"), "只能写一个"),
        (("--年数", "1000", "--到达", "1000000"), "太多"),
    ],
)
def test_what_cannot_be_is_told_in_chinese(words: tuple[str, ...], told: str, project: Path, zaizao: Run) -> None:
    """Exit code 2, and nothing shown."""
    ran = zaizao("simulate", FILE, *words)
    assert ran.code == 2
    assert told in ran.err
    assert not ran.out


def test_durations_from_a_log(project: Path, zaizao: Run) -> None:
    """Six files, 受理 after a day each: told with how often it was measured; a log of other steps is refused."""
    rows = "".join(f"{number},受理,2018-03-05 08:00,2018-03-06 08:00\n" for number in range(6))
    (project / "记录.csv").write_text(f"办件编号,环节,开始时间,完成时间\n{rows}", encoding="utf-8")
    ran = zaizao("simulate", FILE, "--记录", "记录.csv")
    assert ran.code == 0, ran.err
    assert "受理平均1天(6次)" in ran.out.replace("\n", "")
    (project / "别的.csv").write_text(
        f"办件编号,环节,开始时间,完成时间\n{rows.replace('受理', '游泳')}", encoding="utf-8"
    )
    refused = zaizao("simulate", FILE, "--记录", "别的.csv")
    assert refused.code == 2
    assert "没有可用的环节用时" in refused.err


OTHERS = """
==> 示范局/02-备案.yaml <==
名称: 备案、登记
年办件量: 30
优化前:
  时限: 4工作日
  流程:
    - 受理 | 综合股 | 2工作日 | 形式审查
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书
优化后:
  时限: 3工作日
==> 示范局/03-旧证.yaml <==
名称: 旧证
优化后: 取消
==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住建局
==> 住建局/01-施工许可.yaml <==
名称: 施工许可
"""


@pytest.fixture
def department(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """示范局 with three matters, one of which is cancelled, and another department."""
    root = write(tmp_path / "department", OTHERS.lstrip("\n"))
    monkeypatch.chdir(root)
    return root


def test_a_department_runs_with_all_its_matters(department: Path, zaizao: Run) -> None:
    """By option, by folder and by its files the same; each matter has its own numbers, and each post its work."""
    ran = zaizao("simulate", "--部门", "示范局", "--格式", "json")
    assert ran.code == 0, ran.err
    rows = json.loads(ran.out)
    assert [row["事项"] for row in rows["各事项(平均几个工作日;九成办件在几天以内)"]] == [
        "示范事项",
        "备案、登记",
        "旧证",
    ]
    first = rows["办理用时(工作日)"][0]
    assert (first["项目"], first["优化前"], first["优化后"]) == ("办件(件)", 230, 230)
    shares = [
        row for row in rows["几个事项合用的岗位:活从哪里来"] if (row["流程"], row["岗位"]) == ("优化前", "综合股")
    ]
    assert {row["事项"] for row in shares} == {"示范事项", "备案、登记", "旧证"}
    assert [one["标题"] for one in rows["事项"]] == ["示范事项", "备案、登记", "旧证"]
    files = sorted(str(path) for path in (department / "示范局").glob("0*.yaml"))
    assert (
        zaizao("simulate", "示范局", "--格式", "json").out
        == zaizao("simulate", *files, "--格式", "json").out
        == ran.out
    )


def test_every_assumption_on_a_department_is_told(department: Path, zaizao: Run) -> None:
    """Of which matters how many come in, that officers are shared, and what is not handled any more."""
    told = zaizao("simulate", "--部门", "示范局").out.replace("\n", "")
    for words in (
        "3个事项一年共430件(各事项的年办件量;示范事项、旧证每个200件)",
        "各事项合用这些人",
        "取消或者下放的事项优化后不再占用人员:旧证",
        "种子 1",
    ):
        assert words in told, words


def test_a_department_gives_the_same_bytes(department: Path, zaizao: Run) -> None:
    """Every format; the picture has a bar a matter."""
    for form in ("text", "json", "md", "html", "svg"):
        words = ("simulate", "--部门", "示范局", "--到达", "20", "--格式", form)
        first, again = (zaizao(*words).out for _ in range(2))
        assert first
        assert first == again
    assert "各事项：九成办件在几个工作日以内" in zaizao("simulate", "示范局", "--到达", "20", "--格式", "svg").out


def test_one_of_several_matters_is_said_by_its_name(department: Path, zaizao: Run) -> None:
    """Its number, though 、 stands in the name, the limit of its 受理, and another number compared."""
    words = ("--部门", "示范局", "--到达", "备案、登记=50、旧证=3", "--时限", "备案、登记/受理=4工作日")
    ran = zaizao("simulate", *words, "--比较", "旧证=10、20", "--比较", "到达=100%、200%", "--格式", "json")
    assert ran.code == 0, ran.err
    rows = json.loads(ran.out)
    numbers = {row["事项"]: row["一年(件)"] for row in rows["各事项(平均几个工作日;九成办件在几天以内)"]}
    assert numbers == {"示范事项": 200, "备案、登记": 50, "旧证": 3}
    compared = next(value for key, value in rows.items() if key.startswith("比较"))
    assert [(row["旧证件数"], row["到达"]) for row in compared] == [
        ("10", "100%"),
        ("10", "200%"),
        ("20", "100%"),
        ("20", "200%"),
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "写明模拟什么"),
        (("--部门", "游泳局"), "没有“游泳局”这个单位"),
        (("示范局/02-备案.yaml", "--部门", "示范局"), "不写 --部门"),
        (("--部门", "示范局", "--人员", "没有股=2"), "没有叫「没有股」的岗位"),
        (("--部门", "示范局", "--到达", "备按=5"), "没有叫「备按」的事项"),
        (("--部门", "示范局", "--记录", "方案.yaml"), "是哪个事项的记录"),
        (("--部门", "示范局", "--记录", "旧证=没有.csv"), "没有“没有.csv”这个文件"),
        (("示范局", "住建局", "--人员", "综合股=2"), "示范局/综合股"),
        (("示范局", "."), "同一个项目里的事项文件或单位文件夹"),
        (("--部门", "示范局", "--到达", "2000000"), "太多"),
    ],
)
def test_what_cannot_be_meant_of_several_is_told(
    words: tuple[str, ...], told: str, department: Path, zaizao: Run
) -> None:
    """Exit code 2, and nothing shown."""
    ran = zaizao("simulate", *words)
    assert ran.code == 2
    assert told in ran.err
    assert not ran.out


def test_a_faulty_matter_is_left_out_and_told(department: Path, zaizao: Run) -> None:
    """One of three cannot be read."""
    (department / "示范局/03-旧证.yaml").write_text("名称: 旧证\n时限: 没有\n", encoding="utf-8")
    ran = zaizao("simulate", "--部门", "示范局", "--到达", "20")
    assert ran.code == 0
    assert "还有1个事项有错,没有算进来" in ran.out.replace("\n", "")


def test_records_of_one_of_several_matters(department: Path, zaizao: Run) -> None:
    """受理 of 备案、登记 only: a hundred times, drawn from what was observed."""
    rows = "".join(f"{number},受理,2018-03-05 08:00,2018-03-06 08:00\n" for number in range(100))
    (department / "记录.csv").write_text(f"办件编号,环节,开始时间,完成时间\n{rows}", encoding="utf-8")
    told = zaizao("simulate", "--部门", "示范局", "--记录", "备案、登记=记录.csv").out.replace("\n", "")
    assert "从实际用过的天数里随机抽取:备案、登记/受理平均1天(100次)" in told


def test_where_nothing_is_left_after_the_reform_only_before_is_shown(department: Path, zaizao: Run) -> None:
    """The one matter is cancelled: no 优化后 in the text or in the picture, and it is told why."""
    for other in ("01-示范事项", "02-备案"):
        (department / f"示范局/{other}.yaml").unlink()
    told = zaizao("simulate", "示范局").out.replace("\n", "")
    assert "这些事项优化后都取消或者下放了,没有优化后" in told
    assert "按期办结" in told
    assert ">优化后<" not in zaizao("simulate", "示范局", "--格式", "svg").out


def test_of_very_many_matters_the_picture_has_thirty(department: Path, zaizao: Run) -> None:
    """31 more of the same: the picture says that the others are in the table, which has all."""
    text = (department / "示范局/02-备案.yaml").read_text(encoding="utf-8")
    for number in range(10, 41):
        own = text.replace("备案、登记", f"备案{number}")
        (department / f"示范局/{number}-备案{number}.yaml").write_text(own, encoding="utf-8")
    page = zaizao("simulate", "示范局", "--到达", "1", "--格式", "html").out
    assert "画办件最多的30个，其余见表" in page
    assert page.count("<h2>备案") == 32


def test_a_devolved_matter_does_not_go_on_here(project: Path, zaizao: Run) -> None:
    """Where nobody declares how the receiving level does it, the page has 优化前 alone and says why."""
    write(project, f"==> {FILE} <==\n优化后:\n  下放: 镇(乡)\n")
    ran = zaizao("simulate", FILE, "--到达", "40", "--格式", "html")
    assert ran.code == 0, ran.err
    assert "优化后平均" not in ran.out
    assert "优化后下放至镇(乡),本单位不再办理;承接层级的流程没有申报,没有优化后。" in ran.out
