"""Takes the pictures of `make gallery`: every screen at desk and phone size, by the same browser as the tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from bootstrap import FRONTEND, NPM
from browser import browser_environment
from steps import StepFailed, say


def main() -> int:
    """Entry point; the exit code is that of the frontend's script."""
    try:
        env = browser_environment()
    except StepFailed as failure:
        say(f"No pictures without a browser. {failure}")
        return 1
    argv = [str(NPM), "run", "gallery", "--", *sys.argv[1:]]
    return subprocess.run(argv, cwd=FRONTEND, env=env).returncode


if __name__ == "__main__":
    sys.exit(main())
