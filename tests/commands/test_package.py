"""``zaizao package``: what goes into the zips of a stage, what is told missing, what is refused."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from processes.model.package import COVER
from processes.store.registry import Registry
from tests.commands.conftest import Ran
from tests.packages import OTHER, OURS, change, inside, lists, of, package, papers

Zaizao = Callable[..., Ran]


@pytest.fixture
def campaign(project: Path) -> Path:
    """The small project with five stages."""
    return change(project, "")


def test_a_department_packs_what_is_due(campaign: Path, zaizao: Zaizao) -> None:
    """What the plan says of the stage, the page on top, what is missing, the SHA-256 of all."""
    ran = zaizao("package", *OURS, *of(2))
    assert ran.code == 0
    assert re.fullmatch(
        r"示范局第2阶段\(流程再造梳理评估阶段\):报送包/第2阶段/示范局-第2阶段\.zip\(2 个文件\)。\n"
        r"核验码:([0-9a-f]{4}-){3}[0-9a-f]{4}\(印在报送材料清单上\)\n没有缺件。\n",
        ran.out,
    )
    assert papers(package(2)) == ["附件4-机关作风整顿再造流程工作事项台账.xlsx", "附件5-工作流程问题清单.xlsx"]
    cover, missing = lists(package(2))
    assert "示范市示范局第2阶段报送材料清单" in cover
    assert "材料2种，共2个文件" in cover
    assert "期限2017年12月31日(期限前最后一个工作日是12月29日)" in cover
    (code,) = re.findall(r"核验码:(\S+?)\(", ran.out)
    assert f"核验码：{code}" in cover
    assert "没有缺件" in missing
    assert zaizao("verify-package", "报送包").out.endswith(f"核验码:{code}\n")


def test_the_papers_are_those_that_are_submitted_and_built(campaign: Path, zaizao: Zaizao, tmp_path: Path) -> None:
    """Byte for byte, under the same names."""
    for stage in (3, 5):
        assert zaizao("submit", *OURS, *of(stage), "--经办", "张三").code == 0
        assert zaizao("package", *OURS, *of(stage)).code == 0
    zaizao("build", ".", "-o", tmp_path / "成果")
    with Registry.open("登记.db", create=False) as registry:
        for stage in (3, 5):
            content = inside(package(stage))
            filed = {one.path: one.digest for one in registry.documents("示范局", stage)}
            packed = {f"示范局/{name}": hashlib.sha256(content[name]).hexdigest() for name in papers(package(stage))}
            along = {"示范局/文书/事项目录.docx"} & packed.keys()
            assert packed.keys() - along == filed.keys()
            assert all(filed[path] == packed[path] for path in filed)
            assert all(
                content[name] == (tmp_path / "成果/示范局" / name).read_bytes() for name in papers(package(stage))
            )
            assert bool(along) is (stage == 5), "事项目录 goes along with 工作总结"


def test_the_same_declarations_give_the_same_bytes(campaign: Path, zaizao: Zaizao, tmp_path: Path) -> None:
    """In another folder, in another order, the city or the department alone."""
    change(campaign, OTHER)
    elsewhere = tmp_path / "别处" / "项目"
    shutil.copytree(campaign, elsewhere)
    assert zaizao("package", "--全市", *of(3)).code == 0
    for name in ("住建局", "示范局"):
        assert zaizao("package", elsewhere, "--部门", name, *of(3), "-o", tmp_path / "包").code == 0
        assert package(3, name).read_bytes() == package(3, name, tmp_path / "包").read_bytes()


def test_what_people_make_is_missing_until_it_is_there(campaign: Path, zaizao: Zaizao) -> None:
    """It is said how to supply it; on paper, as 单位.yaml says; or as a file."""
    ran = zaizao("package", *OURS, *of(4), "--严格")
    assert ran.code == 1
    assert "缺件 1 种:\n  窗口授权书:缺(由单位出具,软件不生成)\n→ 由单位出具的,扫描件用“--附加”装入" in ran.out
    assert "窗口授权书" in lists(package(4))[1]
    change(campaign, "==> 示范局/单位.yaml <==\n文件:\n  窗口授权书: 示办发〔2018〕3号\n")
    assert "没有缺件" in zaizao("package", *OURS, *of(4), "--严格").out
    cover, missing = lists(package(4))
    assert "纸质件另附:示办发〔2018〕3号" in cover
    assert "窗口授权书" not in missing


def test_the_department_puts_in_its_own_papers(campaign: Path, zaizao: Zaizao) -> None:
    """By their names; a draft gives way to what was signed, a form to a form only; what is not due stays out."""
    own = Path("定稿/示范局")
    own.mkdir(parents=True)
    for name in ("窗口授权书-盖章.pdf", "入驻事项清单.docx", "附件6.pdf", "照片.jpg", "~$打开.docx", "附件6-改.xlsx"):
        (own / name).write_bytes(name.encode())
    ran = zaizao("package", *OURS, *of(4), "--附加", "定稿")
    assert "没有缺件" in ran.out
    assert "还有空白" not in ran.out
    assert "没有装入:示范局/照片.jpg,名称不是" in ran.out
    assert "附件6" not in ran.out
    assert "打开" not in ran.out
    assert papers(package(4)) == ["入驻事项清单.docx", "窗口授权书-盖章.pdf"]
    assert inside(package(4))["窗口授权书-盖章.pdf"].decode() == "窗口授权书-盖章.pdf"
    assert lists(package(4))[0].count("单位提供") == 2
    zaizao("package", *OURS, *of(3), "--附加", "定稿")
    forms = [name for name in papers(package(3)) if name.startswith("附件6")]
    assert forms == ["附件6-改.xlsx", "附件6.pdf"]
    card = next(name for name in papers(package(3)) if name.startswith("附件7/"))
    (own / "附件7").mkdir()
    (own / card).write_bytes(b"signed")
    zaizao("package", *OURS, *of(3), "--附加", "定稿")
    assert inside(package(3))[card] == b"signed"
    assert len([name for name in papers(package(3)) if name.startswith("附件7/")]) == 1


def test_what_cannot_be_put_in_is_told(campaign: Path, zaizao: Zaizao, monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder of the department, a name that Windows cannot have, a file that is too large."""
    Path("定稿").mkdir()
    ran = zaizao("package", *OURS, *of(4), "--附加", "定稿")
    assert (ran.code, "没有“示范局”文件夹" in ran.err) == (2, True)
    Path("定稿/示范局").mkdir()
    Path("定稿/别的局").mkdir()
    assert "没有装入:别的局" in zaizao("package", "--全市", *of(4), "--附加", "定稿").out
    file = Path("定稿/示范局/窗口授权书:1.pdf")
    file.touch()
    assert "Windows 不能用的字符" in zaizao("package", *OURS, *of(4), "--附加", "定稿").err
    file.rename("定稿/示范局/窗口授权书.pdf")
    Path("定稿/示范局/窗口授权书.pdf").write_bytes(b"12")
    monkeypatch.setattr("commands._given._LARGEST", 1)
    assert "没有装入;扫描件请调低分辨率" in zaizao("package", *OURS, *of(4), "--附加", "定稿").err


def test_blanks_in_drafts_are_told(campaign: Path, zaizao: Zaizao) -> None:
    """A draft is in the package, and has to be filled."""
    ran = zaizao("package", *OURS, *of(1))
    assert re.search(r"还有空白〔　〕要填:调整意见\(\d+ 处\)", ran.out)
    assert "还有空白要填的文书" in lists(package(1))[1]


def test_secret_matters_are_filed_apart_and_not_named(campaign: Path, zaizao: Zaizao) -> None:
    """Their cards and charts are not in the package; the lists count them, and warn of the forms that name them."""
    change(campaign, "==> 示范局/02-保密.yaml <==\n名称: 要害部位检查\n涉密: 机密级,依据《范围》\n公开: 否\n")
    ran = zaizao("package", *OURS, *of(3))
    assert "涉密事项1项的附件7、附件8没有装入,按保密规定另行报送。" in ran.out
    assert "附件6里有涉密事项的名称" in ran.out
    assert "没有缺件" in ran.out
    assert not [name for name in papers(package(3)) if "要害" in name]
    cover, missing = lists(package(3))
    assert "要害" not in ran.out + cover + missing
    assert cover.count("涉密1份另行报送") == 2
    assert "没有装入，按保密规定另行报送" in missing


def test_a_matter_with_errors_is_missing(campaign: Path, zaizao: Zaizao) -> None:
    """By name if it can be read at all and is not secret."""
    broken = "优化前:\n  时限: 2工作日\n  材料: 无\n  流程:\n    - 受理 | 没有的股 | 1工作日 | 受理\n"
    change(campaign, f"==> 示范局/02-坏.yaml <==\n名称: 坏事项\n{broken}")
    (campaign / "示范局/03-更坏.yaml").write_text("!坏\n", encoding="utf-8")
    ran = zaizao("package", *OURS, *of(3))
    assert ran.code == 0
    assert "附件7 一次性告知单:缺2份(“坏事项”和另外1个事项申报有错误,没有做出来)" in ran.out
    assert "附件6 工作流程优化对比台账:不全(没有列入“坏事项”和另外1个事项,申报有错误)" in ran.out
    assert "→ 没有申报或申报有错误的,用 zaizao check 看问题" in ran.out
    assert "应报3份,缺2份" in lists(package(3))[0]
    assert "不全,见缺件清单" in lists(package(3))[0]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--部门", "林业局", "--阶段", "2"), 2, "没有“林业局”这个单位"),
        (("--部门", "公安局", "--阶段", "2"), 2, "“公安局”还没有申报"),
        (("--部门", "示范局", "--阶段", "6"), 2, "方案只有 5 个阶段,没有第 6 阶段"),
        (("--部门", "示范局", "--阶段", "0"), 2, "不是从1起的整数"),
        (("--部门", "示范局", "--全市", "--阶段", "2"), 2, "只能写一个"),
        (("--阶段", "2"), 2, "请写明装哪个部门的"),
        (("--部门", "示范局"), 2, "--阶段"),
        (("示范局", "--阶段", "2", "-o", "示范局"), 2, "放着申报文件"),
        (("示范局", "--阶段", "2", "-o", "方案.yaml"), 2, "是文件,这里要文件夹"),
        (("示范局", "--阶段", "2", "-o", "方案.yaml/包"), 3, "同名的文件"),
        (("示范局", "--阶段", "2", "--附加", "没有"), 2, "没有“没有”"),
    ],
)
def test_wrong_use_is_told(campaign: Path, zaizao: Zaizao, words: tuple[str, ...], code: int, said: str) -> None:
    """In one sentence, and nothing is made."""
    before = sorted(campaign.rglob("*"))
    ran = zaizao("package", *words)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert sorted(campaign.rglob("*")) == before


def test_a_department_outside_the_plan_has_no_stages(campaign: Path, zaizao: Zaizao) -> None:
    """A 镇 reforms by itself."""
    change(campaign, OTHER.replace("名称: 住建局\n", "名称: 新安镇\n范围外: 是\n").replace("住建局/", "新安镇/"))
    ran = zaizao("package", "--部门", "新安镇", *of(2))
    assert (ran.code, ran.err) == (2, "错误:新安镇不在方案的部门里,没有要按阶段报送的。\n")


def test_every_paper_that_is_counted_is_there(campaign: Path, zaizao: Zaizao) -> None:
    """No deliverable is on the cover without a file, in any stage."""
    for stage in range(1, 6):
        zaizao("package", *OURS, *of(stage))
        content = inside(package(stage))[COVER]
        with ZipFile(BytesIO(content)) as archive:
            rows = re.findall(r"<w:tr>.*?</w:tr>", archive.read("word/document.xml").decode())
        cells = [[re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<w:tc>.*?</w:tc>", row)] for row in rows]
        counts = [row[3] for row in cells if len(row) == 5 and row[0].isdecimal()]
        assert counts
        assert all(int(count) > 0 for count in counts)
        assert sum(map(int, counts)) == len(papers(package(stage)))
