"""What a matter says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from processes.checking import check_project
from tests.declaring import write


@pytest.mark.parametrize(
    ("said", "marking"),
    [
        ("", ""),
        ("涉密: 秘密级,依据《示范范围》\n", "秘密"),
        ("涉密: 《国家秘密范围》第三条,机密\n", "机密"),
        ("涉密: 绝密\n", "绝密"),
        ("涉密: 依据《示范范围》\n", "涉密"),
    ],
)
def test_a_secret_matter_has_the_mark_of_its_level(said: str, marking: str, tmp_path: Path) -> None:
    """The highest that is written; where none is, that it is secret."""
    (matter,) = check_project(write(tmp_path, said)).sound
    assert matter.marking == marking
