"""Files made by code: honest ones with everything that must not be kept, and hostile ones."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image

SECRET = "39.904200N-116.407400E"
"""What a picture tells of its maker; no kept byte may hold it."""


def canvas(width: int = 640, height: int = 480, mode: str = "RGB") -> Image.Image:
    """A picture with something in it."""
    made = Image.linear_gradient("L").resize((width, height)).convert(mode)
    made.paste((200, 30, 30) if mode == "RGB" else (200, 30, 30, 120), (10, 10, width // 2, height // 2))
    return made


def jpeg(width: int = 640, height: int = 480, *, orientation: int = 1) -> bytes:
    """A photograph with a place, a camera and a comment in it."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = f"CAMERA {SECRET}"
    exif.get_ifd(0x8825).update({1: "N", 2: (39.0, 54.0, 15.0), 3: "E", 4: (116.0, 24.0, 26.0), 29: SECRET})
    kept = BytesIO()
    canvas(width, height).save(kept, "JPEG", exif=exif, comment=SECRET.encode(), quality=85)
    return kept.getvalue()


def png(width: int = 300, height: int = 200, *, mode: str = "RGB") -> bytes:
    """A drawing with a text chunk."""
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Author", SECRET)
    kept = BytesIO()
    canvas(width, height, mode).save(kept, "PNG", pnginfo=told)
    return kept.getvalue()


def webp() -> bytes:
    """A picture of the web, with XMP."""
    kept = BytesIO()
    canvas().save(kept, "WEBP", xmp=f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode())
    return kept.getvalue()


def pdf(dress: Callable[[pikepdf.Pdf], None] | None = None, pages: int = 1) -> bytes:
    """A document; `dress` puts into it what a reader would run."""
    made = pikepdf.new()
    for _ in range(pages):
        page = made.add_blank_page(page_size=(300, 400))
        page.obj.Contents = made.make_stream(b"0 0 1 rg 20 20 100 100 re f")
    made.docinfo["/Author"] = SECRET
    if dress:
        dress(made)
    kept = BytesIO()
    made.save(kept, fix_metadata_version=False)
    return kept.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    """One part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def vast_png(width: int = 65_000, height: int = 65_000) -> bytes:
    """A few kilobytes that unpack to gigabytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def zipped(data: bytes = b"") -> bytes:
    """An archive, glued behind something else."""
    import zipfile

    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("evil.html", "<script>alert(1)</script>")
    return data + kept.getvalue()


# -- documents that act ----------------------------------------------------------------------------------------------
def opens_script(made: pikepdf.Pdf) -> None:
    """Runs when opened."""
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def named_script(made: pikepdf.Pdf) -> None:
    """Runs by its name."""
    act = made.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")))
    made.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("x"), act])))


def carries_file(made: pikepdf.Pdf) -> None:
    """Brings another file along."""
    made.attachments["evil.exe"] = pikepdf.AttachedFileSpec(made, b"MZ evil", mime_type="application/octet-stream")


def launches(made: pikepdf.Pdf) -> None:
    """Starts a program at a click, and as the page comes up."""
    act = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe"))
    page = made.pages[0].obj
    page.AA = pikepdf.Dictionary(O=act)
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 300, 400], A=act)
    page.Annots = pikepdf.Array([made.make_indirect(link)])


def asks_form(made: pikepdf.Pdf) -> None:
    """Sends what is typed elsewhere."""
    made.Root.AcroForm = pikepdf.Dictionary(XFA=pikepdf.String("<xdp/>"), Fields=pikepdf.Array([]))


def hides_script(made: pikepdf.Pdf) -> None:
    """In the resources, where no page looks."""
    act: Any = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    made.pages[0].obj.Resources = pikepdf.Dictionary(Properties=pikepdf.Dictionary(MC0=made.make_indirect(act)))
