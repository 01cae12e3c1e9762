"""Takes one file apart and makes it anew, in a process of its own: `python -I bench.py FILE FOLDER`.

It knows nothing of the house, gets no settings and no secrets, and has little time and memory, because decoders of other
people's files are where the holes are. It says what it made as one line of JSON on its output.

A picture is decoded and drawn again: upright, in sRGB, at most 4096 points wide or high, without anything that was not a
picture (place, camera, comments, trailing data). A PDF is written again page by page, without anything that acts.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import struct
import sys
import warnings
import zipfile
from pathlib import Path
from typing import Any, NoReturn

MOST_POINTS = 50_000_000
LARGEST_SIDE = 4096
THUMBNAIL = 360
HEAVY_PNG = 3_000_000
"""A PNG larger than this is a photograph in the wrong coat and becomes a JPEG, unless one can see through it."""
MOST_PAGES = 500
MEMORY = 1_500 * 1024 * 1024
SECONDS = 40
MARKUP = (b"<?php", b"<script", b"<html", b"<svg", b"<!doctype", b"<iframe")
"""What no picture holds by chance: a file that is two things at once is refused."""
HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc", b"hevx"}


class Refused(Exception):
    """`code` says why; the caller has the words."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def kind_of(head: bytes) -> str:
    """What the file is by its own first bytes; names and claims do not count.

    :raises Refused: nothing that we take.
    """
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp" and head[8:12] in HEIF_BRANDS:
        return "heic"
    if head.startswith(b"%PDF-"):
        return "pdf"
    raise Refused("wrong_type")


def main(file: Path, folder: Path) -> dict[str, Any]:
    """What was made: type, size, and the files in `folder`.

    :raises Refused: nothing was.
    """
    with file.open("rb") as opened:
        head = opened.read(1024)
    kind = kind_of(head)
    if kind == "pdf":
        return pdf(file, folder)
    single(file, head)
    return picture(file, kind, folder)


# -- pictures ------------------------------------------------------------------------------------------------------------
def single(file: Path, head: bytes) -> None:
    """Refuse a picture that is also an archive, a document or a page.

    :raises Refused: `two_things`.
    """
    if b"%PDF-" in head or zipfile.is_zipfile(file):
        raise Refused("two_things")
    kept = b""
    with file.open("rb") as opened:
        while part := opened.read(1 << 20):
            searched = (kept + part).lower()
            if any(mark in searched for mark in MARKUP):
                raise Refused("two_things")
            kept = part[-16:]


def measured(width: int, height: int) -> None:
    """Refuse a canvas that would fill the memory, before anything is unpacked.

    :raises Refused: `too_many_points`.
    """
    if width < 1 or height < 1:
        raise Refused("not_readable")
    if width * height > MOST_POINTS:
        raise Refused("too_many_points")


def picture(file: Path, kind: str, folder: Path) -> dict[str, Any]:
    """The picture drawn again, and a small one."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # our own bound is asked below, before a point is unpacked
    formats = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "heic": "HEIF"}
    if kind == "heic":
        import pi_heif

        pi_heif.register_heif_opener()
    with Image.open(file, formats=(formats[kind],)) as opened:
        measured(*opened.size)
        if kind == "jpeg":
            # decoding at a half or a quarter is enough for a large photograph and costs a fraction
            opened.draft(None, (LARGEST_SIDE, LARGEST_SIDE))
        opened.load()
        upright = ImageOps.exif_transpose(opened)
        drawn = coloured(upright)
    drawn.thumbnail((LARGEST_SIDE, LARGEST_SIDE), Image.Resampling.LANCZOS)
    see_through = drawn.mode == "RGBA" and drawn.getextrema()[3][0] < 255
    if not see_through:
        drawn = drawn.convert("RGB")
    media, content = "image/jpeg", folder / "content"
    if kind == "png" or see_through:
        drawn.save(content, "PNG", optimize=drawn.width * drawn.height < 2_000_000)
        media = "image/png"
        if not see_through and content.stat().st_size > HEAVY_PNG:
            media = "image/jpeg"
    if media == "image/jpeg":
        drawn.save(content, "JPEG", quality=87, optimize=True, progressive=True)
    small = drawn
    small.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS)
    if see_through:
        paper = Image.new("RGB", small.size, "white")
        paper.paste(small, mask=small.getchannel("A"))
        small = paper
    small.save(folder / "thumbnail", "JPEG", quality=80, optimize=True)
    with Image.open(content) as kept:
        size = kept.size
    return {"media": media, "width": size[0], "height": size[1], "pages": None} | hashes(folder, "content", "thumbnail")


def coloured(image: Any) -> Any:
    """In sRGB, as RGB or RGBA, without a profile."""
    from PIL import Image, ImageCms

    profile = image.info.get("icc_profile")
    mode = image.mode
    if mode in ("I", "I;16", "I;16B", "F"):
        image = image.point(lambda value: value / 256).convert("L") if mode.startswith("I;16") else image.convert("L")
        profile = None
    if profile and mode in ("RGB", "CMYK", "L"):
        with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
            own, srgb = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, own, srgb, outputMode="RGB")
    seen = image.convert("RGBA") if "A" in image.getbands() or "transparency" in image.info else image.convert("RGB")
    bare = Image.new(seen.mode, seen.size)
    bare.paste(seen)
    return bare


# -- documents -----------------------------------------------------------------------------------------------------------
ACTS = {
    "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA", "/SubmitForm", "/ImportData",
    "/GoToR", "/GoToE", "/Rendition", "/Movie", "/Sound",
}  # fmt: skip
"""Names whose presence in what we wrote means that something was left that acts."""
PAGE_KEYS = ("/Resources", "/MediaBox", "/CropBox", "/Rotate", "/Contents", "/Group", "/UserUnit")
LINKS = ("/Type", "/Subtype", "/Rect", "/Border", "/C", "/H")


def pdf(file: Path, folder: Path) -> dict[str, Any]:
    """The document written again from its pages: what they show, and links to the web; nothing that acts."""
    import pikepdf

    try:
        old = pikepdf.open(file)
    except pikepdf.PasswordError:
        raise Refused("locked") from None
    with old, pikepdf.new() as new:
        if old.is_encrypted:
            raise Refused("locked")
        if not 1 <= len(old.pages) <= MOST_PAGES:
            raise Refused("too_many_pages" if len(old.pages) else "not_readable")
        for page in old.pages:
            bare = pikepdf.Dictionary(Type=pikepdf.Name.Page)
            for key in PAGE_KEYS:
                value = inherited(page.obj, key)
                if value is not None:
                    bare[key] = value
            bare.MediaBox = bare.get("/MediaBox", pikepdf.Array([0, 0, 595, 842]))
            links = [link for link in map(web_link, annotated(page.obj)) if link is not None]
            if links:
                bare.Annots = pikepdf.Array(links)
            # qpdf copies from one file to another only what is an object of its own
            new.pages.append(pikepdf.Page(new.copy_foreign(old.make_indirect(bare))))
        new.remove_unreferenced_resources()
        content = folder / "content"
        new.save(content, object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=False, deterministic_id=True)
        pages = len(new.pages)
    with pikepdf.open(content) as made:
        inert(made)
    return {"media": "application/pdf", "width": None, "height": None, "pages": pages} | hashes(folder, "content")


def inherited(page: Any, key: str) -> Any:
    """A page's value, its own or an ancestor's."""
    for _ in range(40):
        if key in page:
            return page[key]
        if "/Parent" not in page:
            return None
        page = page["/Parent"]
    raise Refused("not_readable")


def annotated(page: Any) -> list[Any]:
    """The dictionaries among a page's annotations."""
    import pikepdf

    found = page.get("/Annots")
    return [one for one in found if isinstance(one, pikepdf.Dictionary)] if isinstance(found, pikepdf.Array) else []


def web_link(annotation: Any) -> Any:
    """The annotation with nothing but its address, if it is a link to the web."""
    import pikepdf

    action = annotation.get("/A")
    if (
        annotation.get("/Subtype") != "/Link"
        or not isinstance(action, pikepdf.Dictionary)
        or action.get("/S") != "/URI"
    ):
        return None
    address = str(action.get("/URI", ""))
    if not address.startswith(("https://", "http://", "mailto:")) or len(address) > 2000:
        return None
    bare = pikepdf.Dictionary({key: annotation[key] for key in LINKS if key in annotation})
    bare["/A"] = pikepdf.Dictionary(S=pikepdf.Name("/URI"), URI=pikepdf.String(address))
    return bare


def inert(document: Any) -> None:
    """Refuse what still holds a name that acts, wherever it stands.

    :raises Refused: `acts`.
    """
    import pikepdf

    for object_ in document.objects:
        for found in nested(object_, 0):
            if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
                held = set(found.keys()) | {str(v) for v in found.values() if isinstance(v, pikepdf.Name)}
                if held & ACTS or "/AA" in held or "/OpenAction" in held:
                    raise Refused("acts")


def nested(object_: Any, depth: int) -> Any:
    """The object and everything that stands within it directly; what it refers to is among the document's objects."""
    import pikepdf

    yield object_
    if depth > 60:
        raise Refused("not_readable")
    if isinstance(object_, pikepdf.Array):
        inner = list(object_)
    elif isinstance(object_, pikepdf.Dictionary | pikepdf.Stream):
        inner = list(object_.values())
    else:
        return
    for one in inner:
        if isinstance(one, pikepdf.Object) and not one.is_indirect:
            yield from nested(one, depth + 1)


# -- the process ---------------------------------------------------------------------------------------------------------
def hashes(folder: Path, *names: str) -> dict[str, Any]:
    """The files that were made, with what they are kept under."""
    found = {}
    for name in names:
        data = (folder / name).read_bytes()
        found[name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    return {"files": found}


def bound() -> None:
    """Little memory, little time, no new files beyond a size, no processes; where the system can say so."""
    with contextlib.suppress(ImportError):
        import resource

        for what, most in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_CPU, SECONDS),
            (resource.RLIMIT_FSIZE, 200 * 1024 * 1024),
            (resource.RLIMIT_CORE, 0),
        ):
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(what, (most, most))


def tell(answer: dict[str, Any]) -> NoReturn:
    """Say it and end."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.exit(0)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    bound()
    try:
        tell(main(Path(sys.argv[1]), Path(sys.argv[2])))
    except Refused as refused:
        tell({"refused": refused.code})
    except (MemoryError, RecursionError):
        tell({"refused": "too_costly"})
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, EOFError, OverflowError, struct.error, RuntimeError):
        tell({"refused": "not_readable"})
    except Exception as error:  # a decoder's own kind of complaint about a broken file
        if type(error).__module__.partition(".")[0] in ("PIL", "pikepdf", "pi_heif"):
            tell({"refused": "not_readable"})
        raise
