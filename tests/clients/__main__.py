"""The four steps, walked by generated clients against a real server: `python -m tests.clients [LANGUAGE …]`, `make clients`.

Each client is generated anew from `openapi.json` as docs/integrators.md says. A language whose tools are not on this
machine is left out, and named.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from pathlib import Path

from tests.clients import java, python, typescript
from tests.clients.running import Failed, LeftOut
from tests.started import started

LANGUAGES = {"python": python.walked, "typescript": typescript.walked, "java": java.walked}
CLOSED = re.compile(r"^SR-\S+ closed, satisfaction \d+$", re.MULTILINE)


def main(arguments: list[str] | None = None) -> int:
    """Entry point; 0 when every client that could be made closed its case."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help=f"of {', '.join(LANGUAGES)}; all if none")
    wanted = parser.parse_args(arguments).languages or list(LANGUAGES)
    if unknown := set(wanted) - LANGUAGES.keys():
        parser.error(f"no such language: {', '.join(sorted(unknown))}")
    told = {"walked": 0, "FAILED": 0, "left out": 0}
    with tempfile.TemporaryDirectory() as place, started(Path(place)) as env:
        for language in wanted:
            folder = Path(place) / language
            folder.mkdir()
            begun = time.monotonic()
            try:
                said = LANGUAGES[language](folder, env)
                verdict, why = (
                    ("walked", said) if CLOSED.search(said) else ("FAILED", f"the case is not closed:\n{said}")
                )
            except LeftOut as reason:
                verdict, why = "left out", str(reason)
            except Failed as failure:
                verdict, why = "FAILED", str(failure)
            told[verdict] += 1
            print(f"{verdict:8} {language:10} {time.monotonic() - begun:5.0f} s: {why.strip()}", flush=True)
    print(", ".join(f"{count} {verdict}" for verdict, count in told.items()))
    return 1 if told["FAILED"] else 0


if __name__ == "__main__":
    sys.exit(main())
