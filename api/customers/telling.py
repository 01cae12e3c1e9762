"""What the rooms below may ask of customers and devices: each registers a question there, answered here."""

from __future__ import annotations

from api.access import scope
from api.access.policy import P
from api.customers.assets import queries as assets
from api.customers.care_messages.model import CareMessage
from api.customers.customers import queries as customers
from api.customers.customers.merging import hinders, moves
from api.customers.key_accounts import queries as key_accounts
from api.customers.key_accounts.model import KeyAccount
from api.customers.relations import queries as relations
from api.customers.relations import recount
from api.customers.reminders.model import CustomerReminder
from api.files.attachments import parents
from api.forms import subjects
from api.forms.subjects import About, Kind
from api.kit.unit import Unit
from api.kit.words import Words


def customer(unit: Unit, id: str) -> About:
    """A customer, for surveys and records about him."""
    row = customers.visible(unit, id)
    return About(station_id=row.station_id, title=row.name)


def asset(unit: Unit, id: str) -> About:
    """A device, for acceptance, maintenance and test sheets."""
    row = assets.visible(unit, id)
    return About(station_id=row.station_id, title=row.serial)


subjects.register(Kind("customer", Words("客户", "Customer"), customer, customers.visible_ids))
subjects.register(Kind("asset", Words("设备", "Device"), asset, assets.visible_ids))
parents.register(
    parents.Kind(
        name="customer",
        label=Words("客户", "Customer"),
        permission=P.CUSTOMERS_VIEW,
        one=customers.visible,
        ids=customers.visible_ids,
        adds=(P.CUSTOMERS_EDIT, P.CUSTOMERS_CREATE),
        voids=(P.CUSTOMERS_VOID,),
    )
)
parents.register(
    parents.Kind(
        name="asset",
        label=Words("设备", "Device"),
        permission=P.ASSETS_VIEW,
        one=assets.visible,
        ids=assets.visible_ids,
        adds=(P.ASSETS_EDIT, P.ASSETS_CREATE),
        voids=(P.ASSETS_VOID,),
    )
)
scope.owned_also("customer", relations.followed_by_me)
assert recount  # the worker knows its job


@hinders
def kept_as_key_account(unit: Unit, customer_id: str) -> Words | None:
    """A key-account file has goals and terms of its own, which nobody but its keeper can put together with others."""
    if not key_accounts.active(unit, customer_id):
        return None
    return Words("是大客户档案，先结束再合并", "It has a key-account file; end that first")


# talks and consents are never rewritten: they stay in the file that they were told to, which can still be read;
# an alert speaks of purchases that the merged file will count anew
moves(CareMessage, KeyAccount)
_reminder = CustomerReminder.__table__  # type: ignore[attr-defined]
moves(CustomerReminder, only=_reminder.c.kind != "alert")
