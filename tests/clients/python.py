"""Python: `openapi-python-client` makes the package, without one warning about the document, and the walk imports it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.clients.generators import environment
from tests.clients.running import DOCUMENT, EXAMPLES, run


def walked(folder: Path, env: Mapping[str, str]) -> str:
    """What the walk said."""
    tools = environment() / "bin"
    shutil.copyfile(EXAMPLES / "walk.py", folder / "walk.py")
    config = ("--config", EXAMPLES / "openapi-python-client.yaml")
    made = ("--meta", "none", "--output-path", "sibu_client", *config, "--fail-on-warning")
    with_tools = {**env, "PATH": f"{tools}:{env['PATH']}"}  # it has its result put in order by the ruff beside it
    run(tools / "openapi-python-client", "generate", "--path", DOCUMENT, *made, cwd=folder, env=with_tools)
    return run(tools / "python", "walk.py", cwd=folder, env=env)
