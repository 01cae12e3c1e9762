"""Runs `make lighthouse`: the phone's pages judged by Lighthouse in the browser of the tests; reports go to `var/lighthouse`.

Lighthouse brings 170 MB of packages of its own, which only this needs: they are installed beside its script, by its lock.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from bootstrap import FRONTEND, NPM
from browser import browser_environment
from steps import StepFailed, run_step, say

HERE = FRONTEND / "tools" / "lighthouse"


def main() -> int:
    """Entry point; the exit code is that of the script."""
    try:
        env = browser_environment()
        if not (HERE / "node_modules" / "lighthouse").is_dir():
            run_step("Lighthouse", [str(NPM), "ci", "--no-fund", "--no-audit"], cwd=HERE, env=env)
    except StepFailed as failure:
        say(f"No Lighthouse. {failure}")
        return 1
    argv = ["node", str(HERE / "run.mjs"), *sys.argv[1:]]
    return subprocess.run(argv, cwd=FRONTEND, env=env).returncode


if __name__ == "__main__":
    sys.exit(main())
