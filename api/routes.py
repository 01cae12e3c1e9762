"""Every router in reading order: the one place where a resource is switched on."""

from fastapi import APIRouter

from api import problems_router

ROUTERS: tuple[APIRouter, ...] = (problems_router.router,)
