"""The first rows of a network without demo: a calendar, the centre, and the administrator who makes all the rest.

It lies above access, because a post needs a station; it is called by the command line, before anybody can send a request.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from api.access.accounts import facts as account_facts
from api.access.accounts import queries as accounts
from api.access.accounts import service
from api.access.actor import SYSTEM
from api.access.model import Account, Post
from api.access.policy import Role
from api.events import log
from api.events.facts import Fact
from api.kit.db import Database
from api.kit.search import name_key
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network import queries
from api.network.bookings.model import Bookable
from api.network.calendars import service as calendars
from api.network.employees.model import Employee
from api.network.stations import queries as stations
from api.network.stations.model import Station


@dataclass(frozen=True, slots=True)
class Founded(Fact):
    type = "network.founded"
    sentence = Words("建网时设立", "Set up when the network was founded")


class CannotFound(RuntimeError):
    """The administrator cannot be made; the message says why, for the person at the command line."""


def create_admin(db: Database, account: str, name: str) -> str:
    """A system administrator at the centre, which is made if there is none; gives the code to set the password with.

    :raises CannotFound: the sign-in name is taken or has other characters than a-z, 0-9, dot, dash, underscore.
    """
    if not re.fullmatch("[a-z0-9][a-z0-9._-]{1,59}", account) or not name.strip() or len(name) > 80:
        raise CannotFound(
            "Give a sign-in name of 2 to 60 of a-z 0-9 . _ - and the person's name of at most 80 characters."
        )
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        if accounts.named(unit, account):
            raise CannotFound(f"The sign-in name {account} is taken.")
        centre = stations.centre(unit) or _centre(unit)
        person = _employee(unit, centre, account, name.strip())
        made = unit.insert(
            Account,
            account=account,
            name=person.name,
            employee_id=person.id,
            station_id=centre.id,
            locale="zh-CN",
            active=True,
            demo=False,
        )
        log.append(unit, made, account_facts.AccountMade(account=account, employee_id=person.id))
        return service.give_code(unit, made)


def _founded(unit: Unit, row: Row) -> Row:
    return log.append(unit, row, Founded())


def _centre(unit: Unit) -> Row:
    """What stands here is what an administrator changes first: names, address and hours are on the station's page."""
    calendar = calendars.seed(unit, "周一至周六")
    station = unit.insert(
        Station,
        code="C",
        name="服务总部",
        name_key=name_key("服务总部"),
        level="centre",
        kind="centre",
        parent_id=None,
        address="（请填写地址）",
        phone="",
        opening_text="周一至周六 08:30–17:30",
        calendar_id=calendar.id,
        active=True,
    )
    return _founded(unit, station)


def _employee(unit: Unit, centre: Row, account: str, name: str) -> Row:
    bookable = unit.insert(Bookable, resource_no=queries.next_resource_no(unit), kind="engineer", station_id=centre.id)
    person = unit.insert(
        Employee,
        number=f"A-{account}"[:20],
        name=name,
        name_key=name_key(name),
        station_id=centre.id,
        resource_id=bookable.id,
        active=True,
    )
    unit.insert(
        Post,
        employee_id=person.id,
        role=str(Role.SYSTEM_ADMINISTRATOR),
        station_id=centre.id,
        starts_on=(unit.now - timedelta(days=1)).date(),
        ends_on=None,
    )
    return _founded(unit, person)
