"""The rules of the house that a reader of the source can check: each yields what breaks it, with file and line.

Import order between rooms is import-linter's (pyproject.toml); these are the rules that no ready linter knows.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LINES = 400
"""Past about 300 a file asks to be split; past this many it is."""

ROOMS = (
    "network",
    "forms",
    "files",
    "customers",
    "intake",
    "parts",
    "money",
    "work",
    "dispatch",
    "aftercare",
    "field",
    "office",
    "paper",
)

TELLS_TIME = {
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
    "time.time", "time.time_ns", "time.monotonic", "time.monotonic_ns", "time.perf_counter", "time.localtime",
    "time.gmtime", "sqlalchemy.func.now", "sqlalchemy.func.current_timestamp", "sqlmodel.func.now",
}  # fmt: skip
READS_ENVIRONMENT = {"os.environ", "os.environb", "os.getenv"}
WRITES_SQL = {"sqlalchemy.text", "sqlalchemy.sql.text", "sqlmodel.text", "sqlalchemy.literal_column"}
SELECTS = {"sqlalchemy.select", "sqlmodel.select", "sqlalchemy.exists", "sqlalchemy.text", "sqlmodel.text"}

CLOCK = {"api/kit/clock.py"}
ENVIRONMENT = {
    "api/settings.py",
    "api/cli.py",  # sets what its options say before the settings are read
}
TRANSACTIONS = {
    "api/access/limits.py": "counts of requests, written apart from what the requests do",
    "api/events/sequencer.py": "one batch of positions, one transaction",
    "api/kit/db.py": "defines what a transaction is",
    "api/kit/edge.py": "one request, one transaction",
    "api/kit/jobs.py": "one job, one transaction",
    "api/kit/outside.py": "forms that weigh a password between two transactions",
    "api/forms/founding.py": "the forms that come with the program, laid in after each upgrade by the command line",
    "api/exports/writing.py": "a job that says how far it is while it writes",
    "api/imports/runs/running.py": "a job that judges rows by trying them, and writes them a hundred at a time",
    "api/intake/phrases/founding.py": "the phrases that come with the program, laid in after each upgrade by the command line",
    "api/network/foundation.py": "the first administrator, made by the command line",
    "api/kit/schema.py": "makes the tables of a throw-away database",
    "api/worker.py": "gives recurring duties their units of work",
    "api/demo/__init__.py": "fills an empty database from the command line, which has no request",
    "api/demo/player.py": "plays each deed of a case as the request it would be",
    "api/imports/writer.py": "imports a file whole or not at all, from the command line",
}
RAW_SQL = {
    "api/kit/db.py": "knows which database it is",
    "api/kit/schema.py": "runs what only one database understands",
    "api/kit/search.py": "full text is spelled differently on each database",
}

# What a file of a resource's package may know: files of its own rank or below (house rule 1).
RANK = {
    "model": 0, "problems": 0, "schemas": 1, "policy": 2, "queries": 2, "workflow": 2, "service": 3, "router": 4,
}  # fmt: skip


@dataclass(frozen=True, order=True)
class Finding:
    """One breach."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


def time_told(root: Path) -> Iterator[Finding]:
    """Only `kit/clock.py` tells the time (rule 9)."""
    for path, tree in _sources(root, "api", "alembic"):
        if path not in CLOCK:
            yield from _uses(path, tree, TELLS_TIME, "ask kit/clock.py for the time, not {}")


def environment_read(root: Path) -> Iterator[Finding]:
    """Only `settings.py` reads the environment (rule 9)."""
    for path, tree in _sources(root, "api", "alembic"):
        if path not in ENVIRONMENT:
            yield from _uses(path, tree, READS_ENVIRONMENT, "take a setting from settings.py, not {}")


def transactions_ended(root: Path) -> Iterator[Finding]:
    """Services never commit, nor open a transaction of their own (rule 2)."""
    for path, tree in _sources(root, "api"):
        if path in TRANSACTIONS:
            continue
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            opens = node.func.attr in {"begin", "begin_nested", "write"} and not node.args
            opens = opens and {keyword.arg for keyword in getattr(node, "keywords", ())} <= {"forgettable"}
            if opens or node.func.attr in {"commit", "rollback"}:
                yield Finding(path, node.lineno, f".{node.func.attr}() belongs to the edge and to jobs")


def rows_selected(root: Path) -> Iterator[Finding]:
    """In a room only `queries.py` selects (rule 3)."""
    for path, tree in _sources(root, *(f"api/{room}" for room in ROOMS)):
        if Path(path).name != "queries.py" and "queries" not in Path(path).parts:
            yield from _uses(path, tree, SELECTS, "only queries.py selects: move {} there")


def sql_written(root: Path) -> Iterator[Finding]:
    """SQL in strings stands where the databases differ, and nowhere else (rule 9)."""
    for path, tree in _sources(root, "api"):
        if path in RAW_SQL:
            continue
        yield from _uses(path, tree, WRITES_SQL, "say {} in SQLAlchemy's terms, or in kit/db.py")
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr == "exec_driver_sql":
                yield Finding(path, node.lineno, "exec_driver_sql belongs in kit/db.py")


def upward_imports(root: Path) -> Iterator[Finding]:
    """Inside a package: router → service → workflow, policy, queries → model (rule 1)."""
    for path, tree in _sources(root, "api"):
        own = RANK.get(Path(path).stem)
        if own is None:
            continue
        for node, module in _imports(tree, path):
            stem = module.rpartition(".")[2]
            if module == "api.access.policy":
                continue  # the rights of the whole house, not of one package
            if module.startswith("api.") and RANK.get(stem, 0) > own:
                yield Finding(path, node.lineno, f"{Path(path).stem}.py must not know {module}")


def tokens_opened(root: Path) -> Iterator[Finding]:
    """python-jose is unsafe when called bare: one module of `access` wraps it (stack.md)."""
    users = [
        Finding(path, node.lineno, f"{module} is used by access's one module for tokens only")
        for path, tree in _sources(root, "api")
        for node, module in _imports(tree, path)
        if module.split(".")[0] == "jose"
    ]
    allowed = {finding.path for finding in users if finding.path.startswith("api/access/")}
    return (finding for finding in users if finding.path not in allowed or len(allowed) > 1)


def alembic_shadowed(root: Path) -> Iterator[Finding]:
    """An `__init__.py` here would hide the library of the same name."""
    for path in (root / "alembic").rglob("__init__.py"):
        yield Finding(_name(path, root), 1, "remove it: it shadows the alembic library")


def files_too_long(root: Path) -> Iterator[Finding]:
    """A long file asks to be split by verb (rule 14)."""
    for folder in ("api", "tests", "tools"):
        for path in sorted((root / folder).rglob("*.py")):
            lines = path.read_text(encoding="utf-8").count("\n")
            if lines > LINES:
                yield Finding(_name(path, root), lines, f"{lines} lines: split it by verb")


RULES = (
    time_told, environment_read, transactions_ended, rows_selected, sql_written, upward_imports, tokens_opened,
    alembic_shadowed, files_too_long,
)  # fmt: skip


# -- reading source --------------------------------------------------------------------------------------------


def _sources(root: Path, *folders: str) -> Iterator[tuple[str, ast.Module]]:
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            yield _name(path, root), _parse(path, path.stat().st_mtime_ns)


@cache
def _parse(path: Path, _changed: int) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _uses(path: str, tree: ast.Module, banned: set[str], message: str) -> Iterator[Finding]:
    """Where one of the banned names is used, however it was imported."""
    known = _imported_names(tree)
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute) and (name := _dotted(node, known)) in banned:
            yield Finding(path, node.lineno, message.format(name))
        elif isinstance(node, ast.Name) and id(node) not in inner and known.get(node.id) in banned:
            yield Finding(path, node.lineno, message.format(known[node.id]))


def _imported_names(tree: ast.Module) -> dict[str, str]:
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                known[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                known[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return known


def _dotted(node: ast.expr, known: dict[str, str]) -> str:
    if isinstance(node, ast.Name):
        return known.get(node.id, "")
    if isinstance(node, ast.Attribute):
        before = _dotted(node.value, known)
        return f"{before}.{node.attr}" if before else ""
    return ""


def _imports(tree: ast.Module, path: str) -> Iterator[tuple[ast.stmt, str]]:
    """Every module imported at run time by name, `from package import module` included."""
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and re.fullmatch(r"(typing\.)?TYPE_CHECKING", ast.unparse(node.test))
        for statement in node.body
        for inner in ast.walk(statement)
    }
    package = path.removesuffix(".py").split("/")[:-1]
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield node, module
            yield from ((node, f"{module}.{alias.name}") for alias in node.names)
