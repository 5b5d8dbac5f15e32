"""Cases lived in a test: a declaration, and what people do to a case of it, without any registry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeAlias

from engine.cases import deeming, extending, handing_in, moving, pausing, withdrawing
from engine.cases.attempt import Attempt, Refusal
from engine.cases.course import fold, opened
from engine.cases.definition import Definition, definition_of
from engine.cases.extending import Grounds
from engine.cases.ledger import Accounts
from engine.cases.opening import open_case
from engine.cases.times import BEIJING
from engine.cases.timing import accounts_of
from engine.cases.wording import way_meant
from processes.calendars.calendar import calendar_of
from processes.model.case import CaseEvent
from processes.model.matter import VersionLabel
from tests.declaring import Declared

CALENDAR = calendar_of()
PERMIT = """优化前:
  承办: 综合股
  时限: 20工作日
  材料: 申请书、平面图、照片
  流程:
    - 环节: 受理 | 综合股 | 1工作日 | 形式审查
      出具: 受理通知书
    - 审查 | 业务股/审查岗 | 5工作日 | 材料审核、产品检验(不计时限)
    - 环节: 联审 | 综合股 | 6工作日
      并联:
        - 甲审 | 公安局 | 5工作日 | 核查
        - 乙审 | 业务股 | 6工作日 | 核查
      去向:
        不合格: 审查
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 环节: 送达 | 综合股 | 1工作日 | 送达
      出具: 许可证
优化后: 不变
"""
"""A permit with three materials, a post, a 并联 that is decided on after it is joined, and an inspection that is not
counted; its standard branches are 一次告知补正, 不予受理 and 不予许可."""

DIGEST = "0" * 64

Deed: TypeAlias = Any
"""What was done (``CaseEvent``), or why not (``Refusal``): each test knows which it asks for."""


def definition_in(what: Declared, label: VersionLabel = VersionLabel.BEFORE, digest: str = DIGEST) -> Definition:
    """The process of a declaration as cases run on it."""
    assert what.checked.workspace is not None
    return definition_of(what.checked_matter, label, digest, what.checked.workspace.plan.switches)


def at(day: int, hour: int = 9, month: int = 3) -> datetime:
    """A moment of March 2018 in Beijing; the 1st is a Thursday, and there is no holiday."""
    return datetime(2018, month, day, hour, tzinfo=BEIJING)


def on(day: int, month: int = 3) -> date:
    """A day of March 2018."""
    return date(2018, month, day)


class Living:
    """A case and what is done to it; each deed adds its event and answers with it, or with the refusal."""

    def __init__(self, definition: Definition, *received: str, unit: str = "综合股", day: int = 1) -> None:
        """Taken in on a day of March 2018 with these materials."""
        self.definitions = {(definition.digest, definition.label): definition}
        self.count = 0
        event = open_case(definition, self.attempt(unit, day), received)
        assert isinstance(event, CaseEvent), event
        self.course = opened(event, self.definitions)

    def attempt(self, unit: str, day: int) -> Attempt:
        """Somebody of ``unit`` tries something at nine o'clock."""
        self.count += 1
        return Attempt(unit=unit, person="张三", at=at(day), key=f"{self.count}")

    def fire(
        self, said: str, unit: str = "综合股", day: int = 2, *, place: str = "", ask: tuple[str, ...] = ()
    ) -> Deed:
        """The file is sent on."""
        flow = way_meant(self.course, said, place, unit)
        if flow is None:
            return self.add(moving.not_there_yet(self.course, said))
        return self.add(moving.move(self.course, flow, self.attempt(unit, day), ask))

    def receive(self, *names: str, unit: str = "综合股", day: int = 2) -> Deed:
        """Materials come in."""
        return self.add(handing_in.hand_in(self.course, names, self.attempt(unit, day)))

    def pause(self, kind: str, unit: str = "综合股", day: int = 2) -> Deed:
        """The clock is stopped."""
        return self.add(pausing.pause(self.course, kind, self.attempt(unit, day)))

    def extend(self, unit: str = "综合股", day: int = 2, days: int | None = None, month: int = 3) -> Deed:
        """The limit is made longer, with the approval of 局长."""
        one = replace(self.attempt(unit, day), at=at(day, month=month))
        ledger = self.accounts.ledger(self.course.history, one.day)
        return self.add(extending.extend(self.course, ledger, one, Grounds("要复核", "局长", days)))

    def withdraw(self, unit: str = "综合股", day: int = 2) -> Deed:
        """The applicant does not want it any more."""
        return self.add(withdrawing.withdraw(self.course, self.accounts, self.attempt(unit, day), "不办了"))

    @property
    def accounts(self) -> Accounts:
        """What its clocks go by."""
        return accounts_of(self.course.definition, CALENDAR)

    def resume(self, unit: str = "综合股", day: int = 2) -> Deed:
        """The clock runs again."""
        return self.add(pausing.resume(self.course, self.attempt(unit, day)))

    def deem(self, day: int) -> Deed:
        """It is deemed accepted."""
        return self.add(deeming.deem(self.course, self.attempt("系统", day)))

    def add(self, deed: CaseEvent | Refusal) -> Deed:
        """What was done becomes part of the case."""
        if isinstance(deed, CaseEvent):
            self.course = self.course.after(deed, self.definitions)
            # Folding from the beginning gives the same.
            assert fold(self.course.events, self.definitions) == self.course
        return deed

    @property
    def places(self) -> list[str]:
        """The nodes that hold the file."""
        return list(self.course.tokens)
