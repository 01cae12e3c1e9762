"""Printing through the API, and reading a PDF back: its text, its faces, its structure."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pypdfium2

from tests.client import Api
from tests.work.steps import AsRole

HOUSE_AND_CUSTOMER = ("house", "customer")


class Papers:
    """What a desk does with papers."""

    def __init__(self, as_role: AsRole) -> None:
        self.as_role = as_role

    def print(self, kind: str, subject_id: str, role: str = "CO", station: str = "A1", **over: Any) -> dict[str, Any]:
        """A printing that must succeed."""
        api = self.as_role(role, station)
        answer = api.post("documents", json={"kind": kind, "subject_id": subject_id} | over)
        assert answer.status_code == 201, answer.text
        return answer.json()

    def pdf(self, printed: dict[str, Any], role: str = "CO", station: str = "A1") -> bytes:
        """Its PDF, sound and with nothing missing."""
        return fetched(self.as_role(role, station), printed["content_href"])

    def text(self, kind: str, subject_id: str, role: str = "CO", station: str = "A1", **over: Any) -> str:
        """What stands on a fresh printing."""
        return text_of(self.pdf(self.print(kind, subject_id, role, station, **over), role, station))


def fetched(api: Api, href: str) -> bytes:
    """A PDF by its address."""
    answer = api.get(href.removeprefix("/api/v1/"))
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    return answer.content


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, with the invisible places to break taken out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range().replace("\u200b", "").replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def text_of(pdf: bytes) -> str:
    """All of it."""
    return "\n".join(pages_of(pdf))


def tight(text: str) -> str:
    """Without blanks and line ends, since where a line breaks is the paper's own affair."""
    return re.sub(r"\s", "", text)


def judged(pdf: bytes) -> list[str]:
    """What is wrong with a PDF: its structure (as `qpdf --check`), faces that are not in it, anything active."""
    wrong = []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        wrong += opened.check_pdf_syntax()
        for name in ("/OpenAction", "/AA", "/Names", "/AcroForm"):
            if name in opened.Root:
                wrong.append(f"it carries {name}")
        for number, page in enumerate(opened.pages):
            wrong += [f"page {number}: {fault}" for fault in _faces(page)]
            if "/Annots" in page.obj:
                wrong.append(f"page {number} carries annotations")
    return wrong


def _faces(page: Any) -> list[str]:
    wrong = []
    fonts = page.resources.get("/Font", {})
    if not fonts:
        wrong.append("no faces")
    for _, font in fonts.items():
        name = str(font["/BaseFont"]).partition("+")[2].removesuffix("-Identity-H")
        for part in font.get("/DescendantFonts", []):
            about = part["/FontDescriptor"]
            if "/FontFile2" not in about and "/FontFile3" not in about:
                wrong.append(f"{name} is not embedded")
        if "/ToUnicode" not in font:
            wrong.append(f"{name} cannot be read back")
    return wrong


def spoken(pdf: bytes) -> str:
    """What the PDF says where no face has the character: its `ActualText`."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                marked = operands[1] if str(operator) == "BDC" else None
                if isinstance(marked, pikepdf.Dictionary) and "/ActualText" in marked:
                    found.append(str(marked["/ActualText"]))
    return "".join(found)
