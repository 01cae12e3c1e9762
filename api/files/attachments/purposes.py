"""What files are for: which types each purpose takes, how large they may be, and how long they are kept (D44)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from api.kit.words import Words

PurposeName = Literal["document", "photo", "voucher"]
PICTURES = frozenset({"image/jpeg", "image/png"})
"""What pictures are kept as, whatever they came as."""
PAPERS = PICTURES | {"application/pdf"}
EXTENSIONS = {
    "jpg": "picture", "jpeg": "picture", "png": "picture", "webp": "picture", "heic": "picture", "heif": "picture",
    "pdf": "paper",
}  # fmt: skip
KEPT_AS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf"}


@dataclass(frozen=True, slots=True)
class Purpose:
    """`most` and `kept` are keys of limits: megabytes and days."""

    name: str
    label: Words
    media: frozenset[str]
    most: str
    kept: str


PURPOSES: dict[str, Purpose] = {
    purpose.name: purpose
    for purpose in (
        Purpose("document", Words("文件", "Document"), PAPERS, "file.document_megabytes", "file.service_days"),
        Purpose("photo", Words("照片", "Photo"), PICTURES, "file.photo_megabytes", "file.service_days"),
        Purpose("voucher", Words("凭证", "Voucher"), PAPERS, "file.document_megabytes", "file.voucher_days"),
    )
}
