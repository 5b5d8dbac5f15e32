"""The wheel is complete and minds its own names: installed alone, it runs anywhere."""

import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
NAMES = {"cli", "commands", "engine", "processes", "renderers", "samples", "zaizao"}
POISON = "raise ImportError('a package of the folder was imported instead of ours')\n"


def run(*command: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """A command's result, run without what the tests have put into the environment."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("COV", "PYTEST", "PYTHON"))}
    words = [str(word) for word in command]
    environment = {**kept, "PYTHONUTF8": "1"}
    return subprocess.run(
        words, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout without network."""
    folder = tmp_path_factory.mktemp("dist")
    result = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
    assert result.returncode == 0, result.stdout + result.stderr
    (built,) = folder.glob("*.whl")
    return built


def needed(start: Distribution) -> dict[str, Distribution]:
    """A distribution's requirements and theirs, as installed here, without extras."""
    found: dict[str, Distribution] = {}
    waiting = [start]
    while waiting:
        for line in waiting.pop().requires or []:
            requirement = Requirement(line)
            name = canonicalize_name(requirement.name)
            if name not in found and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
                found[name] = distribution(name)
                waiting.append(found[name])
    return found


def site(root: Path) -> Path:
    """The folder of a virtual environment that packages are installed into."""
    (found,) = root.glob("Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages")
    return found


def program(root: Path, name: str) -> Path:
    """A program of a virtual environment."""
    return root / "Scripts" / f"{name}.exe" if os.name == "nt" else root / "bin" / name


@pytest.fixture(scope="module")
def empty(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel and the requirements it declares, and nothing else.

    The requirements are copied from the environment of the tests: the same versions, and no network.
    """
    root = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(root, with_pip=False)
    python = program(root, "python")
    result = run(sys.executable, "-m", "pip", "--python", python, "install", "-qq", "--no-index", "--no-deps", wheel)
    assert result.returncode == 0, result.stdout + result.stderr
    (ours,) = distributions(path=[str(site(root))])
    for one in needed(ours).values():
        for file in one.files or []:
            source, target = Path(str(one.locate_file(file))), site(root) / file
            if source.is_file() and "__pycache__" not in file.parts:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, target)
    return root


@pytest.fixture
def poisoned(tmp_path: Path) -> Path:
    """A folder of the user's with packages named like ours that must not be imported."""
    for name in NAMES - {"cli"}:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(POISON, encoding="utf-8")
    (tmp_path / "cli.py").write_text(POISON, encoding="utf-8")
    return tmp_path


def test_the_wheel_has_our_names_and_no_others(wheel: Path) -> None:
    """The top of the wheel is our packages, cli.py, zaizao.py, metadata: no tests, no expected outputs, no caches."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0].removesuffix(".py") for name in names if ".dist-info/" not in name} == NAMES
    assert [name for name in names if "__pycache__" in name or name.endswith(".pyc") or "/expected/" in name] == []


def test_the_wheel_carries_calendars_fonts_samples_and_licences(wheel: Path) -> None:
    """What is not Python is in the wheel too."""
    with zipfile.ZipFile(wheel) as archive:
        names = [re.sub(r"^zaizao-[^/]+\.dist-info/", "", name) for name in archive.namelist()]
    wanted = {
        "licenses/LICENSE",
        "licenses/renderers/fonts/OFL.txt",
        "processes/calendars/years.txt",
        "renderers/fonts/NotoSansSC-Bold.ttf",
        "renderers/fonts/NotoSansSC-Regular.ttf",
        "renderers/fonts/coverage.txt",
        "samples/hailin/方案.yaml",
    }
    assert wanted - set(names) == set()


def test_the_requirements_of_the_wheel_are_met_by_each_other(empty: Path) -> None:
    """Pip finds nothing missing and no version in conflict in the environment that has only what we declare."""
    result = run(sys.executable, "-m", "pip", "--python", program(empty, "python"), "check")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("doctor",)], ids=" ".join)
def test_the_installed_command_runs_in_a_folder_with_packages_named_like_ours(
    words: tuple[str, ...], empty: Path, poisoned: Path
) -> None:
    """The command imports its own packages even where the folder has an engine/ of its own."""
    result = run(program(empty, "zaizao"), *words, cwd=poisoned)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Traceback" not in result.stderr


def test_no_other_distribution_claims_our_names(empty: Path) -> None:
    """Each of our top-level names belongs to zaizao alone, here and where only the wheel is installed."""
    assert claims([str(site(empty))]) == {name: {"zaizao"} for name in NAMES}
    assert all(owners <= {"zaizao"} for owners in claims(None).values())


def claims(path: list[str] | None) -> dict[str, set[str]]:
    """The distributions on a path that install something under one of our names."""
    found: dict[str, set[str]] = {}
    for one in distributions() if path is None else distributions(path=path):
        for file in one.files or []:
            name = file.parts[0].removesuffix(".py")
            if name in NAMES:
                found.setdefault(name, set()).add(one.metadata["Name"])
    return found
