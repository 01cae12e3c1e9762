"""Takes the pictures of `make gallery`: every screen at desk and phone size, by the same browser as the tests.

All go to `var/gallery`, or to the folder that is named; those that the repository keeps also go to `docs/gallery`, with as
many colours as the eye tells apart in them.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from bootstrap import FRONTEND, NPM
from browser import browser_environment
from steps import StepFailed, say

ROOT = Path(__file__).resolve().parent.parent
KEPT, SHOWN = ROOT / "var" / "gallery" / "kept", ROOT / "docs" / "gallery"
COLOURS = 128


def main() -> int:
    """Entry point; the exit code is that of the frontend's script."""
    try:
        env = browser_environment()
    except StepFailed as failure:
        say(f"No pictures without a browser. {failure}")
        return 1
    argv = [str(NPM), "run", "gallery", "--", *sys.argv[1:]]
    code = subprocess.run(argv, cwd=FRONTEND, env=env).returncode
    if len(sys.argv) == 1:
        keep(KEPT, SHOWN)
    return code


def keep(taken: Path, shown: Path) -> None:
    """Put the kept pictures among the documents, a quarter of their size."""
    from PIL import Image

    for picture in sorted(taken.glob("*.png")):
        with Image.open(picture) as whole:
            small = whole.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            small.save(shown / picture.name, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
