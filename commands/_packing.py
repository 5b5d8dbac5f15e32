"""The making of 报送包 in an output folder: what is there is not made again, what was begun is taken up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from commands._chart_products import Made, Product
from commands._output import Output
from commands._packages import Job, zip_of
from commands._packing_city import CityJob, city_zip
from commands._products import Unit, make_all
from commands._progress import progress
from commands._spool import Spool

if TYPE_CHECKING:
    from engine.campaign.covers_city import Entry
    from engine.campaign.packing import Item

Units = Sequence[tuple[str, Unit]]
Advance = Callable[[], None]


class Packer:
    """Makes packages in ``made``; the reasons of what could not be made are in ``failed``."""

    def __init__(self, made: Output) -> None:
        self._made = made
        self.failed: list[str] = []

    def departments(self, jobs: Sequence[Job]) -> tuple[Entry, ...]:
        """An entry for each department; its package is made unless it is there.

        The papers of all of them are made together, on all cores; a package is written as soon as its own are there.
        """
        there = {job.name for job in jobs if job.is_packed and self._made.has(job.name, job.key)}
        spools = {job.name: Spool(self._made.folder, job.name) for job in jobs if job.name not in there}
        fresh = make_all([unit for job in jobs if job.name in spools for unit in _unmade(job.units, spools[job.name])])
        entries = []
        with progress("打包", sum(len(job.units) for job in jobs)) as advance:
            for job in jobs:
                content: bytes | None = None
                if job.name in there:
                    content = (self._made.folder / job.name).read_bytes()
                    for _ in job.units:
                        advance()
                elif job.is_packed:
                    products = self._products(job.units, spools[job.name], fresh, advance)
                    if products is not None:
                        content = zip_of(job, products)
                        self._put(job.name, job.key, content, spools[job.name])
                entries.append(_entry(job, content))
        return tuple(entries)

    def city(self, job: CityJob) -> None:
        """The package of the city, unless it is there."""
        if self._made.has(job.name, job.key):
            return
        spool = Spool(self._made.folder, job.name)
        fresh = make_all(_unmade(job.units, spool))
        with progress("全市汇总", len(job.units)) as advance:
            products = self._products(job.units, spool, fresh, advance)
        if products is not None:
            self._put(job.name, job.key, city_zip(job, products), spool)

    def _products(self, units: Units, spool: Spool, fresh: Iterator[Made], advance: Advance) -> list[Product] | None:
        """What all units gave; None when one of them failed, for what is filed is whole."""
        products: list[Product] = []
        failed: list[str] = []
        for key, _ in units:
            if key in spool:
                products += spool.products(key)
            else:
                one = next(fresh)
                failed += one.failed
                products += one.products
                if not one.failed:
                    spool.put(key, one.products)
            advance()
        self.failed += failed
        return None if failed else products

    def _put(self, name: str, key: str, content: bytes, spool: Spool) -> None:
        self._made.put_unit(name, key, [(name, content)])
        spool.remove()


def _unmade(units: Units, spool: Spool) -> list[Unit]:
    return [unit for key, unit in units if key not in spool]


def _entry(job: Job, content: bytes | None) -> Entry:
    """What the city's lists say of a department; ``content`` of its zip, if there is one."""
    from engine.campaign.covers import secret_notes
    from engine.campaign.covers_city import Entry
    from processes.intake.package_file import manifest_in
    from processes.model.package import MANIFEST

    packing = job.packing
    if not packing.is_owed and not job.is_packed:
        reasons = dict.fromkeys(one.why for one in packing.items)
        return Entry(department=packing.owner, is_owed=False, reason="、".join(reasons))
    entry = partial(
        Entry,
        department=packing.owner,
        lacking=tuple(map(lacking_text, packing.lacking)),
        remedies=packing.remedies,
        notes=tuple(secret_notes(packing)),
    )
    if content is None:
        return entry(reason="有材料没有做成,没有打包" if job.is_packed else "")
    with ZipFile(BytesIO(content)) as archive:
        manifest = manifest_in(archive.read(f"{job.folder}/{MANIFEST}"))
    assert manifest is not None
    return entry(file=job.name, papers=manifest.papers, code=manifest.code, blanks=packing.blanks)


def lacking_text(one: Item) -> str:
    """``附件7 一次性告知单:缺1份(“…”申报有错误…)``."""
    from engine.campaign.packing import Place

    short = "待定" if one.place is Place.UNCLEAR else f"缺{one.lacking}份" if one.owed > 1 else "缺"
    if one.packed and not one.lacking:
        short = "不全"
    return f"{one.title}:{short}({one.why})"
