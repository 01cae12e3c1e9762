"""A sealed photo over the wire: the envelope in a header, the picture as the body."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.field.sealed_queues.schemas import SealedQueueCreate, SealedQueueRead
from api.files.attachments.schemas import Kind, Slot
from api.files.uploads.announcing import FileName
from api.kit.ids import Id
from api.kit.text import DeviceMoment

SealedPhotoRead = SealedQueueRead


class SealedPhoto(SealedQueueCreate):
    """What `Sibu-Sealed` holds (base64url of this as JSON): sealed as a queue is, with `{"photo": …}` inside; `picture_iv`
    is the nonce of the body, which AES-256-GCM hides with the key that lies in the seal.
    """

    sealed: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$", min_length=22, max_length=6000)]
    picture_iv: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16}$")]


class Photo(BaseModel):
    """What was inside: as the upload would have been announced, and the key of its picture."""

    model_config = ConfigDict(extra="ignore")
    id: Id
    filename: FileName
    slot: Slot | None = None
    parent_kind: Kind
    parent_id: Id
    occurred_at: DeviceMoment | None = None
    blob_key: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$")]


class Parcel(BaseModel):
    """One sealed photo."""

    model_config = ConfigDict(extra="ignore")
    photo: Photo
