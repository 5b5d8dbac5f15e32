"""The certificate: all identities that were checked over the forms of a department, or of the city."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.annexes import CODE_PREFIX, Declared, city_annexes, department_annexes, matter_annexes
from engine.reconcile.approvals import approval_identities, city_summary_identities
from engine.reconcile.catalogue import catalogue_identities
from engine.reconcile.ledger import ledger_identities
from engine.reconcile.notices import CHART, notice_identities
from engine.reconcile.publication import publication_identities
from engine.reconcile.statistics import city_identities, statistics_identities
from engine.reconcile.values import Filed, Identity
from processes.model.plan import Plan, Switches

CITY = "全市"

_CHECKS: Sequence[Callable[[Filed, Switches], Iterator[Identity]]] = (
    approval_identities,
    catalogue_identities,
    ledger_identities,
    notice_identities,
    statistics_identities,
    publication_identities,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What was checked. ``subject``: whose forms; ``forms``: the codes of those there are, in order."""

    subject: str
    forms: tuple[str, ...]
    identities: tuple[Identity, ...]

    @property
    def contradictions(self) -> tuple[Identity, ...]:
        """The identities that do not hold."""
        return tuple(one for one in self.identities if not one.holds)

    @property
    def explained(self) -> tuple[Identity, ...]:
        """Numbers that may differ because their scopes do, and why."""
        return tuple(one for one in self.identities if one.scope)

    @property
    def compared(self) -> tuple[Identity, ...]:
        """The identities proper."""
        return tuple(one for one in self.identities if not one.scope)

    @property
    def cells(self) -> int:
        """How many cells are covered: an error in one of them cannot go unnoticed."""
        return len({ref for one in self.identities for ref in one.covered})

    @property
    def by_name(self) -> Mapping[str, tuple[Identity, ...]]:
        """The identities proper by the name of their rule."""
        found: dict[str, list[Identity]] = {}
        for one in self.compared:
            found.setdefault(one.name, []).append(one)
        return {name: tuple(ones) for name, ones in found.items()}


def file_department(declared: Declared, plan: Plan, boxes: Mapping[str, int] | None = None) -> Filed:
    """All forms and cards of a department; ``boxes`` as in ``Filed``, for those who have drawn the charts."""
    department, matters = declared
    filled = {code: module.fill(department, plan, matters) for code, module in department_annexes().items()}
    cards = {
        checked.matter.name: card
        for module in matter_annexes().values()
        for checked in matters
        if (card := module.fill_matter(department, plan, checked)) is not None
    }
    forms = {code: form for code, form in filled.items() if form is not None}
    return Filed(owner=department.name, forms=forms, cards=cards, boxes=boxes or {})


def file_city(plan: Plan, departments: Sequence[Declared]) -> Filed:
    """The roll-ups of the city."""
    return Filed(
        owner=CITY, forms={code: module.fill_city(plan, departments) for code, module in city_annexes().items()}
    )


def reconcile(filed: Filed, switches: Switches) -> Certificate:
    """The certificate of one department."""
    return _certificate(filed.owner, (filed,), _identities(filed, switches))


def reconcile_city(city: Filed, departments: Sequence[Filed], switches: Switches) -> Certificate:
    """The certificate of the city: its roll-ups, and every department that is part of them."""
    found = [one for filed in departments for one in _identities(filed, switches)]
    found += _identities(city, switches)
    found += city_identities(city, {filed.owner: filed for filed in departments})
    found += city_summary_identities(city, departments)
    return _certificate(city.owner, (city, *departments), found)


def _identities(filed: Filed, switches: Switches) -> Iterator[Identity]:
    for check in _CHECKS:
        yield from check(filed, switches)


def _certificate(subject: str, filed: Sequence[Filed], identities: Iterator[Identity] | list[Identity]) -> Certificate:
    there = {code for one in filed for code in one.forms}
    there |= {code for one in filed if one.cards for code in matter_annexes()}
    there |= {CHART for one in filed if one.boxes}
    return Certificate(
        subject=subject,
        forms=tuple(sorted(there, key=lambda code: int(code.removeprefix(CODE_PREFIX)))),
        identities=tuple(identities),
    )
