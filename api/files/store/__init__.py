"""Where bytes lie: a folder by default, a bucket that speaks S3 by setting. One interface, two implementations.

Contents stand under their SHA-256 and never change. An upload under way is a growing row of bytes under its id; how many
of them have arrived for good is asked of the store and of nobody else, so that no answer about it can be older than the
bytes themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from api.settings import BadSetting, Settings


class Busy(Exception):
    """Another connection is sending this very upload."""


class Moved(Exception):
    """The upload does not stand where the sender thinks; `offset` says where."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        super().__init__(offset)


class Sink(Protocol):
    """Takes the next bytes of an upload."""

    def write(self, data: bytes) -> None:
        """Take them; they survive this process."""

    def idle(self) -> bool:
        """Called while nothing comes; whether somebody else waits to go on with this upload."""

    def settle(self) -> int:
        """Make everything written survive the machine too; gives the offset reached."""


class Store(Protocol):
    """What both implementations do. Every call may wait for disk or network: none belongs into a transaction."""

    def put(self, digest: str, source: Path) -> None:
        """Keep this file under its hash; it survives the machine once this returns. Harmless if it is there."""

    def read(self, digest: str, start: int, end: int) -> Iterator[bytes]:
        """The bytes from `start` to before `end`.

        :raises FileNotFoundError: before the first byte.
        """

    def drop(self, digest: str) -> None:
        """Remove it; harmless if it is not there."""

    def received(self, upload_id: str) -> int:
        """How many bytes of an upload have arrived for good."""

    def receiving(self, upload_id: str, offset: int) -> AbstractContextManager[Sink]:
        """Take more bytes of an upload from `offset` on.

        :raises Busy: somebody else is.
        :raises Moved: it stands elsewhere.
        """

    def gathered(self, upload_id: str) -> AbstractContextManager[Path]:
        """The whole upload as one local file, for as long as the context lasts."""

    def forget(self, upload_id: str) -> None:
        """Remove an upload's bytes; harmless if there are none."""

    def resting(self, before: datetime) -> list[str]:
        """Ids of uploads of which some bytes lie here that nobody has added to since, each once."""


def open_store(settings: Settings) -> Store:
    """The store that `SIBU_FILES` names; without it the folder `files` beside the database.

    :raises BadSetting: neither a folder nor `s3://bucket`.
    """
    named = settings.files
    if named is None or "://" not in named:
        from api.files.store.folder import Folder

        return Folder(Path(named) if named else settings.data_dir / "files")
    if named.startswith("s3://"):
        from api.files.store.bucket import Bucket

        return Bucket(named, settings.files_key_id, settings.files_key)
    raise BadSetting("SIBU_FILES must be a folder or s3://bucket?endpoint=https://…")
