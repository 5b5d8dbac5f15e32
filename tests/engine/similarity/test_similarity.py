"""How alike two matters are, which pairs are found, and which of them make a group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.similarity import search
from engine.similarity.groups import grouped
from engine.similarity.likeness import Scale
from engine.similarity.names import stem
from engine.similarity.profile import Profile, profile_of
from engine.similarity.search import Pair, similar_pairs
from processes.checking import check_project
from processes.model.matter import Basis, Material, Matter
from processes.model.vocabulary import BasisRank

Make = Callable[..., Matter]

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
SAMPLE = check_project(SAMPLES / "hailin").sound


def across(one: Matter, other: Matter) -> bool:
    """Of two departments."""
    return one.department != other.department


@pytest.fixture(scope="module")
def a_matter() -> Make:
    """Builds a matter from its file, name, basis and papers; its steps are those of a sample."""
    base = SAMPLE[0]

    def make(file: str, name: str, basis: str = "", papers: str = "") -> Matter:
        return replace(
            base,
            file=file,
            department=file.partition("/")[0],
            name=name,
            bases=(Basis(rank=BasisRank.LAW, text=basis),) if basis else (),
            before=replace(base.before, materials=tuple(Material(name=one) for one in papers.split("、") if one)),
        )

    return make


def likeness(one: Matter, other: Matter) -> float:
    """Of two matters that are alone in the world."""
    found = Scale([profile_of(one), profile_of(other)]).likeness(profile_of(one), profile_of(other))
    assert found
    return found.value


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("食品经营许可证核发", "食品经营"),
        ("《出生医学证明》首次签发", "出生医学证明首次签发"),
        ("排污许可证", "排污许可证"),
        ("老年人优待证办理", "老年人优待"),
    ],
)
def test_general_words_at_the_end_of_a_name_do_not_count(name: str, core: str) -> None:
    """Unless too little would be left."""
    assert stem(name) == core


def test_a_profile_holds_what_can_be_looked_up(a_matter: Make) -> None:
    """Articles with their laws, papers without copies and brackets; a law for everything says nothing."""
    text = "《中华人民共和国水法》第七条、第四十八条,《行政许可法》第四十二条"
    found = profile_of(a_matter("水务局/1.yaml", "取水许可(新办)", text, "申请书(含承诺)、营业执照复印件"))
    assert found.core == "取水许可"
    assert found.bases == {"《水法》", "《水法》第七条", "《水法》第四十八条"}
    assert found.materials == {"申请书", "营业执照"}


def test_the_same_matter_is_wholly_alike_and_a_different_one_hardly(a_matter: Make) -> None:
    """The same papers and steps alone make no duplicate."""
    card = a_matter("甲局/1.yaml", "老年人优待证办理", "《老年人条例》第八条", "申请表、户口簿")
    same = a_matter("乙局/1.yaml", "老年人优待证核发(新办)", "《老年人条例》第八条", "申请表、户口簿复印件")
    other = a_matter("乙局/2.yaml", "烟花爆竹零售", "《烟花爆竹条例》第三条", "申请表、户口簿")
    assert likeness(card, same) == 1
    assert likeness(card, other) == 0


def test_one_basis_makes_two_names_alike_that_are_not(a_matter: Make) -> None:
    """The same article, papers and steps under another name."""
    law, papers = "《食品安全法》第三十五条", "申请书、布局图、管理制度"
    one = a_matter("甲局/1.yaml", "食品流通许可证核发", law, papers)
    other = a_matter("乙局/1.yaml", "餐饮服务许可证核发", law, papers)
    unlike = a_matter("乙局/2.yaml", "餐饮服务许可证核发", "《消费法》第三条", papers)
    assert 0.5 < likeness(one, other) < 0.8
    assert likeness(one, unlike) < 0.2


def test_a_part_that_one_has_not_does_not_count(a_matter: Make) -> None:
    """依据: 无 on one side says nothing against it."""
    one = a_matter("甲局/1.yaml", "居住证办理", "", "照片、身份证")
    other = a_matter("乙局/1.yaml", "居住证办理", "《居住证条例》第九条", "照片、身份证")
    assert likeness(one, other) == 1


@given(st.lists(st.sampled_from(["取水许可", "河道采砂许可", "采砂船登记", "取水登记", "水工程审查"]), min_size=2))
def test_likeness_is_a_share_and_the_same_both_ways(names: list[str]) -> None:
    """And the bound that spares most pairs the whole comparison lets none through or out."""
    empty = frozenset[str]()
    profiles = [
        Profile(SAMPLE[0], stem(name), frozenset(name), frozenset({name[:2]}), empty, (name[-2:],)) for name in names
    ]
    scale = Scale(profiles)
    for one, other in combinations(profiles, 2):
        found, back = scale.likeness(one, other), scale.likeness(other, one)
        assert found == back
        assert found
        assert 0 <= found.value <= 1 + 1e-9
        for least in (0.3, 0.6, 0.9):
            again = scale.likeness(one, other, least)
            assert again == (found if found.value >= least else None)


def test_only_the_wanted_pairs_are_found_the_most_alike_first(a_matter: Make) -> None:
    """Two of one department are variants, no duplicates."""
    law = "《老年人条例》第八条"
    matters = [
        a_matter("甲局/1.yaml", "老年人优待证办理", law, "申请表"),
        a_matter("甲局/2.yaml", "老年人优待证办理(补办)", law, "申请表"),
        a_matter("乙局/1.yaml", "老年人优待证办理", law, "申请表、照片"),
        a_matter("丙局/1.yaml", "烟花爆竹零售"),
    ]
    found = similar_pairs(matters, 0.5, across)
    assert [(pair.one.matter.file, pair.other.matter.file) for pair in found] == [
        ("甲局/1.yaml", "乙局/1.yaml"),
        ("甲局/2.yaml", "乙局/1.yaml"),
    ]
    assert found[0].likeness.value >= found[1].likeness.value


def test_a_matter_that_every_department_has_is_one_group(a_matter: Make) -> None:
    """Its words are common to all; it is found all the same."""
    matters = [a_matter(f"第{number}局/1.yaml", "信息公开申请", "", "申请表") for number in range(62)]
    (group,) = grouped(similar_pairs(matters, 0.8, across))
    assert len(group.members) == 62
    assert len(group.pairs) == 62 * 61 // 2


def test_the_work_a_matter_is_bounded(a_matter: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that all share lead nowhere, and of those that are left a fixed number is compared."""
    compared: list[int] = []
    likeness_of = Scale.likeness

    def counted(self: Scale, one: Profile, other: Profile, least: float = 0) -> object:
        compared.append(1)
        return likeness_of(self, one, other, least)

    monkeypatch.setattr(Scale, "likeness", counted)
    for count in (100, 400):
        compared.clear()
        matters = [
            a_matter(
                f"第{number % 9}局/{number}.yaml", f"甲乙{chr(0x4E00 + number)}许可", f"《法》第{number}条", "申请书"
            )
            for number in range(count)
        ]
        similar_pairs(matters, 0.8, across)
        assert len(compared) <= count * search.NEAREST


def test_a_chain_is_no_group_and_loses_no_pair() -> None:
    """One like two, two like three, three not like one: two groups that share the second."""
    one, two, three = (profile_of(matter) for matter in SAMPLE[:3])
    scale = Scale([one, two, three])
    like = scale.likeness(one, two)
    assert like
    pairs = [Pair(one, two, replace(like, value=0.95)), Pair(two, three, replace(like, value=0.9))]
    groups = grouped(pairs)
    assert [(len(group.members), group.likeness) for group in groups] == [(2, 0.95), (2, 0.9)]
    whole = grouped([*pairs, Pair(one, three, replace(like, value=0.85))])
    assert [(len(group.members), group.likeness) for group in whole] == [(3, 0.85)]


@pytest.mark.parametrize("city", ["hailin", "edge"])
def test_no_two_matters_of_the_samples_are_taken_for_duplicates(city: str) -> None:
    """All of them are different things; the nearest two set up a body each, 事业单位 and 民办非企业单位."""
    pairs = similar_pairs(check_project(SAMPLES / city).sound, 0.05, across)
    assert all(pair.likeness.value < 0.3 for pair in pairs)
    if city == "hailin":
        nearest = {end.matter.name for end in (pairs[0].one, pairs[0].other)}
        assert nearest == {"民办非企业单位成立登记", "事业单位法人设立登记"}
