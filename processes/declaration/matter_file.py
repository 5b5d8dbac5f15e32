"""The matter of one file: what its keys, its two versions and the defaults say together."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingABC

from processes.declaration.kinds import place_of
from processes.declaration.matter_keys import MATTER, PROCESS_KEYS, VERSION_KEYS, Defaults, Half
from processes.declaration.nodes import Mapping
from processes.declaration.reporting import Reporter
from processes.declaration.shapes import Fields, Places
from processes.declaration.sharing import share_materials, share_procedures
from processes.model.findings import Severity
from processes.model.matter import Matter, Outcome, Version, VersionLabel
from processes.model.vocabulary import MatterType

_VERSION_FIELDS = {key.field: key.name for key in VERSION_KEYS}
_BOTH = frozenset(key.field for key in (*PROCESS_KEYS, *VERSION_KEYS))

_NUMBER = re.compile(r"^([A-Za-z]?\d+)[-_ ]")


def read_matter(
    root: Mapping, report: Reporter, department: str, defaults: MappingABC[MatterType, Defaults]
) -> Matter | None:
    """The matter of one file, or None after reporting what keeps it from being one.

    A matter in which something was wrong is ``faulty``: what could be read is checked, but nothing is made of it.
    """
    read = MATTER.read_fields(root, report)
    if read is None:
        return None
    fields, places = read
    before, after = fields.pop("before"), fields.pop("after")
    if not isinstance(before, Half) or not isinstance(after, Half):
        return None
    kind = fields.setdefault("kind", {MatterType.APPROVAL: "行政许可", MatterType.OTHER: ""}.get(fields["type"]))
    if kind is None:
        report.at(places["type"], "D102", "事项缺少「种类」", "其他行政权力事项、公共服务事项要写具体种类(附件4注4)")
        fields["kind"] = ""
    outer = {name: fields.pop(name) for name in _VERSION_FIELDS if name in fields}
    _refuse_twice(outer, places, (before, after), report)
    fallback: Fields = {"public": False} if fields.get("secret") and "public" not in outer else {}
    # How matters are made public by default is not how a secret one is (R701).
    withheld = ("publicity",) if fields.get("secret") else ()
    for name, (value, place) in defaults[fields["type"]].items():
        if name == "branches":
            outer["branches"] = {**value, **outer.get("branches", {})}
        elif name not in places and name not in fallback and name not in withheld:
            (fallback if name in _VERSION_FIELDS else fields)[name] = value
            places[name] = place
    if "conditions" not in places and "conditions" not in before.places:
        report.at(place_of(root, report), "D102", "事项缺少「条件」", "办理条件,一行一条;没有写 无")
    outcome = _outcome(after, report)
    old, new = _versions(fallback, outer, places, before, None if outcome is Outcome.CANCELLED else after)
    for name in ("devolved_to", "cancel_reason"):
        if name in after.fields:
            fields[name] = after.fields[name]
            places[name] = after.places[name]
    file = report.file
    number = _NUMBER.match(file.rpartition("/")[2])
    return Matter(
        **fields,
        department=department,
        file=file,
        number=number[1] if number else "",
        before=old,
        after=new,
        outcome=outcome,
        faulty=any(finding.severity is Severity.ERROR for finding in report.findings),
        place=place_of(root, report),
        places=places | {"after": after.place, "before": before.place},
    )


def _refuse_twice(outer: Fields, places: Places, halves: tuple[Half, Half], report: Reporter) -> None:
    for half in halves:
        for name in (half.fields.keys() & outer.keys()) - {"branches"}:
            report.at(
                half.places[name],
                "D115",
                f"「{_VERSION_FIELDS[name]}」外面写了,{'优化前' if half is halves[0] else '优化后'}里又写了",
                "两个版本一样就只写在外面,不一样就分别写在 优化前、优化后 里",
                related=(places[name],),
            )


def _outcome(after: Half, report: Reporter) -> Outcome:
    if "outcome" in after.fields:
        return Outcome(str(after.fields["outcome"]))
    if "cancel_reason" in after.fields:
        for name, place in after.places.items():
            if name != "cancel_reason":
                report.at(place, "D115", "取消的事项在优化后里不再写别的内容", "删掉这一项,或不写 取消")
        return Outcome.CANCELLED
    return Outcome.DEVOLVED if "devolved_to" in after.fields else Outcome.REWORKED


def _versions(
    fallback: Fields, matter: Fields, places: Places, before: Half, after: Half | None
) -> tuple[Version, Version | None]:
    """Both versions complete. 优化后 says only what changed: the rest is 优化前's, with 优化前's places.

    ``fallback`` is what the defaults say; ``matter`` what stands outside of both versions.
    """
    old = {**fallback, **matter, **before.fields}
    old_places = {name: places[name] for name in (*fallback, *matter) if name in places} | before.places
    _join_branches(old, matter, before.fields)
    if after is None:
        return Version(label=VersionLabel.BEFORE, place=before.place, places=old_places, **old), None
    changed = {name: value for name, value in after.fields.items() if name in _BOTH and name not in matter}
    new = {**old, "source": "", **changed}
    if "branches" in after.fields:
        _join_branches(new, old, after.fields)
    if new["materials"] is not old["materials"]:
        old["materials"], new["materials"] = share_materials(old["materials"], new["materials"])
    if new["entries"] is not old["entries"]:
        old["entries"], new["entries"] = share_procedures(old["entries"], new["entries"])
    new_places = old_places | {name: after.places[name] for name in changed}
    return (
        Version(label=VersionLabel.BEFORE, place=before.place, places=old_places, **old),
        Version(label=VersionLabel.AFTER, place=after.place, places=new_places, **new),
    )


def _join_branches(fields: Fields, outer: Fields, inner: Fields) -> None:
    """Side branches are the one thing joined by name instead of replaced whole."""
    if "branches" in outer and "branches" in inner:
        fields["branches"] = {**outer["branches"], **inner["branches"]}
