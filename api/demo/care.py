"""The customer file of the demo: who follows whom, words spoken, what waits to be said, and this month's count."""

from __future__ import annotations

from datetime import timedelta

from api.access.actor import SYSTEM
from api.customers.care_messages import schemas as message_schemas
from api.customers.care_messages import service as messages
from api.customers.contact_log import schemas as contact_schemas
from api.customers.contact_log import service as contacts
from api.customers.customers import queries as customers
from api.customers.key_accounts import schemas as account_schemas
from api.customers.key_accounts import service as accounts
from api.customers.relations import queries as relation_queries
from api.customers.relations import recount, schemas
from api.customers.relations import service as relations
from api.demo import queries
from api.demo.player import Player
from api.kit import clock
from api.kit.db import Database

SAID = (
    ("call", "care", "换季提醒：检查进水管路，客户说会安排保洁后再看。", 34),
    ("call", "usage", "数据有两天断点，教客户看通讯灯，已恢复。", 12),
    ("visit", "business", "看了站房，两台满负荷，建议明年加一台备机。", 20),
    ("message", "care", "发了节前问候。", 5),
)
KEY = account_schemas.KeyAccountCreate.model_validate(
    {
        "customer_id": "00000000-0000-7000-8000-000000000000", "since": "2026-03-01",
        "goals": "三年维护框架续签；每季度一次座谈，听运维班长讲用得不顺的地方。",
        "usage_note": "COD 与氨氮各两台，白天满负荷；试剂用量比同类高两成，已建议改采样间隔。",
        "terms_note": "A 类价目；备件九折；同城四小时到场。",
    }
)  # fmt: skip


def fill(db: Database) -> None:
    """Every customer begins a while ago, so that some are due for a word; the first few have a story."""
    player, now = Player(db), clock.now()
    with player.unit(SYSTEM, now - timedelta(days=40)) as unit:
        found = [relation_queries.customer_row(row) for row in relation_queries.some(unit, None, 200)]
        for row in found:
            relations.of(unit, customers.visible(unit, row.id))
    codes = {id: code for code, id in queries.station_ids(player).items()}
    for index, row in enumerate(found[:9]):
        code = codes[row.station_id]
        service, account = player.one("HL", code, index), player.one("SM", code)
        with player.unit(account, now - timedelta(days=35)) as unit:
            both = schemas.PersonsSet(
                service_person_id=service.employee_id,
                account_person_id=account.employee_id if account.employee_id != service.employee_id else None,
            )
            if customers.known(unit, row.id):
                relations.name_persons(unit, row.id, both)
    for index, (way, purpose, result, days) in enumerate(SAID):
        row = found[index % 3]
        who = player.one("CO", codes[row.station_id])
        with player.unit(who, now - timedelta(days=days)) as unit:
            if customers.known(unit, row.id):
                note = contact_schemas.ContactLogged.model_validate(
                    {"customer_id": row.id, "way": way, "purpose": purpose, "result": result}
                    | (
                        {"next_on": str((now + timedelta(days=2)).date()), "next_what": "问备机预算"}
                        if index == 2
                        else {}
                    )
                )
                contacts.note(unit, note)
    _write(player, found[0].id, codes[found[0].station_id])
    with player.unit(player.one("SM", codes[found[0].station_id]), now - timedelta(days=30)) as unit:
        accounts.begin(unit, KEY.model_copy(update={"customer_id": found[0].id}))
    with player.unit(SYSTEM, now) as unit:
        recount.count_some(unit, None)


def _write(player: Player, customer_id: str, code: str) -> None:
    """One person agreed to messages; one was sent by hand, one waits."""
    who, now = player.one("CO", code), clock.now()
    with player.unit(who, now - timedelta(days=21)) as unit:
        people = customers.read(unit, customer_id)["contacts"]
        if not people:
            return
        contact = people[0]["id"]
        messages.consent(
            unit,
            message_schemas.ConsentCreate(contact_id=contact, given=True, told_how="call", wording="可以，别太多。"),
        )
        sent = messages.write(
            unit,
            message_schemas.MessageCreate(
                contact_id=contact, kind="greeting", way="wechat", body="立冬将至，愿您和站房的设备都平稳过冬。"
            ),
        )
        messages.mark_sent(unit, sent["id"], message_schemas.MarkSent())
    with player.unit(who, now - timedelta(hours=20)) as unit:
        messages.write(
            unit,
            message_schemas.MessageCreate(
                contact_id=contact,
                kind="usage_tip",
                way="sms",
                body="低温提示：请检查采样管伴热和试剂柜温度，低于 5℃ 会影响读数。",
            ),
        )
