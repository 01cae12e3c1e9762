"""That a record was printed, told on the record itself: whoever sees the one sees the other (R162)."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words
from api.paper.documents.words import COPIES, KINDS


@dataclass(frozen=True, slots=True)
class DocumentPrinted(Fact):
    """A paper left the house; `document_id` gives it again as it was."""

    type = "document.printed"
    sentence = Words("打印了{kind}（{copy}，第 {nth} 次）", "Printed the {kind} ({copy}, printing {nth})")
    spoken = {"kind": KINDS, "copy": COPIES}
    quiet = True
    document_id: str
    kind: str
    copy: str
    nth: int
    fingerprint: str
