"""T22: hostile files are refused or inert, and nothing of an honest one's metadata is kept.

Frappe CVE-2026-119145, CVE-2026-39352, CVE-2025-67289; FreeScout CVE-2025-48471; GLPI CVE-2023-42462, CVE-2020-15175;
Chatwoot CVE-2021-3741 (SVG); Starlette CVE-2023-29159 (traversal).
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageStat

from api.kit.clock import monotonic
from tests.client import Api
from tests.files import made, tus

AsRole = Callable[..., Api]
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
HEAD = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def sender(as_role: AsRole) -> Api:
    return as_role("CO")


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[], list[Path]]:
    """Every file in the store."""
    return lambda: [path for path in (tmp_path / "files").rglob("*") if path.is_file()]


# -- names -----------------------------------------------------------------------------------------------------------
NAMES = (
    "x.php", "x.jpg.php", "x.php.jpg", "x.JPG.exe", "x.html", "x.svg", "x.svg.png", "x.jpg.html.png", "..", ".", " ",
    "../../etc/passwd", "..\\..\\boot.ini", "/etc/cron.d/x.jpg", "a/b.jpg", "x.jpg\0.php", "x\0.jpg", "x.jpg\r\nX-Evil: 1",
    "x\u202egpj.exe", "x\u202egnp.jpg", "x\u200b.jpg", "x" * 300 + ".jpg", "x.jpg ", ".htaccess", "web.config", "x.phtml.jpg",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_t22_names_that_are_more_than_names(sender: Api, name: str, kept: Callable[[], list[Path]]) -> None:
    answer = tus.upload(sender, made.jpeg(), name)
    if name == "x.jpg ":  # blanks at the ends are only untidy
        assert answer.json()["name"] == "x.jpg"
        return
    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["pointer"] == "/header/upload-metadata/filename"
    assert kept() == []


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("图 1：铭牌.jpeg", "图 1：铭牌.jpg"),
        ("报告.v1.2.HEIC", "报告.v1.2.jpg"),
        ("scan;name=\"x\".png", "scan_name=_x.jpg"),
        ("照片", "照片.jpg"),
        ("...a.jpg", "a.jpg"),
    ],
)  # fmt: skip
def test_t22_the_server_gives_the_name_its_ending(sender: Api, given: str, found: str) -> None:
    file = tus.attached(sender, made.jpeg(), given)
    assert file["name"] == found
    header = sender.get(file["content"].removeprefix("/api/v1/")).headers["content-disposition"]
    assert header.startswith('inline; filename="')
    assert "\n" not in header
    assert header.isascii()
    assert header.count('"') == 2


# -- contents --------------------------------------------------------------------------------------------------------
CONTENTS: dict[str, tuple[bytes, int]] = {
    "nothing we know": (b"MZ\x90\x00" + b"\0" * 400, 415),
    "a page called PNG": (HTML, 415),
    "a drawing that runs": (SVG, 415),
    "a drawing that runs, packed": (b"\x1f\x8b\x08" + SVG, 415),
    "text": ("你好".encode(), 415),
    "an old picture": (b"GIF89a" + b"\0" * 100, 415),
    "an archive": (made.zipped(), 415),
    "a picture and an archive": (made.zipped(made.jpeg()), 415),
    "a picture and a page": (made.jpeg() + HTML, 415),
    "a picture with a page in its comment": (made.jpeg().replace(made.SECRET.encode(), b"<script>a(1)</script>")[:5000], 415),
    "a PNG and an archive": (made.zipped(made.png()), 415),
    "a PNG with PHP in it": (made.png()[:33] + made.chunk(b"tEXt", b"x\0<?php system($_GET[0]);") + made.png()[33:], 415),
    "a picture that is a document too": (b"\xff\xd8\xff\xfe\x00\x10%PDF-1.7 evil" + made.jpeg()[2:], 415),
    "a document that is not at its beginning": (b"\n" * 20 + made.pdf(), 415),
    "only a head": (HEAD, 422),
    "half a picture": (made.jpeg()[:3000], 422),
    "a vast canvas": (made.vast_png(), 422),
    "a vast canvas, one point high": (made.vast_png(2**31 - 1, 1), 422),
    "no canvas": (made.vast_png(0, 0), 422),
    "a document of nothing": (b"%PDF-1.7\n%%EOF", 422),
    "half a document": (made.pdf()[:120], 422),
}  # fmt: skip


@pytest.mark.parametrize("what", CONTENTS)
def test_t22_contents_that_are_no_pictures(sender: Api, what: str, kept: Callable[[], list[Path]]) -> None:
    data, status = CONTENTS[what]
    begun = monotonic()
    purpose = {"purpose": "document"} if data[:5] == b"%PDF-" else {}
    answer = tus.upload(sender, data, "x.png" if not purpose else "x.pdf", **purpose)
    assert answer.status_code == status, f"{answer.status_code} {answer.text}"
    assert answer.json()["type"] == {415: "/problems/wrong-file-type", 422: "/problems/file-refused"}[status]
    assert kept() == [], "not even the upload's bytes stay"
    assert monotonic() - begun < 10


def test_t22_a_refusal_is_remembered_and_told(sender: Api, recorded: Callable[..., list[str]]) -> None:
    place = tus.place(tus.announce(sender, len(HTML), filename="x.png"))
    tus.send(sender, place, HTML)
    answers = [sender.post(f"{place}/finish") for _ in range(2)]
    assert [a.status_code for a in answers] == [415, 415]
    assert answers[1].json()["code"] == "wrong_type"
    assert recorded().count("upload.refused") == 1
    assert tus.send(sender, place, b"x").status_code == 409


# -- what is kept ----------------------------------------------------------------------------------------------------
HEIC = (Path(__file__).parent / "data" / "phone.heic").read_bytes()
"""What iPhones make. The package that is installed only reads it, so a drawn one is kept as data."""


@pytest.mark.parametrize(
    ("data", "name", "media"),
    [
        (made.jpeg(), "a.jpg", "image/jpeg"),
        (made.jpeg(orientation=6), "a.jpg", "image/jpeg"),
        (made.png(), "a.png", "image/png"),
        (made.png(mode="RGBA"), "a.png", "image/png"),
        (made.webp(), "a.webp", "image/jpeg"),
        (HEIC, "IMG_0001.HEIC", "image/jpeg"),
        (made.jpeg() + b"MOTION-PHOTO" + made.SECRET.encode() * 9, "a.jpg", "image/jpeg"),
    ],
    ids=["jpeg", "turned", "png", "see-through", "webp", "heic", "trailing film"],
)
def test_t22_no_byte_of_metadata_is_kept(
    sender: Api, data: bytes, name: str, media: str, kept: Callable[[], list[Path]]
) -> None:
    assert made.SECRET.encode() in data
    file = tus.attached(sender, data, name)
    assert file["media"] == media
    content = sender.get(file["content"].removeprefix("/api/v1/"))
    assert content.headers["content-type"] == media
    with Image.open(BytesIO(content.content)) as opened:
        assert not opened.getexif()
        assert not ({"exif", "xmp", "comment", "icc_profile"} & opened.info.keys())
        assert opened.size == (file["width"], file["height"])
        assert max(ImageStat.Stat(opened.convert("L")).stddev) > 10
    for path in kept():
        assert made.SECRET.encode() not in path.read_bytes(), path
    assert len(kept()) == 2, "content and thumbnail, and nothing of the upload"


def test_t22_a_turned_photo_is_kept_upright(sender: Api) -> None:
    file = tus.attached(sender, made.jpeg(orientation=6), "a.jpg")
    assert (file["width"], file["height"]) == (480, 640)


def test_t22_a_large_photo_becomes_smaller_and_has_a_thumbnail(sender: Api) -> None:
    file = tus.attached(sender, made.jpeg(6000, 4000), "a.jpg")
    assert (file["width"], file["height"]) == (4096, 2731)
    small = sender.get(file["thumbnail"].removeprefix("/api/v1/"))
    with Image.open(BytesIO(small.content)) as opened:
        assert (opened.format, opened.size) == ("JPEG", (360, 240))


# -- documents -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "dress",
    [made.opens_script, made.named_script, made.carries_file, made.launches, made.asks_form],
    ids=lambda dress: dress.__name__,
)
def test_t22_a_document_that_acts_is_kept_inert(sender: Api, dress: Any) -> None:
    """What it shows stays; what it would do is gone."""
    file = tus.attached(sender, made.pdf(dress), "a.pdf", purpose="document")
    assert (file["pages"], file["thumbnail"]) == (1, None)
    answer = sender.get(file["content"].removeprefix("/api/v1/"))
    assert answer.headers["content-disposition"].startswith("attachment;")
    with pikepdf.open(BytesIO(answer.content)) as opened:
        assert set(opened.Root.keys()) <= {"/Type", "/Pages"}
        assert opened.docinfo.keys() == set() or made.SECRET not in str(opened.docinfo)
        assert b"20 20 100 100 re" in opened.pages[0].Contents.read_bytes()
        text = b"".join(bytes(one.unparse(resolved=True)) for one in opened.objects)
    for name in (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/XFA", b"/AA", b"cmd.exe", made.SECRET.encode()):
        assert name not in text


def test_t22_a_script_where_no_page_looks_is_refused(sender: Api, kept: Callable[[], list[Path]]) -> None:
    answer = tus.upload(sender, made.pdf(made.hides_script), "a.pdf", purpose="document")
    assert (answer.status_code, answer.json()["code"]) == (422, "acts")
    assert kept() == []


def test_t22_a_locked_document_is_refused(sender: Api) -> None:
    locked = BytesIO()
    with pikepdf.open(BytesIO(made.pdf())) as opened:
        opened.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    answer = tus.upload(sender, locked.getvalue(), "a.pdf", purpose="document")
    assert (answer.status_code, answer.json()["code"]) == (422, "locked")


def test_t22_links_to_the_web_stay(sender: Api) -> None:
    def links(document: pikepdf.Pdf) -> None:
        for address in ("https://example.com/manual", "javascript:alert(1)"):
            act = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
            link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=act)
            page = document.pages[0].obj
            page.Annots = pikepdf.Array([*page.get("/Annots", []), document.make_indirect(link)])

    file = tus.attached(sender, made.pdf(links), "a.pdf", purpose="document")
    data = sender.get(file["content"].removeprefix("/api/v1/")).content
    with pikepdf.open(BytesIO(data)) as opened:
        assert [str(link.A.URI) for link in opened.pages[0].Annots] == ["https://example.com/manual"]


# -- how it is sent --------------------------------------------------------------------------------------------------
def test_t22_whatever_is_sent_runs_nowhere(sender: Api) -> None:
    for data, name, purpose in ((made.jpeg(), "a.jpg", "photo"), (made.pdf(), "合同.pdf", "document")):
        file = tus.attached(sender, data, name, purpose=purpose)
        headers = sender.get(file["content"].removeprefix("/api/v1/")).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith("sandbox;")
        assert headers["cache-control"] == "private, no-store"
        assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["content-disposition"] == "attachment; filename=\"pdf\"; filename*=UTF-8''%E5%90%88%E5%90%8C.pdf"
