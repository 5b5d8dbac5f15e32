"""The output folder of a build: what is made is remembered, what a person edited is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands._output import MANIFEST, Output
from processes.errors import CannotBeDone


def build(folder: Path, *more: tuple[str, str], complete: bool = True, **files: str) -> Output:
    """One build that makes these files; ``more`` have names that cannot be keywords."""
    made = Output(folder)
    for name, text in [*files.items(), *more]:
        made.put(f"{name}.txt", text.encode())
    made.finish(complete=complete)
    return made


def contents(folder: Path) -> dict[str, str]:
    """Name → text of what is there, the list left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_what_did_not_change_is_not_made_again(tmp_path: Path) -> None:
    """Not even touched."""
    build(tmp_path, 甲="一", 乙="二")
    before = (tmp_path / "甲.txt").stat().st_mtime_ns
    assert build(tmp_path, 甲="一", 乙="三").unchanged == 1
    assert (tmp_path / "甲.txt").stat().st_mtime_ns == before
    assert contents(tmp_path) == {"甲.txt": "一", "乙.txt": "三"}


def test_what_a_person_edited_stays(tmp_path: Path) -> None:
    """The new one stands beside it, as long as it stays edited."""
    build(tmp_path, 甲="一")
    (tmp_path / "甲.txt").write_text("手工", encoding="utf-8")
    for text in ("二", "三"):
        assert build(tmp_path, 甲=text).kept == ["甲.txt"]
        assert contents(tmp_path) == {"甲.txt": "手工", "甲(新).txt": text}


def test_what_a_person_put_there_stays(tmp_path: Path) -> None:
    """A file that no build made is not ours to overwrite."""
    (tmp_path / "甲.txt").write_text("别人的", encoding="utf-8")
    assert build(tmp_path, 甲="一").kept == ["甲.txt"]
    assert contents(tmp_path) == {"甲.txt": "别人的", "甲(新).txt": "一"}


def test_who_takes_the_edit_back_is_served_again(tmp_path: Path) -> None:
    """Deleted, or made equal to the new one; what stood beside it is cleared away."""
    build(tmp_path, 甲="一")
    (tmp_path / "甲.txt").write_text("手工", encoding="utf-8")
    build(tmp_path, 甲="二")
    (tmp_path / "甲.txt").unlink()
    assert build(tmp_path, 甲="三").kept == []
    assert contents(tmp_path) == {"甲.txt": "三"}


def test_an_edit_is_not_forgotten_by_a_build_of_something_else(tmp_path: Path) -> None:
    """Builds of one department and of the whole project take turns."""
    build(tmp_path, 甲="一", 乙="一")
    (tmp_path / "甲.txt").write_text("手工", encoding="utf-8")
    build(tmp_path, complete=False, 乙="二")
    assert build(tmp_path, 甲="二", 乙="二").kept == ["甲.txt"]
    assert contents(tmp_path)["甲.txt"] == "手工"


def test_what_is_no_longer_made_is_removed_unless_edited(tmp_path: Path) -> None:
    """Only after a complete build, and with the folders left empty."""
    build(tmp_path, ("局/丁", "一"), 甲="一", 乙="一", 丙="一")
    (tmp_path / "乙.txt").write_text("手工", encoding="utf-8")
    build(tmp_path, complete=False, 甲="一")
    assert set(contents(tmp_path)) == {"甲.txt", "乙.txt", "丙.txt", "局/丁.txt"}
    build(tmp_path, 甲="一")
    assert set(contents(tmp_path)) == {"甲.txt", "乙.txt"}
    assert not (tmp_path / "局").exists()


def test_the_list_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    """Sorted, whatever the order in which they were made."""
    build(tmp_path / "一", 甲="一", 乙="二")
    build(tmp_path / "二", 乙="二", 甲="一")
    lists = [(tmp_path / name / MANIFEST).read_bytes() for name in ("一", "二")]
    assert lists[0] == lists[1]
    assert sorted(json.loads(lists[0])["成果"]) == ["乙.txt", "甲.txt"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"成果": {"甲.txt": 3}, "依据": {}}',
        '{"成果": {"../外.txt": "0"}, "依据": {}}',
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_a_list_that_cannot_be_read_loses_nothing(text: str, tmp_path: Path) -> None:
    """What is there is then taken for somebody's."""
    folder = tmp_path / "成果"
    build(folder, 甲="一")
    (tmp_path / "外.txt").write_text("别人的", encoding="utf-8")
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    build(folder, 甲="二")
    assert contents(folder) == {"甲.txt": "一", "甲(新).txt": "二"}
    assert (tmp_path / "外.txt").exists()


def test_a_list_does_not_reach_out_of_the_folder(tmp_path: Path) -> None:
    """Nothing is removed that does not stand in it, whatever the list says."""
    folder = tmp_path / "成果"
    build(folder, 甲="一")
    outside = tmp_path / "外.txt"
    outside.write_text("一", encoding="utf-8")
    content = json.loads((folder / MANIFEST).read_text("utf-8"))
    content["成果"]["../外.txt"] = content["成果"]["甲.txt"]
    (folder / MANIFEST).write_text(json.dumps(content), encoding="utf-8")
    build(folder, 甲="一")
    assert outside.exists()


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    """Not overwritten, and no traceback."""
    (tmp_path / "甲.txt").mkdir()
    with pytest.raises(CannotBeDone, match="写不了"):
        build(tmp_path, 甲="一")
