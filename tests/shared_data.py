"""Where the data of other projects lies, which the tests read and the repository does not carry."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parent.parent
MISSING = "the folder of shared data is not here: set SIBU_SHARED, or put it beside the repository as `shared`"


def shared_data(*parts: str) -> Path | None:
    """A path inside the shared folder's `data`, or None where it is not there: skip then, with `MISSING` as reason."""
    folder = Path(os.environ["SIBU_SHARED"]) if "SIBU_SHARED" in os.environ else _ROOT.parent / "shared"
    path = folder.joinpath("data", *parts)
    return path if path.exists() else None


def shared(*parts: str) -> Path:
    """The same path, or the calling test is skipped."""
    path = shared_data(*parts)
    if path is None:
        pytest.skip(MISSING)
    return path
