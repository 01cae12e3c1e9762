"""Every router in reading order: the one place where a resource is switched on."""

from fastapi import APIRouter

from api import problems_router
from api.access.me import router as me
from api.access.sessions import router as sessions
from api.network.bookings import router as bookings
from api.network.settings import router as settings
from api.network.stations import queries as _stations  # tells access of the station tree

ROUTERS: tuple[APIRouter, ...] = (
    problems_router.router,
    # people and machines that call
    sessions.router,
    me.router,
    # the network
    bookings.router,
    settings.router,
)
assert _stations
