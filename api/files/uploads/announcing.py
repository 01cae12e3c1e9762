"""What a tus client says in its headers, judged as strictly as a body."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints, TypeAdapter, model_validator

from api.files.attachments import names
from api.files.attachments.purposes import PurposeName
from api.files.attachments.schemas import Kind, Slot
from api.files.uploads.problems import WrongTusVersion
from api.kit.ids import Id
from api.kit.problems import Invalid, Malformed
from api.kit.text import Body, Moment, line
from api.kit.validation import Said, check
from api.kit.words import Words

VERSION = "1.0.0"
EXTENSIONS = "creation,expiration,checksum,termination"
ALGORITHMS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256}
PLACE = "header/upload-metadata"
LARGEST_METADATA = 2000
_HEX = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
FileName: Any = Annotated[line(140), AfterValidator(names.checked)]


class Announced(Body):
    """`Upload-Metadata`: what the file is called and what it is for."""

    id: Annotated[Id | None, Field(description="The client's own id: announcing it again changes nothing.")] = None
    filename: FileName
    filetype: Annotated[str | None, Field(max_length=100, description="Not believed; the content decides.")] = None
    purpose: PurposeName = "photo"
    slot: Slot | None = None
    parent_kind: Kind | None = None
    parent_id: Id | None = None
    sha256: Annotated[_HEX | None, Field(description="Of the whole file; checked when it has arrived.")] = None
    occurred_at: Annotated[Moment | None, Field(description="When the picture was taken, by the device.")] = None

    @model_validator(mode="after")
    def _whole(self) -> Announced:
        if (self.parent_kind is None) != (self.parent_id is None):
            raise Said("parent", Words("parent_kind 和 parent_id 要一起给", "parent_kind and parent_id go together"))
        return self


_announced = TypeAdapter(Announced)


@dataclass(frozen=True, slots=True)
class Checksum:
    """What a part is said to amount to."""

    algorithm: str
    digest: bytes

    def hasher(self) -> Any:
        """Counts the part."""
        return ALGORITHMS[self.algorithm]()


def version(headers: Mapping[str, str]) -> None:
    """Refuse another version of the protocol.

    :raises WrongTusVersion: also where none is named.
    """
    if headers.get("tus-resumable") != VERSION:
        raise WrongTusVersion(headers={"tus-version": VERSION, "tus-resumable": VERSION})


def whole_number(headers: Mapping[str, str], name: str) -> int:
    """A count of bytes.

    :raises Malformed: none, or none that could be one.
    """
    text = headers.get(name, "")
    if not (text.isascii() and text.isdecimal() and len(text) <= 15):
        raise Malformed(Words("缺少 {name}，或不是整数", "{name} is missing or no whole number").format(name=name))
    return int(text)


def metadata(text: str) -> Announced:
    """The pairs of `Upload-Metadata`.

    :raises Malformed: not its form. :raises Invalid: a value that cannot be used; pointers name the pair.
    """
    if len(text) > LARGEST_METADATA:
        raise Malformed(Words("Upload-Metadata 太长", "Upload-Metadata is too long"))
    pairs: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        key, _, value = pair.partition(" ")
        try:
            decoded = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, ValueError) as error:
            raise Malformed(Words("Upload-Metadata 读不懂", "Upload-Metadata cannot be read")) from error
        if key in pairs:
            raise Malformed(Words("Upload-Metadata 里有重复的名字", "Upload-Metadata holds a name twice"))
        pairs[key] = decoded
    # a client that leaves a value empty means that there is none
    found: Announced = check(_announced, {key: value for key, value in pairs.items() if value}, PLACE)
    return found


def checksum(text: str | None) -> Checksum | None:
    """`Upload-Checksum`, where one was sent.

    :raises Malformed: an algorithm that is not served, or no digest of it.
    """
    if text is None:
        return None
    algorithm, _, value = text.partition(" ")
    try:
        digest = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        digest = b""
    if algorithm not in ALGORITHMS or len(digest) != ALGORITHMS[algorithm]().digest_size:
        raise Malformed(Words("Upload-Checksum 用 sha1 或 sha256", "Upload-Checksum takes sha1 or sha256"))
    return Checksum(algorithm, digest)


def refused(name: str, code: str, words: Words) -> Invalid:
    """One pair that only the service could judge."""
    return Invalid.field(f"/{PLACE}/{name}", code, words)
