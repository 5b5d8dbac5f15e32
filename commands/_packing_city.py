"""全市的报送包: the roll-ups of a stage, with the list of the departments' packages and of what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands._chart_products import Product
from commands._filing import is_due
from commands._keys import key_of
from commands._packages import Job, city_units, package_name, sealed
from commands._products import CITY, Unit

if TYPE_CHECKING:
    from engine.campaign.covers_city import Entry
    from engine.campaign.packing import Packing
    from engine.campaign.terms import Term
    from processes.checking import Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class CityJob:
    """The package of the city; fields as in ``Job``, with an entry for each department of the plan."""

    name: str
    packing: Packing
    entries: tuple[Entry, ...]
    due: tuple[str, ...]
    units: tuple[tuple[str, Unit], ...]
    key: str


def city_job(checked: Checked, term: Term, jobs: Sequence[Job], entries: tuple[Entry, ...]) -> CityJob:
    """The package of the city in a stage, when those of the departments are made."""
    from engine.annexes import city_annexes
    from engine.campaign.packing import Packing, naming_secrets, wanted
    from engine.documents import city_kinds

    assert checked.workspace is not None
    plan = checked.workspace.plan
    own = {**city_annexes(), **city_kinds()}
    due = tuple(name for name in wanted(term.deliverables) if name in own)
    inside = {job.packing.owner for job in jobs}
    secret = [one for one in checked.matters if one.matter.secret and one.matter.department in inside]
    packing = Packing(
        owner=CITY,
        full_name=plan.city,
        plan_name=plan.name,
        recipient=plan.recipient,
        stage=term.number,
        stage_name=term.name,
        due=term.due,
        last_worked=term.last_worked,
        secret=sum(job.packing.secret for job in jobs),
        names_secrets=naming_secrets(due, secret),
    )
    units = city_units(checked, due) if due else ()
    key = key_of(packing, entries, due, [key for key, _ in units])
    return CityJob(
        name=package_name(CITY, term.number), packing=packing, entries=entries, due=due, units=units, key=key
    )


def city_zip(job: CityJob, products: Iterable[Product]) -> bytes:
    """The zip of the city, of all that its units gave."""
    from engine.campaign import covers_city

    papers = [(path.partition("/")[2], content) for path, content in products if is_due(path, job.due)]
    counted = Counter(name for path, _ in papers for name in job.due if is_due(f"/{path}", (name,)))
    files = {name: counted[name] for name in job.due}
    return sealed(
        CITY,
        job.packing,
        papers,
        covers_city.missing(job.packing, job.entries),
        lambda code: covers_city.cover(job.packing, job.entries, files, code),
    )
