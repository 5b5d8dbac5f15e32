"""``zaizao lsp``: spoken to as an editor does, over a pipe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lsprotocol import types

from commands._filing import declarations_of
from commands._registry import REGISTRY_FILE
from processes.store.registry import Registry
from tests.commands.editor import Edit, Editor, serving
from tests.declaring import DEPARTMENT_FILE, MATTER, MATTER_FILE, write
from tests.filings import filing


@pytest.fixture(scope="module")
def edit() -> Iterator[Edit]:
    """Opens a window of an editor on a project and does some work in it."""
    with serving() as work_in:
        yield work_in


def test_what_is_typed_is_checked_before_it_is_saved(tmp_path: Path, edit: Edit) -> None:
    """A slip is marked with its place, and the mark goes when it is mended."""
    root = write(tmp_path, "")

    async def work(editor: Editor) -> None:
        wrong = MATTER.replace("审查 | 业务股", "审查 | 业务骨")
        assert "S102" in await editor.open(MATTER_FILE, wrong)
        (mark,) = (one for one in editor.said[editor.uri(MATTER_FILE)] if one.code == "S102")
        line = next(number for number, text in enumerate(wrong.split("\n")) if "业务骨" in text)
        start = wrong.split("\n")[line].index("业务骨")
        assert mark.range == types.Range(types.Position(line, start), types.Position(line, start + 3))
        assert "业务骨" in mark.message
        assert "S102" not in await editor.type(MATTER_FILE, wrong, MATTER)

    edit(root, work)


def test_columns_count_as_the_editor_counts(tmp_path: Path, edit: Edit) -> None:
    """A character outside the Basic Multilingual Plane is two units of UTF-16."""
    root = write(tmp_path, "")

    async def work(editor: Editor) -> None:
        text = MATTER.replace("审查 | 业务股", "𠮷查 | 业务骨")
        await editor.open(MATTER_FILE, text)
        (mark,) = (one for one in editor.said[editor.uri(MATTER_FILE)] if one.code == "S102")
        row = next(row for row in text.split("\n") if "业务骨" in row)
        assert mark.range.start.character == row.index("业务骨") + 1

    edit(root, work)


def test_the_mouse_on_a_finding_and_on_a_step(tmp_path: Path, edit: Edit) -> None:
    """The rule behind a message; the figures of a 环节; nothing elsewhere."""
    root = write(tmp_path, "")

    async def work(editor: Editor) -> None:
        text = MATTER.replace("时限: 10工作日", "时限: 8工作日")
        assert "R420" in await editor.open(MATTER_FILE, text)
        rows = text.split("\n")
        limit = next(number for number, row in enumerate(rows) if "8工作日" in row)
        shown = await editor.hover(MATTER_FILE, limit, rows[limit].index("8"))
        assert shown.startswith("**R420 环节时限之和与总时限不符**（错误）")
        step = next(number for number, row in enumerate(rows) if "- 审查 |" in row)
        shown = await editor.hover(MATTER_FILE, step, 8)
        assert "**优化前，第2个环节：审查**" in shown
        assert "业务股，5个工作日" in shown
        assert "程序1个：材料审核" in shown
        assert "第1日以后开始" in shown
        assert "优化前合计：环节4个、程序4个、各环节相加最长9日" in shown
        assert await editor.hover(MATTER_FILE, 4, 0) == ""

    edit(root, work)


def test_a_slip_is_mended_at_a_click(tmp_path: Path, edit: Edit) -> None:
    """The edit of the quick fix makes the finding go; where nothing is sure, nothing is offered."""
    root = write(tmp_path, "")

    async def work(editor: Editor) -> None:
        text = MATTER.replace("出具: 许可证", "出具：许可证").replace("审查 | 业务股", "审查 | 业务骨")
        await editor.open(MATTER_FILE, text)
        line = text.split("\n").index("出具：许可证")
        (action,) = await editor.fixes(MATTER_FILE, line)
        assert action.edit is not None
        assert action.edit.changes is not None
        (change,) = action.edit.changes[editor.uri(MATTER_FILE)]
        rows = text.split("\n")
        start, end = change.range.start, change.range.end
        assert start.line == end.line == line
        rows[line] = rows[line][: start.character] + change.new_text + rows[line][end.character :]
        assert rows[line] == "出具: 许可证"
        assert "Y202" not in await editor.type(MATTER_FILE, "\n".join(rows))
        step = next(number for number, row in enumerate(rows) if "业务骨" in row)
        assert await editor.fixes(MATTER_FILE, step) == []

    edit(root, work)


def test_a_quick_fix_says_when_it_fills_in_what_people_must_verify(tmp_path: Path, edit: Edit) -> None:
    """无 is a statement: whoever accepts it is told so."""
    root = write(tmp_path, "")

    async def work(editor: Editor) -> None:
        text = MATTER.replace("出具: 许可证", "出具:")
        await editor.open(MATTER_FILE, text)
        line = text.split("\n").index("出具:")
        (action,) = await editor.fixes(MATTER_FILE, line)
        assert action.title == "写“无”(请核对是不是确实没有):「出具」空着没填"

    edit(root, work)


def test_other_files_of_the_project_are_read_as_they_stand_in_the_editor(tmp_path: Path, edit: Edit) -> None:
    """An office added to 单位.yaml and not saved is known in the matter."""
    root = write(tmp_path, "")

    async def work(editor: Editor) -> None:
        text = MATTER.replace("审查 | 业务股", "审查 | 法规股")
        assert "S102" in await editor.open(MATTER_FILE, text)
        department = (root / DEPARTMENT_FILE).read_text("utf-8") + "  - 法规股\n"
        await editor.open(DEPARTMENT_FILE, department)
        assert "S102" not in await editor.type(MATTER_FILE, text)

    edit(root, work)


def test_a_file_outside_of_a_project_is_left_alone(tmp_path: Path, edit: Edit) -> None:
    """Nothing is said of it, and the server goes on."""
    root = write(tmp_path / "项目", "")
    stray = tmp_path / "别处" / "甲.yaml"
    stray.parent.mkdir()
    stray.write_text("甲: 乙\n", encoding="utf-8")

    async def work(editor: Editor) -> None:
        item = types.TextDocumentItem(uri=stray.as_uri(), language_id="yaml", version=1, text="甲: 乙\n")
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await editor.open(MATTER_FILE, MATTER)
        assert [*editor.said] == [editor.uri(MATTER_FILE)]

    edit(root, work)


def test_a_closed_file_loses_its_marks(tmp_path: Path, edit: Edit) -> None:
    """The editor would keep them."""
    root = write(tmp_path, "")

    async def work(editor: Editor) -> None:
        await editor.open(MATTER_FILE, MATTER.replace("业务股", "业务骨"))
        identifier = types.TextDocumentIdentifier(editor.uri(MATTER_FILE))
        await editor.told(lambda: editor.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier)))
        assert editor.said[editor.uri(MATTER_FILE)] == []

    edit(root, work)


def test_what_was_filed_is_held_against_what_is_typed(tmp_path: Path, edit: Edit) -> None:
    """N212 comes once the registry has answered, follows what is typed, and goes when it is as it was filed."""
    root = write(tmp_path, "")
    declared = declarations_of(root, DEPARTMENT_FILE.partition("/")[0])
    with Registry.open(str(root / REGISTRY_FILE)) as registry:
        registry.submit(replace(filing(department="示范局", stage=2), declarations=declared))
    longer = MATTER.replace("时限: 10工作日", "时限: 11工作日")

    async def work(editor: Editor) -> None:
        await editor.open(MATTER_FILE, longer)
        await editor.until(lambda: "N212" in editor.codes(MATTER_FILE))
        assert "N212" not in await editor.type(MATTER_FILE, MATTER)
        assert "N212" in await editor.type(MATTER_FILE, longer)
        (mark,) = (one for one in editor.said[editor.uri(MATTER_FILE)] if one.code == "N212")
        assert "时限 10→11工作日" in mark.message
        assert editor.shown == []

    edit(root, work)


def test_a_registry_that_cannot_be_asked_is_told_once_and_the_rest_is_checked(tmp_path: Path, edit: Edit) -> None:
    """In a message of the editor; saving again does not say it again."""
    root = write(tmp_path, "")
    (root / REGISTRY_FILE).write_bytes(b"x" * 9000)

    async def work(editor: Editor) -> None:
        wrong = MATTER.replace("审查 | 业务股", "审查 | 业务骨")
        assert "S102" in await editor.open(MATTER_FILE, wrong)
        await editor.until(lambda: bool(editor.shown))
        assert editor.shown[0].startswith("没有查优化前改没改过(N212):")
        saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(editor.uri(MATTER_FILE)))
        await editor.told(lambda: editor.client.text_document_did_save(saved))
        assert [*editor.said] == [editor.uri(MATTER_FILE)]
        assert len(editor.shown) == 1

    edit(root, work)
