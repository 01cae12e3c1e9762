"""Serves the built screens: the desk at `/`, the field view at `/field/`, with a strict content security policy."""

from __future__ import annotations

from mimetypes import guess_type
from pathlib import Path

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

CSP = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_PACKED = {"br": ".br", "gzip": ".gz"}
"""What the build packed beside each file, the smaller first."""
_MEDIA = {".webmanifest": "application/manifest+json", ".wasm": "application/wasm", ".js": "text/javascript"}


def add_screens(app: FastAPI, folder: Path, tile_host: str | None = None) -> None:
    """Let the app answer every path outside `/api` with the built screens.

    Unknown paths of a screen get its page, because the screens route by themselves; unknown files get 404. Hashed
    assets may be kept for ever, pages and the service worker never. Pictures of the map may come from `tile_host`.
    """
    root = folder.resolve()
    policy = CSP.replace("img-src 'self'", f"img-src 'self' {tile_host}") if tile_host else CSP

    async def serve(request: Request) -> Response:
        path = request.path_params["path"]
        file = (root / path).resolve()
        if path == "api" or path.startswith("api/"):
            return PlainTextResponse("not found", 404)
        if not (file.is_file() and file.is_relative_to(root)):
            if "." in path.rsplit("/", 1)[-1]:
                return PlainTextResponse("not found", 404)
            file = root / ("field/index.html" if path.split("/")[0] == "field" else "index.html")
        media = _MEDIA.get(file.suffix) or guess_type(file.name)[0]
        keep = "public, max-age=31536000, immutable" if path.startswith("assets/") else "no-cache"
        headers = {
            "cache-control": keep,
            "content-security-policy": policy,
            "cross-origin-opener-policy": "same-origin",
            "permissions-policy": "camera=(self), geolocation=(self), microphone=()",
            "vary": "accept-encoding",
        }
        for coding in _taken(request):
            packed = file.with_name(file.name + _PACKED[coding])
            if packed.is_file():
                return FileResponse(packed, headers=headers | {"content-encoding": coding}, media_type=media)
        return FileResponse(file, headers=headers, media_type=media)

    app.router.routes.append(Route("/{path:path}", serve, methods=["GET", "HEAD"], include_in_schema=False))


def _taken(request: Request) -> list[str]:
    """The codings that the browser takes, the smaller first; one that it weighs down to nothing is none."""
    asked = dict(
        part.strip().partition(";")[::2] for part in request.headers.get("accept-encoding", "").lower().split(",")
    )
    return [coding for coding in _PACKED if coding in asked and asked[coding].replace(" ", "") not in ("q=0", "q=0.0")]
