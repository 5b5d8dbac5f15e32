"""``zaizao verify-package``: everything that was done to a package is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands.verify_package import verified
from processes.model.package import COVER, MANIFEST, MISSING, DefectKind
from renderers.packages.archive import manifest_of, render
from tests.commands.conftest import Ran
from tests.effort import tried

Zaizao = Callable[..., Ran]
Files = list[tuple[str, bytes]]

FILES = (
    (COVER, b"PK cover"),
    (MISSING, b"PK missing"),
    ("附件6-台账.xlsx", b"PK form" * 40),
    ("附件7/01-示范事项.docx", b"PK card" * 9),
)
PACKAGE = render(manifest_of("示范局", 3, "优化作风流程阶段", FILES), FILES)
FORM = "示范局/附件6-台账.xlsx"


def inside(content: bytes) -> Files:
    """The files of a zip."""
    with ZipFile(BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def zipped(files: Sequence[tuple[str, bytes]], packed: int = ZIP_STORED) -> bytes:
    """What another program makes of files."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", packed) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return buffer.getvalue()


def told(content: bytes) -> list[tuple[DefectKind, str]]:
    """What is found, by kind and path."""
    return [(one.kind, one.path) for one in verified(content)[1]]


def with_other(name: str, content: bytes) -> bytes:
    """The package with another content of a file, packed anew."""
    return zipped([(one, content if one == name else old) for one, old in inside(PACKAGE)])


def test_a_package_as_it_was_packed_is_whole() -> None:
    """Nothing is found, and it is said whose it is."""
    manifest, defects = verified(PACKAGE)
    assert defects == ()
    assert manifest is not None
    assert (manifest.owner, manifest.stage, manifest.papers) == ("示范局", 3, 2)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (with_other(FORM, b"other"), [(DefectKind.CHANGED, "附件6-台账.xlsx")]),
        (with_other(f"示范局/{COVER}", b"other"), [(DefectKind.CHANGED, COVER)]),
        (with_other(f"示范局/{MANIFEST}", b""), [(DefectKind.CHANGED, MANIFEST)]),
        (
            zipped([one for one in inside(PACKAGE) if one[0] != FORM]),
            [(DefectKind.MISSING, "附件6-台账.xlsx")],
        ),
        (zipped([*inside(PACKAGE), ("示范局/新建.txt", b"")]), [(DefectKind.ADDED, "新建.txt")]),
        (zipped([*inside(PACKAGE), ("别处/新建.txt", b"")]), [(DefectKind.ADDED, "别处/新建.txt")]),
        (
            zipped([(name.replace("附件6", "附件六"), content) for name, content in inside(PACKAGE)]),
            [(DefectKind.MISSING, "附件6-台账.xlsx"), (DefectKind.ADDED, "附件六-台账.xlsx")],
        ),
        (
            zipped([(name.replace("示范局/", ""), content) for name, content in inside(PACKAGE)]),
            [(DefectKind.REPACKED, "")],
        ),
        (zipped(inside(PACKAGE)), [(DefectKind.REPACKED, "")]),
        (zipped(inside(PACKAGE), ZIP_DEFLATED), [(DefectKind.REPACKED, "")]),
        (PACKAGE + b"\0", [(DefectKind.REPACKED, "")]),
        (b"\0" + PACKAGE, [(DefectKind.REPACKED, "")]),
        (PACKAGE[:-30], [(DefectKind.TORN, "")]),
        (PACKAGE.replace(b"PK form", b"pk form", 1), [(DefectKind.DAMAGED, "附件6-台账.xlsx")]),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else None,
)
def test_what_was_done_is_told(content: bytes, expected: list[tuple[DefectKind, str]]) -> None:
    """Which file, and what happened to it."""
    assert told(content) == expected


def test_a_file_that_was_put_in_twice_is_told() -> None:
    """Programs differ in which of the two they show."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = zipped([*inside(PACKAGE), (FORM, dict(FILES)["附件6-台账.xlsx"])])
    assert (DefectKind.ADDED, "附件6-台账.xlsx") in told(content)


def test_a_package_packed_anew_with_a_list_of_its_own_has_another_code() -> None:
    """It is whole in itself: what is signed on paper tells that it is another one."""
    files = [(path, b"other" if path.startswith("附件6") else content) for path, content in FILES]
    forged = render(manifest_of("示范局", 3, "优化作风流程阶段", files), files)
    manifest, defects = verified(forged)
    original, _ = verified(PACKAGE)
    assert defects == ()
    assert manifest is not None
    assert original is not None
    assert manifest.code != original.code


@settings(max_examples=tried(25))
@given(st.integers(0, len(PACKAGE) - 1), st.integers(1, 255))
def test_every_byte_that_is_turned_is_told(place: int, change: int) -> None:
    """Wherever it is: in a paper, in a name, in a time, in what no program looks at."""
    content = bytearray(PACKAGE)
    content[place] ^= change
    assert told(bytes(content))


@settings(max_examples=tried(15))
@given(st.integers(0, len(PACKAGE) - 1))
def test_every_package_that_was_cut_off_is_told(length: int) -> None:
    """Half a download."""
    assert told(PACKAGE[:length])


@settings(max_examples=tried(25))
@given(st.integers(0, len(PACKAGE)), st.binary(min_size=1, max_size=40), st.integers(0, 40))
def test_every_piece_that_was_put_in_or_taken_out_is_told(place: int, piece: bytes, dropped: int) -> None:
    """Unless it is what had been there."""
    content = PACKAGE[:place] + piece + PACKAGE[place + dropped :]
    assert bool(told(content)) is (content != PACKAGE)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package in the current folder."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "示范局-第3阶段.zip"
    file.write_bytes(PACKAGE)
    return file


def test_it_is_said_that_a_package_is_whole(package: Path, zaizao: Zaizao) -> None:
    """Whose, of which stage, with the check code; nothing is unpacked."""
    ran = zaizao("verify-package", package.name)
    assert ran.code == 0
    assert re.fullmatch(
        r"示范局-第3阶段\.zip:完好。示范局第3阶段\(优化作风流程阶段\),2 个文件。核验码:(\w{4}-){3}\w{4}\n", ran.out
    )
    assert [path.name for path in Path().iterdir()] == [package.name]


def test_all_packages_of_a_folder_are_verified(package: Path, zaizao: Zaizao) -> None:
    """Each with all that is wrong with it; then how many."""
    folder = Path("报送包/第3阶段")
    folder.mkdir(parents=True)
    package.rename(folder / package.name)
    (folder / "别的.zip").write_bytes(with_other(FORM, b""))
    ran = zaizao("verify-package", "报送包")
    assert ran.code == 1
    first, second, *others = ran.out.splitlines()
    assert first == f"{folder / '别的.zip'}:示范局第3阶段(优化作风流程阶段),有 1 处不对:"
    assert second == "  改动  附件6-台账.xlsx:和清单里的 SHA-256 不一样,打包以后改过。"
    assert "完好" in others[0]
    assert others[1] == "2 个包,1 个有问题。"


def test_a_folder_without_packages_is_told(package: Path, zaizao: Zaizao) -> None:
    """Or a file that is not there."""
    Path("空").mkdir()
    ran = zaizao("verify-package", "空")
    assert (ran.code, ran.err) == (2, "错误:“空”里没有 zip。写报送包的文件名,或者放报送包的文件夹。\n")
    assert zaizao("verify-package", "没有.zip").code == 2
    assert zaizao("verify-package").code == 2


def test_a_file_that_cannot_be_read_is_told(package: Path, zaizao: Zaizao, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the system, or because no package is so large."""
    monkeypatch.setattr("processes.intake.package_file.MAX_BYTES", 10)
    assert "不像报送包" in zaizao("verify-package", package).err

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "")

    monkeypatch.undo()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    ran = zaizao("verify-package", package)
    assert (ran.code, ran.out) == (3, "")
    assert "没有权限" in ran.err


def test_the_digest_of_a_file_is_the_one_that_everybody_reckons() -> None:
    """SHA-256, as in the list."""
    assert f"{sha256(b'PK cover').hexdigest()}  {COVER}\n" in inside(PACKAGE)[0][1].decode()
