"""Finds the routes of a resource by the first word of its path.

A router tries its routes one after the other; with some two hundred of them that costs more than most reads. Here one
look-up by word (`work-orders`) leaves the few of that resource; everything else goes the ordinary way.
"""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send


class Directory:
    """Stands before the app's own router; `enter` includes a router and lists its words."""

    def __init__(self, app: FastAPI, base: str) -> None:
        self.app = app
        self.base = base
        self.whole: ASGIApp = app.router.middleware_stack
        self.words: dict[str, APIRouter] = {}
        app.router.middleware_stack = self

    def enter(self, routers: Iterable[APIRouter]) -> None:
        """Switch the routers on under the base path."""
        for router in routers:
            before = len(self.app.router.routes)
            self.app.include_router(router, prefix=self.base)
            added = self.app.router.routes[before:]
            for word in {route.path.split("/")[1] for route in router.routes if hasattr(route, "path")}:
                few = self.words.setdefault(word, APIRouter(redirect_slashes=False))
                few.routes.extend(added)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Dispatch by word."""
        found: ASGIApp = self.whole
        if scope["type"] == "http" and scope["path"].startswith(self.base + "/"):
            word = scope["path"][len(self.base) + 1 :].split("/", 1)[0]
            found = self.words.get(word, self.whole)
        await found(scope, receive, send)
