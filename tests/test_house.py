"""Rules of the house that no linter keeps."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import hatinh_news

ROOT = Path(__file__).parents[1]
MODULES = sorted(Path(hatinh_news.__file__).parent.rglob("*.py"))
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40


def named(module: Path) -> str:
    return module.relative_to(Path(hatinh_news.__file__).parent).as_posix()


def functions(module: Path) -> Iterator[tuple[str, int]]:
    """Each function of a module with its lines."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_module_is_too_long() -> None:
    lines = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: count for name, count in lines.items() if count > LONGEST_MODULE} == {}


def test_no_function_is_too_long() -> None:
    found = {f"{named(path)}: {name}": length for path in MODULES for name, length in functions(path)}
    assert {name: length for name, length in found.items() if length > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("module", [path for path in MODULES if path.stat().st_size], ids=lambda path: path.stem)
def test_every_module_says_what_it_is(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


def test_only_the_command_line_prints_and_exits() -> None:
    speakers = {"__main__.py"}
    loud = {"print", "exit", "SystemExit", "_exit"}
    for module in MODULES:
        names = {
            node.id for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)
        }
        assert module.name in speakers or not names & loud, module


def test_every_target_of_the_makefile_says_what_it_makes() -> None:
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    targets = {line.split(":")[0] for line in lines if ": " in line and " ## " in line and line[0].isalpha()}
    (phony,) = [line.split(": ")[1].split() for line in lines if line.startswith(".PHONY")]
    assert targets == set(phony)
