"""The zip of a package: the same bytes everywhere, names that every Windows reads; its 校验清单."""

from __future__ import annotations

import shutil
import subprocess
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from processes.model.package import COVER, MANIFEST, check_code
from renderers.packages.archive import manifest_of, render

FILES = ((COVER, b"cover"), ("附件6-台账.xlsx", b"form"), ("附件7/01-“甲”(新办).docx", b""))


def archive() -> bytes:
    """A package of three files."""
    return render(manifest_of("示范局", 3, "优化作风流程阶段", FILES), FILES)


def test_the_bytes_follow_from_the_files_alone() -> None:
    """As other programs have read them: nothing of time, place or zlib is in them."""
    assert sha256(archive()).hexdigest() == "e54d6630df327007e2e260929605ff853f6752f1c6969674cbf9ff8d56e6f5a6"


def test_windows_reads_the_names() -> None:
    """They are said to be UTF-8 (bit 11), lie in a folder of their own, and hold nothing that Windows forbids."""
    with ZipFile(BytesIO(archive())) as opened:
        entries = opened.infolist()
    assert [one.filename for one in entries] == [f"示范局/{path}" for path in (MANIFEST, *(path for path, _ in FILES))]
    assert all(one.flag_bits == 1 << 11 for one in entries)
    assert {one.compress_type for one in entries} == {0}
    assert {one.date_time for one in entries} == {(2017, 1, 1, 0, 0, 0)}


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum here")
def test_the_list_is_checked_without_this_program(tmp_path: Path) -> None:
    """``sha256sum -c`` knows it once the zip is unpacked."""
    with ZipFile(BytesIO(archive())) as opened:
        opened.extractall(tmp_path)
    command = ["sha256sum", "--strict", "-c", MANIFEST]
    said = subprocess.run(command, cwd=tmp_path / "示范局", capture_output=True, text=True, check=True)
    assert said.stdout.count(": OK") == 3


def test_the_check_code_binds_the_files_but_not_the_page_on_which_it_stands() -> None:
    """Another content, name or number of files has another code; order and cover have not."""
    files = (("甲", "0" * 64), ("乙", "1" * 64))
    code = check_code(files)
    assert code == "5969-f909-d4c1-7ba9"
    assert check_code((*reversed(files), (COVER, "2" * 64))) == code
    others = {
        check_code(other) for other in (files[:1], (*files, ("丙", "0" * 64)), (("甲", "1" * 64), ("乙", "0" * 64)))
    }
    assert len(others | {code}) == 4
