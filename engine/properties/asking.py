"""A property of the plan asked about one version."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from engine.measures import measures
from engine.nets.net import Net
from engine.properties.answers import TOO_MANY, Answer, Status
from engine.properties.runs import Found, after, before, both, never_after
from engine.properties.subject import Subject
from engine.rules.longest import overlong_main, overlong_sides
from processes.model.limits import TimeLimit
from processes.model.matter import Matter
from processes.model.plan import Switches
from processes.model.process import Holder, HolderKind, Step
from processes.model.property import EVERY_WAY, PROMISE, Property, PropertyKind

_ASKED: Mapping[PropertyKind, Callable[[Net, int, int], Found]] = {
    PropertyKind.BEFORE: before,
    PropertyKind.AFTER: after,
    PropertyKind.NEVER_AFTER: never_after,
    PropertyKind.NOT_BOTH: both,
}
_MEASURES = {"环节数": "steps", "程序数": "procedures", "材料数": "materials"}
"""What may be counted → the measure that counts it."""


def applies(wanted: Property, matter: Matter) -> bool:
    """Whether the property is demanded of ``matter``."""
    return not wanted.applies or not {str(matter.type), matter.kind}.isdisjoint(wanted.applies)


def answer(wanted: Property, subject: Subject, switches: Switches) -> Answer:
    """Whether it holds in every run."""
    match wanted.kind:
        case PropertyKind.AT_MOST:
            return _counted(wanted, subject, switches)
        case PropertyKind.OTHER_POST | PropertyKind.OTHER_UNIT:
            return _held_by_others(wanted, subject)
        case _:
            first, second = subject.happening(wanted.first), subject.happening(wanted.second)
            return answer_on_runs(
                wanted.sentence, wanted.kind, subject, first, second, "、".join(f"「{one}」" for one in wanted.second)
            )


def answer_on_runs(  # noqa: PLR0913 - the parts of a sentence
    question: str, kind: PropertyKind, subject: Subject, first: int, second: int, missing: str
) -> Answer:
    """Whether ``kind`` holds of two sets of transitions; ``missing``: what the second is called."""
    needs_both = kind in (PropertyKind.NEVER_AFTER, PropertyKind.NOT_BOTH)
    if not first or (needs_both and not second):
        return Answer(question=question, status=Status.VACUOUS)
    found = _ASKED[kind](subject.net, first, second)
    if found.run is None:
        if found.complete:
            return Answer(question=question, status=Status.HOLDS)
        return Answer(question=question, status=Status.UNKNOWN, message=TOO_MANY)
    message, at = _told(kind, subject, found.run, first, second, missing)
    return Answer(
        question=question,
        status=Status.BROKEN,
        message=message,
        run=subject.told(found.run),
        place=subject.place_of(at),
    )


def _told(  # noqa: PLR0913 - as above, and the run
    kind: PropertyKind, subject: Subject, run: tuple[int, ...], first: int, second: int, missing: str
) -> tuple[str, int]:
    """What is wrong with a run, and the transition at which it goes wrong."""
    last = run[-1]
    done = [one for one in run if first >> one & 1]
    match kind:
        case PropertyKind.BEFORE:
            return f"到了{_where(subject, last)},前面没有{missing}", last
        case PropertyKind.AFTER if done[-1] == last:
            return f"直接到了{_where(subject, last)},没有{missing}", last
        case PropertyKind.AFTER:
            return f"经过{_where(subject, done[-1])}以后,一直到{_where(subject, last)}都没有{missing}", done[-1]
        case PropertyKind.NEVER_AFTER:
            return f"经过{_where(subject, done[0])}以后,又到了{_where(subject, last)}", last
        case _:
            if first & second & 1 << last:
                return f"{_where(subject, last)}两样都有", last
            other = next(one for one in run if (first if second >> last & 1 else second) >> one & 1)
            return f"同一个办件既经过{_where(subject, other)},又经过{_where(subject, last)}", last


def _where(subject: Subject, transition: int) -> str:
    return "".join(f"「{name}」" for name in subject.names_of(transition))


# --- who does it


def _held_by_others(wanted: Property, subject: Subject) -> Answer:
    by_post = wanted.kind is PropertyKind.OTHER_POST
    first = _holding(subject, subject.happening(wanted.first), by_post=by_post)
    second = _holding(subject, subject.happening(wanted.second), by_post=by_post)
    if not first or not second:
        return Answer(question=wanted.sentence, status=Status.VACUOUS)
    for who, own in first.items():
        for one, holder in own:
            for other, _ in second.get(who, ()):
                found = both(subject.net, _entering(subject, one), _entering(subject, other))
                if found.run is not None:
                    said = f"「{one.name}」" if one is other else f"「{one.name}」和「{other.name}」"
                    return Answer(
                        question=wanted.sentence,
                        status=Status.BROKEN,
                        message=f"{said}都由{holder if by_post else holder.unit}承办",
                        run=subject.told(found.run),
                        place=holder.place,
                    )
                if not found.complete:
                    return Answer(question=wanted.sentence, status=Status.UNKNOWN, message=TOO_MANY)
    return Answer(question=wanted.sentence, status=Status.HOLDS)


def _holding(subject: Subject, happening: int, *, by_post: bool) -> dict[tuple[str, str], list[tuple[Step, Holder]]]:
    """Unit, and post where asked → the steps begun by ``happening`` that it holds."""
    found: dict[tuple[str, str], list[tuple[Step, Holder]]] = {}
    for node in subject.nodes:
        step = node.step
        if step is None or not _entering(subject, step) & happening:
            continue
        for holder in step.holders:
            if by_post and not (holder.post and holder.kind is HolderKind.OFFICE):
                continue
            found.setdefault((holder.unit, holder.post if by_post else ""), []).append((step, holder))
    return found


def _entering(subject: Subject, step: Step) -> int:
    return subject.steps_entered(lambda one: one is step)


# --- how much


def _counted(wanted: Property, subject: Subject, switches: Switches) -> Answer:
    (counted,) = wanted.first
    if counted == EVERY_WAY:
        return days(wanted.sentence, subject, switches, wanted.limit)
    measured = measures()[_MEASURES[counted]].measure(subject.process, switches)
    value = measured.value or 0
    if value <= wanted.number:
        return Answer(question=wanted.sentence, status=Status.HOLDS)
    return Answer(
        question=wanted.sentence,
        status=Status.BROKEN,
        message=f"{counted}是{value},超过{wanted.number}",
        place=measured.sources[0],
    )


def days(question: str, subject: Subject, switches: Switches, limit: TimeLimit | None) -> Answer:
    """Whether every way keeps ``limit``, the promise of the version if None.

    As with N207, ways by a 支线 are a note only: the law may have their time not counted.
    """
    bound = limit or subject.process.version.limit
    if bound.amount is None:
        return Answer(question=question, status=Status.VACUOUS)
    name = f"{limit}" if limit else f"{PROMISE} {bound}"
    return min(_overlong(question, subject, switches, bound, name), key=lambda one: _ORDER.index(one.status))


_ORDER = (Status.BROKEN, Status.NOTE, Status.HOLDS)


def _overlong(question: str, subject: Subject, switches: Switches, bound: TimeLimit, name: str) -> Iterator[Answer]:
    process = subject.process
    yield Answer(question=question, status=Status.HOLDS)
    main = overlong_main(process, switches, bound)
    if main is not None:
        status = Status.BROKEN if main.said else Status.NOTE
        said = f"要 {main.said},超过{name}" if main.said else "工作日和自然日都有,不能相加"
        yield Answer(question=question, status=status, message=f"最长一路({main.steps}){said}", place=main.place)
        return
    for way in overlong_sides(process, bound):
        said = f"一路相加是 {way.said},超过{name}" if way.said else "一路工作日和自然日都有,不能相加"
        yield Answer(question=question, status=Status.NOTE, message=f"走支线「{way.side}」{said}", place=way.place)
