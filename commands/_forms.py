"""Which form a command is about: its number, and of which department, matter, or of the whole city."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._matter import one_matter
from commands._target import Target, checked, department_named, target_around, usable
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.annexes.form import Card, Form
    from processes.model.workspace import Workspace

form_option = click.option("--表", "--form", "form", metavar="编号", required=True, help="附件的编号,如 6。")

_CHART = "附件8"


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form, and where it goes unless the user says otherwise."""

    form: Form | Card
    path: Path


def filled_form(target: Path, form: str, department: str | None, *, city: bool) -> Filled:
    """The form meant. Raises ``WrongUsage`` when there is none, ``CannotBeDone`` when nothing can be filled in."""
    from engine.annexes import annexes, matter_annexes

    code = f"附件{form.removeprefix('附件')}"
    if code == _CHART:
        raise WrongUsage(f"{_CHART}是流程图,用 zaizao draw 画。")
    if code not in annexes():
        raise WrongUsage(f"没有“附件{form}”。现在能填:{'、'.join(annexes())}。")
    if city and department:
        raise WrongUsage("--部门 和 --全市 只能写一个。")
    if code not in matter_annexes():
        return _of_many(target, code, department, city=city)
    if city or department or not target.is_file():
        raise WrongUsage(
            f"{code}是一个事项一张,请写明事项文件,如:zaizao fill 单位/01-事项.yaml --表 {form}。"
            "全部事项的用 zaizao build 生成。"
        )
    return _of_matter(target, code)


def _of_matter(file: Path, code: str) -> Filled:
    """The form of the matter in ``file``, and where it goes."""
    from commands._products import card_path
    from engine.annexes import matter_annexes
    from renderers.naming import safe

    one = one_matter(file)
    matter = one.checked.matter
    card = matter_annexes()[code].fill_matter(one.department, one.plan, one.checked)
    if card is None:
        raise WrongUsage(f"“{matter.name}”优化后取消,没有{code}。")
    return Filled(card, Path(card_path(safe(matter.department), code, one.name)))


def _of_many(target: Path, code: str, department: str | None, *, city: bool) -> Filled:
    """The form of a department, or of the whole city, and where it goes."""
    from commands._products import CITY, form_path
    from engine.annexes import annexes, city_annexes, department_annexes
    from renderers.naming import safe

    around = target_around(target, is_named=city or bool(department))
    result = checked(around)
    workspace = usable(result, around)
    name = None if city else department_named(workspace, department) if department else _department(around, workspace)
    if name is None:
        if code not in city_annexes():
            raise WrongUsage(f"{code}没有全市汇总,请用 --部门 写明哪个部门。")
        pairs = [(one, result.matters_of(one.name)) for one in workspace.departments]
        joined = [(one, matters) for one, matters in pairs if matters]
        filled = city_annexes()[code].fill_city(workspace.plan, joined)
        return Filled(filled, Path(form_path(CITY, code, annexes()[code].NAME)))
    declared = workspace.department(name)
    assert declared is not None
    concerned = department_annexes()[code].fill(declared, workspace.plan, result.matters_of(name))
    if concerned is None:
        raise WrongUsage(f"{name}不涉及{code}。")
    return Filled(concerned, Path(form_path(safe(name), code, annexes()[code].NAME)))


def _department(around: Target, workspace: Workspace) -> str | None:
    """The department whose folder is meant."""
    return next((one.name for one in workspace.departments if around.folder and one.folder == around.folder), None)
