"""File names: what is refused, what is kept, and how they are sent (T9, T22, T32)."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from api.files.attachments.purposes import EXTENSIONS, KEPT_AS
from api.kit.validation import Said
from api.kit.words import Words

_PATHS = re.compile(r"[/\\]")
_AWKWARD = re.compile(r'[<>:"|?*;%\x00-\x1f\x7f]+')
_RUNS = {
    "apk", "asp", "aspx", "bat", "cgi", "cmd", "com", "cpl", "dll", "exe", "hta", "htm", "html", "jar", "js", "jse", "jsp",
    "lnk", "mht", "mhtml", "mjs", "msi", "phar", "php", "php3", "php4", "php5", "phtml", "pl", "ps1", "py", "rb", "reg",
    "scr", "sh", "shtml", "svg", "svgz", "swf", "vb", "vbs", "wsf", "xhtml", "xml", "xsl",
}  # fmt: skip
LONGEST = 120


def checked(name: str) -> str:
    """The name if it may be one: no path, and no extension but one of ours.

    :raises Said: with the code `file_name` or `file_type`.
    """
    if _PATHS.search(name) or name.strip(". ") == "":
        raise Said("file_name", Words("文件名里不能有路径", "A file name holds no path"))
    if any(unicodedata.category(letter) in ("Cf", "Co", "Cs", "Cn") for letter in name):
        raise Said("file_name", Words("文件名里有看不见的字符", "The file name holds invisible characters"))
    stem, *extensions = name.lower().split(".")
    if extensions and extensions[-1].strip() not in EXTENSIONS:
        raise Said("file_type", Words("只收图片和 PDF", "Only pictures and PDF are taken"))
    if any(part.strip() in _RUNS for part in (stem, *extensions[:-1]) if extensions):
        raise Said("file_name", Words("文件名里藏着另一种类型", "The file name hides another type"))
    return name


def fits(name: str, media: str) -> bool:
    """Whether what the name says is what the content is: pictures may be called by each other's names."""
    extension = name.lower().rpartition(".")[2] if "." in name else ""
    claimed = EXTENSIONS.get(extension.strip())
    return claimed is None or claimed == ("paper" if media == "application/pdf" else "picture")


def kept(name: str, media: str) -> str:
    """The name under which it is kept: the sender's own words, the server's extension."""
    stem = name.rpartition(".")[0] if "." in name else name
    stem = _AWKWARD.sub("_", unicodedata.normalize("NFC", stem)).strip(" ._") or "file"
    return f"{stem[:LONGEST]}.{KEPT_AS[media]}"


def disposition(name: str, *, inline: bool) -> str:
    """The header that names a file (RFC 6266), whatever stands in the name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9._ -]+", "_", plain).strip(" ._") or "file"
    kind = "inline" if inline else "attachment"
    return f"{kind}; filename=\"{plain[-100:]}\"; filename*=UTF-8''{quote(name, safe='')}"
