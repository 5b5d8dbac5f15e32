"""Declared entries → nodes, flows and steps.

References must have been checked: an unknown one is a programming error here, not a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import count

from processes.compilation.blocks import letters, longest_limit, union
from processes.compilation.days import longest_branch
from processes.compilation.dictionary import kinds_of
from processes.compilation.exits import FINISH, NEXT_STEP, OTHERWISE, elsewhere, opposite, present_branches, settled
from processes.compilation.holders import HolderBook, written_holders
from processes.compilation.standard import StandardBranch, accepting_step, branch_limit, deciding_step
from processes.model.flow import BlockEntry, Entry, Procedure, StepEntry, walk
from processes.model.folding import fold_name
from processes.model.limits import NO_LIMIT
from processes.model.matter import Matter, Version
from processes.model.places import Place, Text
from processes.model.process import END, START, Flow, FlowKind, Holder, Node, NodeKind, Process, Step, own_offices


def compile_process(matter: Matter, version: Version, book: HolderBook) -> Process:
    """The process of one version of ``matter``."""
    return _Builder(matter, version, book).process()


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where a list of entries stands: on which side branch, in which named block, and how its steps are numbered."""

    branch: str = ""
    block: str = ""
    number: str = ""
    letters: Iterator[int] | None = None


Ends = list[tuple[str, str]]
"""For each entry of a list the node where the file enters it and the node where it leaves."""


@dataclass(frozen=True, slots=True)
class _Side:
    """A placed side branch; ``back`` is the main-path node it returns to, None if it ends the case."""

    name: str
    back: str | None
    entries: tuple[Entry, ...]
    ends: Ends


class _Builder:
    def __init__(self, matter: Matter, version: Version, book: HolderBook) -> None:
        self.matter = matter
        self.version = version
        self.book = book
        self.nodes: list[Node] = [Node(START, NodeKind.START)]
        self.flows: list[Flow] = []
        self.steps: list[Step] = []
        self.branch_days: dict[str, Fraction] = {}
        self.numbers = count(1)
        self.blocks = count(1)
        self.main: dict[str, str] = {}
        self.entered: list[str] = []
        self.side_entries: dict[str, str] = {}
        self.targets: set[str] = set()
        self.accepting: int | None = None
        self.deciding: int | None = None

    def process(self) -> Process:
        entries = self.version.entries
        whole = _Scope()
        ends = [self._place(entry, whole) for entry in entries]
        self.nodes.append(Node(END, NodeKind.END, name=END))
        self.main = {
            fold_name(entry.key): enter
            for entry, (enter, _) in zip(entries, ends, strict=True)
            if isinstance(entry, StepEntry)
        }
        standard = present_branches(self.matter, self.version)
        if standard:
            self.accepting, self.deciding = accepting_step(entries), deciding_step(entries)
        self.entered = [enter for enter, _ in ends]
        at = self._places_of_standard(standard)
        sides = [self._place_side(branch.name, branch) for branch in standard]
        known = {branch.name for branch in standard}
        own = (name for name, branch in self.version.branches.items() if branch.entries and name not in known)
        sides += [self._place_side(name, None) for name in own]
        self._flow(START, ends[0][0], "", FlowKind.MAIN, self.version.at("entries"))
        self._connect_all(entries, ends, END, whole, at)
        for side in sides:
            self._connect_side(side)
        return Process(
            version=self.version,
            steps=tuple(self.steps),
            counted_steps=tuple(step for step in self.steps if step.counted),
            offices=own_offices(self.version, self.steps),
            nodes=tuple(self.nodes),
            flows=settled(self.flows, self.nodes, self.side_entries),
            branch_days=self.branch_days,
            place=self.version.at("entries"),
        )

    # --- steps and nodes

    def _place(self, entry: Entry, scope: _Scope) -> tuple[str, str]:
        if isinstance(entry, StepEntry) and not entry.branches:
            step = self._step(entry, scope, self._number(entry, scope))
            self.steps.append(step)
            # An 环节 may well be called 办结: as a node it is told apart by a sign that no name has.
            key = f"{step.key}|环节" if step.key in (START, END) else step.key
            self.nodes.append(Node(key, NodeKind.STEP, step))
            return key, key
        step_or_none: Step | None = None
        inner = scope
        if isinstance(entry, StepEntry):
            number = self._number(entry, scope)
            step_or_none = self._step(entry, scope, number)
            name = step_or_none.key
            letters = scope.letters if scope.block else count()
            inner = _Scope(scope.branch, name, scope.number or number, letters)
            self.steps.append(step_or_none)
            self.branch_days[name] = longest_branch(entry)
        else:
            name = f"{scope.branch}/并联{next(self.blocks)}" if scope.branch else f"并联{next(self.blocks)}"
        fork, join = f"{name}:分", f"{name}:合"
        self.nodes.append(Node(fork, NodeKind.FORK, step_or_none))
        placed = [(branch, [self._place(entry, inner) for entry in branch]) for branch in entry.branches]
        self.nodes.append(Node(join, NodeKind.JOIN, step_or_none))
        for branch, ends in placed:
            self._flow(fork, ends[0][0], "", self._kind(inner), branch[0].place)
            self._connect_all(branch, ends, join, inner, {})
        return fork, join

    def _number(self, entry: StepEntry, scope: _Scope) -> str:
        if entry.uncounted or scope.branch:
            return ""
        if scope.letters is not None:
            return f"{scope.number}{letters(next(scope.letters))}"
        return str(next(self.numbers))

    def _step(self, entry: StepEntry, scope: _Scope, number: str) -> Step:
        procedures = tuple(entry.procedures)
        limit = entry.limit
        if entry.branches:
            procedures = union((*procedures, *(p for met in walk((entry,)) for p in met.entry.procedures)))
            limit = limit or longest_limit(entry)
        return Step(
            key=f"{scope.branch}/{entry.key}" if scope.branch else entry.key,
            name=entry.name,
            number=number,
            holders=self._holders(entry),
            limit=limit or NO_LIMIT,
            procedures=procedures,
            kinds=kinds_of(entry),
            origins=entry.origins,
            outputs=entry.outputs,
            uses=entry.uses,
            uncounted=entry.uncounted,
            branch=scope.branch,
            block=scope.block,
            composite=bool(entry.branches),
            place=entry.place,
            places=entry.places,
        )

    def _holders(self, entry: StepEntry) -> tuple[Holder, ...]:
        resolved = [self.book.resolve(text) for text in written_holders(entry, self.version)]
        return tuple([holder for holder in resolved if holder is not None])

    # --- flows

    def _flow(self, source: str, target: str, condition: str, kind: FlowKind, place: Place) -> None:
        self.targets.add(target)
        self.flows.append(Flow(source=source, target=target, condition=condition, kind=kind, place=place))

    @staticmethod
    def _kind(scope: _Scope) -> FlowKind:
        return FlowKind.SIDE if scope.branch else FlowKind.MAIN

    def _connect_all(
        self, entries: tuple[Entry, ...], ends: Ends, after: str, scope: _Scope, at: dict[int, list[StandardBranch]]
    ) -> None:
        keys = {fold_name(entry.key): index for index, entry in enumerate(entries) if isinstance(entry, StepEntry)}
        last = len(entries) - 1
        for index, entry in enumerate(entries):
            following = after if index == last else ends[index + 1][0]
            leave = ends[index][1]
            standard = at.get(index, ()) if not scope.branch and not scope.block else ()
            if isinstance(entry, BlockEntry) or (not entry.exits and not standard):
                self._flow(leave, following, "", self._kind(scope), entry.place)
                continue
            self._connect(entry, index, leave, following, keys, ends, scope, tuple(standard))

    def _connect(  # noqa: PLR0913 - one step and its surroundings
        self,
        entry: StepEntry,
        index: int,
        leave: str,
        following: str,
        keys: dict[str, int],
        ends: Ends,
        scope: _Scope,
        standard: tuple[StandardBranch, ...],
    ) -> None:
        otherwise = standard[-1].otherwise if standard else ""
        written = {exit_.condition for exit_ in entry.exits}
        # Who writes what happens otherwise has said everything.
        says_next = not written.isdisjoint(("", OTHERWISE, otherwise))
        for exit_ in entry.exits:
            target, kind = self._target(exit_.target, index, following, keys, ends, scope)
            says_next |= target == following
            self._flow(leave, target, exit_.condition or otherwise, kind, exit_.place)
        for branch in standard:
            label = f"{branch.condition}({branch.name})" if branch.condition in written else branch.condition
            self._flow(leave, self.side_entries[fold_name(branch.name)], label, FlowKind.SIDE, entry.place)
        if not says_next:
            if not otherwise:
                otherwise = opposite(entry.exits[0].condition) if len(entry.exits) == 1 else OTHERWISE
            self._flow(leave, following, otherwise, self._kind(scope), entry.place)

    def _target(  # noqa: PLR0913 - one reference and its surroundings
        self, text: Text, index: int, following: str, keys: dict[str, int], ends: Ends, scope: _Scope
    ) -> tuple[str, FlowKind]:
        forward = self._kind(scope)
        if text == NEXT_STEP:
            return following, forward
        if text == FINISH:
            return END, FlowKind.SIDE if scope.branch else FlowKind.SKIP
        name = fold_name(text)
        if name in keys:
            there = keys[name]
            if there <= index:
                return ends[there][0], FlowKind.LOOP
            return ends[there][0], forward if there == index + 1 or scope.branch else FlowKind.SKIP
        if scope.branch and name in self.main:
            return self.main[name], FlowKind.SIDE
        return self.side_entries.get(name) or elsewhere(name), FlowKind.SIDE

    # --- side branches

    def _places_of_standard(self, standard: tuple[StandardBranch, ...]) -> dict[int, list[StandardBranch]]:
        """Index in the main list → the standard branches that leave there; one that 去向 names leaves only there."""
        entries = self.version.entries
        named = {fold_name(exit_.target) for met in walk(entries) for exit_ in met.entry.exits}
        at: dict[int, list[StandardBranch]] = {}
        for branch in standard:
            index = self._leaving(branch)
            if index is not None and branch.name not in named:
                at.setdefault(index, []).append(branch)
        return at

    def _leaving(self, branch: StandardBranch) -> int | None:
        """Index of the 环节 where a standard branch leaves the main list."""
        return self.deciding if branch.at_decision else self.accepting

    def _place_side(self, name: str, standard: StandardBranch | None) -> _Side:
        returns = standard is not None and standard.returns and self.accepting is not None
        back = self.entered[self.accepting or 0] if returns else None
        declared = self.version.branches.get(name)
        if declared and declared.entries:
            scope = _Scope(branch=name)
            side = _Side(name, back, declared.entries, [self._place(entry, scope) for entry in declared.entries])
        else:
            assert standard is not None
            step = self._standard_step(standard)
            self.steps.append(step)
            self.nodes.append(Node(step.key, NodeKind.STEP, step))
            side = _Side(name, back, (), [(step.key, step.key)])
        self.side_entries[fold_name(name)] = side.ends[0][0]
        return side

    def _connect_side(self, side: _Side) -> None:
        finish = f"{FINISH}:{side.name}"
        after = side.back or finish
        if side.entries:
            self._connect_all(side.entries, side.ends, after, _Scope(branch=side.name), {})
        else:
            self._flow(side.ends[0][1], after, "", FlowKind.SIDE, self.version.at("entries"))
        if finish in self.targets:
            self.nodes.append(Node(finish, NodeKind.END, name=side.name))

    def _standard_step(self, branch: StandardBranch) -> Step:
        left = self.version.entries[self._leaving(branch) or 0]
        assert isinstance(left, StepEntry)
        return Step(
            key=f"{branch.name}/{branch.name}",
            name=branch.name,
            number="",
            holders=self._holders(left),
            limit=branch_limit(branch, left.limit or NO_LIMIT),
            procedures=(Procedure(name=branch.name, place=left.place),),
            outputs=(Text(branch.document, left.place),),
            branch=branch.name,
            place=left.place,
        )
