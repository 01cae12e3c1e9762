"""TypeScript: `openapi-typescript` makes the types, `openapi-fetch` sends, `tsc` checks the walk, Node runs it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.clients.running import DOCUMENT, EXAMPLES, run
from tests.started import ROOT

MODULES = ROOT / "frontend/node_modules"
NODE = ROOT / ".venv/bin/node"
CHECKED = ("--noEmit", "--skipLibCheck", "--strict", "--module", "nodenext", "--allowImportingTsExtensions")


def walked(folder: Path, env: Mapping[str, str], types: Path | None = None) -> str:
    """What the walk said; ``types`` are those already made by the same generator."""
    shutil.copyfile(EXAMPLES / "walk.mts", folder / "walk.mts")
    (folder / "node_modules").symlink_to(MODULES, target_is_directory=True)
    if types:
        shutil.copyfile(types, folder / "schema.d.ts")
    else:
        made = ("--default-non-nullable=false", "-o", "schema.d.ts")
        run(NODE, MODULES / "openapi-typescript/bin/cli.js", DOCUMENT, *made, cwd=folder, env=env)
    run(NODE, MODULES / "typescript/bin/tsc", *CHECKED, "walk.mts", cwd=folder, env=env)
    return run(NODE, "walk.mts", cwd=folder, env=env)
