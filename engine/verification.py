"""Everything that is proved of a matter: soundness, decisions, the built-in properties and those of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from engine.guards.decisions import Decision, decisions
from engine.properties.answers import TOO_MANY, Answer, Status
from engine.properties.asking import answer, applies
from engine.properties.builtin import builtin
from engine.properties.subject import DOCUMENT, Subject
from engine.rules.subjects import Examined
from engine.soundness.faults import Outcome, Verdict
from engine.soundness.telling import told
from engine.soundness.verdicts import verdict_of
from processes.model.matter import Matter
from processes.model.places import Text
from processes.model.plan import Plan
from processes.model.process import CheckedMatter, Process
from processes.model.property import Property
from processes.model.vocabulary import KINDS as MATTER_KINDS
from processes.model.vocabulary import MatterType, StepKind
from processes.model.workspace import Workspace
from processes.suggesting import suggest

BEFORE, AFTER = "优化前", "优化后"
KINDS = frozenset(map(str, StepKind))
"""Words that mean something whether or not a step is of that kind."""
SOUND = "流程走得通"
"""The question that soundness answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionProof:
    """What was proved of one version.

    ``answers`` to all questions in order: soundness, decisions, built in, of the plan. Of a process that is not sound
    nothing else is asked: what it leads to is not what somebody meant. ``states``: how many were looked at for
    soundness, 0 where the reduction decided.
    """

    label: str
    outcome: Outcome
    faults: tuple[Answer, ...]
    states: int
    decisions: tuple[Decision, ...]
    builtin: tuple[Answer, ...]
    demanded: tuple[Answer, ...]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Everything there is to say."""
        decided = (one for decision in self.decisions for one in decision.answers)
        return (*self.faults, *decided, *self.builtin, *self.demanded)

    @property
    def undecided(self) -> int:
        """How many decisions could not be judged by their words."""
        return sum(all(one.status is Status.UNKNOWN for one in decision.answers) for decision in self.decisions)


@dataclass(frozen=True, slots=True)
class MatterProof:
    """A matter and what was proved of the versions that were asked about."""

    matter: Matter
    versions: tuple[VersionProof, ...]

    @property
    def broken(self) -> int:
        """How much has to be mended, what both versions share counted once."""
        answers = {(one.place, one.question, one.message) for one in self._answers() if one.status is Status.BROKEN}
        return len(answers)

    @property
    def unknown(self) -> bool:
        """Whether something had too many states to be proved."""
        return any(one.status is Status.UNKNOWN and one.message for one in self._answers())

    def _answers(self) -> Iterator[Answer]:
        return (one for version in self.versions for one in version.answers)


class Prover:
    """Proves matter after matter of one workspace."""

    def __init__(self, workspace: Workspace, properties: Iterable[Property]) -> None:
        """``properties``: what is demanded besides what is built in."""
        self.properties = tuple(properties)
        self.plan: Plan = workspace.plan
        self._departments = {one.name: one for one in workspace.departments}
        self._known: set[str] = set()
        self._words: set[str] = {*KINDS, DOCUMENT}
        vocabulary = (kind for kinds in MATTER_KINDS.values() for kind in kinds)
        self._matters = {*map(str, MatterType), *vocabulary, *(str(one.kind) for one in workspace.matters)}

    def proof(self, checked: CheckedMatter, labels: tuple[str, ...] = (BEFORE, AFTER)) -> MatterProof:
        """What is proved of the versions of a matter."""
        matter = checked.matter
        department = self._departments[matter.department]
        examined = Examined(checked=checked, department=department, plan=self.plan)
        processes = {BEFORE: checked.before, AFTER: checked.after}
        self._hear(process for label, process in processes.items() if process is not None and label not in labels)
        return MatterProof(
            matter,
            tuple(
                self._version(label, process, examined)
                for label, process in processes.items()
                if process is not None and label in labels
            ),
        )

    def _hear(self, processes: Iterable[Process]) -> None:
        """Learn the words of versions that are not asked about, where somebody asks for words."""
        if any(one.words for one in self.properties):
            for process in processes:
                self._learn(Subject(process))

    def _learn(self, subject: Subject) -> None:
        self._known.update(word for one in self.properties for word in one.words if subject.knows(word))
        self._words |= subject.said

    def _version(self, label: str, process: Process, examined: Examined) -> VersionProof:
        subject = Subject(process)
        verdict = verdict_of(subject.net)
        meant = verdict.outcome is not Outcome.UNSOUND
        demanded = [one for one in self.properties if meant and applies(one, examined.matter)]
        self._learn(subject)
        own = builtin(subject, examined) if meant else ()
        asked = (answer(one, subject, self.plan.switches) for one in demanded)
        return VersionProof(
            label=label,
            outcome=verdict.outcome,
            faults=tuple(_answers_on(subject, verdict)),
            states=verdict.states,
            decisions=tuple(decisions(process, subject.labels)),
            builtin=tuple(_as_of(label, one) for one in own),
            demanded=tuple(_as_of(label, one) for one in asked),
        )

    def unknown_words(self) -> tuple[tuple[Text, str], ...]:
        """The names in the properties that mean nothing in any version that was proved, each with what may be meant."""
        words = dict.fromkeys(word for one in self.properties for word in one.words)
        unknown = (word for word in words if self._is_unknown(word))
        return tuple((word, suggest(word, sorted(self._words))) for word in unknown)

    def untestable(self) -> tuple[Answer, ...]:
        """The properties that nothing can ever break, because a name in them means nothing anywhere."""
        nowhere = [self._untestable(one) for one in self.properties if any(map(self._is_unknown, one.words))]
        return (*nowhere, *(found for one in self.properties for found in self._of_no_matter(one)))

    def _untestable(self, one: Property) -> Answer:
        unknown = dict.fromkeys(word for word in one.words if self._is_unknown(word))
        hints = [suggest(word, sorted(self._words)) for word in unknown]
        return Answer(
            question=one.sentence,
            status=Status.BROKEN,
            message=f"{'、'.join(f'「{word}」' for word in unknown)}在哪个流程里都没有:写错了,或者没有这样的环节",
            place=next(iter(unknown)).place,
            hint="".join(hints) or "改成流程里有的名称;用不着的删掉。",
        )

    def _of_no_matter(self, one: Property) -> Iterator[Answer]:
        """What 适用 names and no matter is."""
        for word in one.applies:
            if word not in self._matters:
                hint = suggest(word, sorted(self._matters)) or "写事项的类型或种类,如 行政许可、公共服务事项。"
                message = f"适用的「{word}」不是事项的类型或种类,也没有这样的事项"
                yield Answer(question=one.sentence, status=Status.BROKEN, message=message, place=word.place, hint=hint)

    def _is_unknown(self, word: Text) -> bool:
        return word not in self._known and word not in KINDS


def _answers_on(subject: Subject, verdict: Verdict) -> Iterator[Answer]:
    """The faults of the net, or that it has too many states."""
    if verdict.outcome is Outcome.UNKNOWN:
        yield Answer(question=SOUND, status=Status.UNKNOWN, message=TOO_MANY, place=subject.process.place)
    said = set[str]()
    for fault in verdict.faults:
        one = told(subject.net, fault, subject.labels.__getitem__)
        message = f"{one.kind.value}:{one.message}"
        # Of a step that is never reached no way out can be taken: that is told once.
        if message not in said:
            said.add(message)
            yield Answer(
                question=SOUND, status=Status.BROKEN, message=message, run=one.run, place=one.place, hint=one.hint
            )


def _as_of(label: str, one: Answer) -> Answer:
    """How things were before the reform is a fact, nothing to mend."""
    return replace(one, status=Status.NOTE) if label == BEFORE and one.status is Status.BROKEN else one
