"""Has a file made anew on the bench, within its time, and puts its refusals into words."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api.files.workbench.problems import FileRefused
from api.kit.problems import Unavailable
from api.kit.words import Words

BENCH = Path(__file__).with_name("bench.py")
SECONDS = 60.0
AT_ONCE = 2
_benches = threading.BoundedSemaphore(AT_ONCE)
REFUSALS: dict[str, tuple[int, Words]] = {
    "wrong_type": (415, Words("只收 JPEG、PNG、WebP、HEIC 图片和 PDF", "Only JPEG, PNG, WebP, HEIC and PDF are taken")),
    "two_things": (415, Words("这个图片里藏着别的文件", "The picture is another kind of file as well")),
    "not_readable": (422, Words("这个文件打不开，可能已损坏", "The file cannot be read; it may be damaged")),
    "too_many_points": (
        422,
        Words("图片太大，最多 5,000 万像素", "The picture is too large: at most 50 million points"),
    ),
    "too_many_pages": (422, Words("PDF 最多 500 页", "A PDF may have at most 500 pages")),
    "too_costly": (422, Words("这个文件处理起来太费时", "The file takes too much time or memory to read")),
    "locked": (422, Words("PDF 有密码，请先解除", "The PDF is protected by a password; remove it first")),
    "acts": (422, Words("PDF 里带有会自动执行的内容", "The PDF holds something that acts by itself")),
}


@dataclass(frozen=True, slots=True)
class Made:
    """What came off the bench; `files` by what they are, content or thumbnail, with hash and bytes."""

    media: str
    width: int | None
    height: int | None
    pages: int | None
    files: dict[str, dict[str, Any]]
    folder: Path

    def path(self, name: str) -> Path:
        """Where it lies until it is kept."""
        return self.folder / name


def refusal(code: str) -> FileRefused:
    """The refusal of this code."""
    status, words = REFUSALS[code]
    return FileRefused.of(status, code, words)


def make(file: Path, folder: Path) -> Made:
    """The file made anew; its parts lie in `folder`.

    :raises FileRefused: it is nothing that we take.
    :raises Unavailable: all benches are busy.
    """
    if not _benches.acquire(timeout=30):
        raise Unavailable(headers={"Retry-After": "5"})
    try:
        # isolated: no environment, no working folder, nothing of ours to import
        ended = subprocess.run(  # noqa: S603 - our own program on our own paths
            [sys.executable, "-I", str(BENCH), str(file), str(folder)],
            cwd=folder, env=None if sys.platform == "win32" else {}, stdin=subprocess.DEVNULL, capture_output=True,
            timeout=SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise refusal("too_costly") from None
    finally:
        _benches.release()
    if ended.returncode:
        # killed by its own bounds, or a decoder that fell: the file is to blame either way
        raise refusal("too_costly" if ended.returncode < 0 else "not_readable")
    told = json.loads(ended.stdout)
    if "refused" in told:
        raise refusal(told["refused"])
    return Made(told["media"], told["width"], told["height"], told["pages"], told["files"], folder)
