"""A case lived through the desk on either database."""

from __future__ import annotations

from pathlib import Path

import pytest

import zaizao
from processes.model.case import CaseStatus, EventKind, TimerKind
from processes.model.matter import VersionLabel
from processes.store.failures import Overtaken
from tests.declaring import MATTER, MATTER_FILE, lay_over, write
from tests.living import PERMIT, at, on


def test_a_case_is_lived_on_either_database(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Receipt, tick, what comes too late, review; state, timers, messages and chain are those of one transaction."""
    root = write(tmp_path / "项目", "")
    (root / MATTER_FILE).write_text(lay_over(MATTER, PERMIT), encoding="utf-8")
    with zaizao.cases(root, url) as desk:
        begun = desk.start(
            root / MATTER_FILE, applicant="李四", unit="综合股", person="张三", at=at(1), label=VersionLabel.BEFORE
        )
        number = begun.number
        assert [one.kind for one in desk.book.due_timers(on(2))] == [TimerKind.YELLOW]
        (ticked,) = desk.tick(at(9))
        assert ticked.answer is not None
        assert ticked.answer.events[0].kind is EventKind.DEEMED
        seen = desk.course(number)
        late = desk.fire(number, "补正", unit="综合股", person="张三", at=at(12))
        assert late.refusal is not None
        assert late.refusal.violation
        monkeypatch.setattr(desk, "course", lambda _number: seen)
        with pytest.raises(Overtaken, match="就在刚才,综合股 张三先办了一步"):
            desk.fire(number, "下一环节", unit="业务股/审查岗", person="王五", at=at(12))
        monkeypatch.undo()
        assert desk.fire(number, "下一环节", unit="业务股/审查岗", person="王五", at=at(12)).done
        head, course = desk.course(number)
        assert (head.status, head.marking, head.version) == (CaseStatus.OPEN, course.marking, course.version)
        assert [message.topic for _, message in desk.book.messages(None)][:2] == ["收件", "视为受理"]
        assert desk.book.verify() == ()
