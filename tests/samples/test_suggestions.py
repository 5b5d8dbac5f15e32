"""Which name may be meant, asked of the names of the samples themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from processes.checking import Checked
from processes.suggesting import nearest


def _lists(checked: Checked) -> Iterator[Sequence[str]]:
    """The names among which one is looked for: departments, offices of each, steps of each process."""
    workspace = checked.workspace
    assert workspace is not None
    yield [str(one) for one in workspace.plan.departments]
    for department in workspace.departments:
        yield [str(one.name) for one in department.offices]
    for matter in checked.matters:
        for process in (matter.before, matter.after):
            if process is not None:
                yield [str(one.name) for one in process.steps]


def test_slips_are_found(sample: Callable[[str], Checked]) -> None:
    """Two neighbours swapped, or one character twice: the name is suggested, of every list and every name in it."""
    for names in _lists(sample("hailin")):
        for name in names:
            swapped = [name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1)]
            twice = [name[: at + 1] + name[at:] for at in range(len(name))]
            for typed in {*swapped, *twice} - set(names):
                assert nearest(typed, names) == name


def test_hardly_any_name_is_taken_for_another(sample: Callable[[str], Checked]) -> None:
    """Every name asked among the others of its list: names of three characters that differ in the second, names with
    another before them, and the standard side branches are all that is suggested.
    """
    found = set()
    for names in _lists(sample("hailin")):
        for name in names:
            near = nearest(name, [one for one in names if one != name])
            if near and near not in name and name not in near:
                found.add(frozenset((name, near)))
    assert found == {
        frozenset(pair)
        for pair in (
            ("农业局", "农机局"),
            ("国土局", "国税局"),
            ("民政局", "民宗局"),
            ("不予受理", "不予办理"),
        )
    }
