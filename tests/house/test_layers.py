"""The rooms of the house import one way, and each foreign library has one door."""

import ast
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import grimp
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("commands", "engine", "processes", "renderers")
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

# One import that each contract must not let pass.
TRESPASSES = {
    "layers": ("processes/model/trespass.py", "import engine.machine"),
    "flowcharts": ("renderers/flowcharts/layout/trespass.py", "import renderers.flowcharts.sheets"),
    "top": ("commands/trespass.py", "import cli"),
    "model": ("renderers/trespass.py", "import processes.rules"),
    "declaration-door": ("processes/rules/trespass.py", "import yaml"),
    "intake-door": ("processes/declaration/trespass.py", "import python_calamine"),
    "store-door": ("commands/trespass_store.py", "import sqlmodel"),
    "machine-door": ("engine/trespass.py", "import transitions"),
    "graph-door": ("renderers/trespass_graph.py", "import networkx"),
    "likeness-door": ("commands/trespass_likeness.py", "import rapidfuzz"),
    "drawing-door": ("commands/trespass_drawing.py", "import graphviz"),
    "terminal-door": ("engine/trespass_terminal.py", "import rich"),
    "click-door": ("renderers/trespass_click.py", "import click"),
    "editor-door": ("renderers/trespass_editor.py", "import pygls"),
    "arrays-door": ("renderers/trespass_arrays.py", "import numpy"),
    "nowhere": ("renderers/trespass_openpyxl.py", "import openpyxl"),
}
ALLOWED = {
    "commands/allowed.py": "import click, rich, cli_free, engine.machine, processes.rules, renderers.allowed",
    "engine/machine.py": "import networkx, rapidfuzz, transitions, processes.rules",
    "processes/declaration/allowed.py": "import yaml, jsonschema",
    "processes/intake/allowed.py": "import python_calamine",
    "processes/store/allowed.py": "import alembic, sqlalchemy, sqlite3, sqlmodel",
    "renderers/allowed.py": "import graphviz, rich, typst, xlsxwriter, engine.machine, processes.model.allowed",
    "processes/model/allowed.py": "import dataclasses",
}


def lint(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """What import-linter says about the rooms in a folder under the contracts of the project."""
    command = [str(LINT_IMPORTS), "--no-logo", "--no-cache", *options, str(ROOT / "pyproject.toml")]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def house(folder: Path, files: dict[str, str]) -> Path:
    """A house with the rooms of ours and only these files in them."""
    below = ("processes/declaration", "processes/intake", "processes/model", "processes/rules", "processes/store")
    flowcharts = (f"renderers/flowcharts{room}" for room in ("", "/layout", "/sheets"))
    for room in (*ROOMS, *below, *flowcharts):
        (folder / room).mkdir(parents=True)
        (folder / room / "__init__.py").touch()
    for name, text in files.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")
    return folder


def declared() -> set[str]:
    """The distributions that pyproject.toml declares as needed at run time, or as an extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    return {canonicalize_name(Requirement(line).name) for line in lines}


def test_every_import_goes_the_right_way() -> None:
    """import-linter finds every contract of pyproject.toml kept."""
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("contract", TRESPASSES)
def test_a_trespass_breaks_its_contract(contract: str, tmp_path: Path) -> None:
    """Each contract is broken by the import it is there to stop."""
    name, line = TRESPASSES[contract]
    result = lint(house(tmp_path, {**ALLOWED, name: line}), "--contract", contract)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "BROKEN" in result.stdout


def test_what_the_design_allows_breaks_nothing(tmp_path: Path) -> None:
    """The doors themselves may import their libraries, and each room what lies below it."""
    result = lint(house(tmp_path, ALLOWED))
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_contract_has_a_trespass_here() -> None:
    """A new contract comes with an import that breaks it."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    assert {contract["id"] for contract in contracts["contracts"]} == set(TRESPASSES)


def test_cli_imports_click_and_our_rooms_only() -> None:
    """cli.py, which import-linter cannot see, uses no foreign library but click and rich."""
    tree = ast.parse((ROOT / "cli.py").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= {"click", "rich", *ROOMS, *sys.stdlib_module_names}


def test_every_foreign_import_is_a_declared_dependency() -> None:
    """What the rooms import is in pyproject.toml itself, not there by way of another library."""
    graph = grimp.build_graph(*ROOMS, include_external_packages=True, cache_dir=None)
    foreign = {name for name in graph.modules if graph.is_module_squashed(name)} - set(sys.stdlib_module_names)
    owners = packages_distributions()
    found = {
        name: {canonicalize_name(owner) for owner in owners.get(name, [])} for name in foreign - {"cli", "samples"}
    }
    assert {name: names for name, names in found.items() if not names & declared()} == {}
