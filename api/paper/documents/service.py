"""Printing a record: what stands on the paper is kept, counted and told, all in one transaction (R162)."""

from __future__ import annotations

import secrets
from typing import Any

from api.customers.contacts import service as contacts
from api.customers.contacts.schemas import Reveal
from api.events import log
from api.kit.ids import new_id
from api.kit.problems import Forbidden, Invalid, NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.paper.documents import queries
from api.paper.documents.facts import DocumentPrinted
from api.paper.documents.kinds import TABLE, Clock, Gathered, Kind, of_subject
from api.paper.documents.model import Document, DocumentContent
from api.paper.documents.problems import NotReady
from api.paper.documents.schemas import KindName, OfSubject, PreviewQuery, Print, PrintBatch
from api.paper.documents.words import AGAIN, CALLED, COPIES, KINDS, PREVIEWED, PRINTED

BASE = "/api/v1/documents"


def print_one(unit: Unit, command: Print) -> dict[str, Any]:
    """Keep one printing.

    :raises NotFound: no such record, or none that the caller may see.
    :raises NotReady: there is nothing to print of it yet.
    :raises RevealLimit: its number would be one more than an hour allows.
    """
    kind = _kind(command.kind, command.copy_)
    row = kind.find(unit, command.subject_id)
    queries.hold(unit, [row])
    return shown(unit, _print(unit, kind, row, command, None, None))


def print_batch(unit: Unit, command: PrintBatch) -> dict[str, Any]:
    """Keep a printing of each of these records; all or none.

    :raises Invalid: one is named twice, or is not the caller's to see; it is pointed at.
    """
    kind, ids = _kind(command.kind, command.copy_), command.subject_ids
    rows = []
    for index, id in enumerate(ids):
        if id in ids[:index]:
            raise _pointed(index, "repeated", Words("重复了", "It is named twice"))
        try:
            rows.append(kind.find(unit, id))
        except NotFound:
            raise _pointed(index, "not_found", Words("没有这一张", "There is no such record")) from None
    queries.hold(unit, rows)
    batch = new_id()
    made = [_print(unit, kind, row, command, batch, batch if row is rows[0] else None) for row in rows]
    return {"id": batch, "items": [shown(unit, row) for row in made], "content_href": f"{BASE}/{batch}/batch"}


def _pointed(index: int, code: str, words: Words) -> Invalid:
    return Invalid.field(f"/body/subject_ids/{index}", code, words)


def _kind(name: KindName, copy: str) -> Kind:
    kind = TABLE[name]
    if copy not in kind.copies:
        words = Words("{kind}没有这一联", "There is no such copy of the {kind}").format(kind=kind.label)
        raise Invalid.field("/body/copy", "no_such_copy", words)
    return kind


def _print(
    unit: Unit, kind: Kind, row: Row, command: Print | PrintBatch, batch: str | None, id: str | None
) -> dict[str, Any]:
    speaking = _speaking(unit, command.language)
    gathered = _gathered(speaking, kind, row)
    phone = _phone(unit, kind, row, gathered, command)
    nth = queries.printings(unit, [row.id]).get((kind.name, row.id), 0) + 1
    values = _values(speaking, kind, row, gathered, command.copy_, nth) | {
        "signature_id": gathered.signature_id, "contact_id": gathered.contact_id if phone else None, "phone": phone,
    }  # fmt: skip
    salt = secrets.token_bytes(16)
    fingerprint = log.personal_hash(salt, values)
    case_id = queries.case_id_of(row)
    made = unit.insert(
        Document, id=id, kind=kind.name, subject=kind.subject, subject_id=row.id, number=row.number,
        station_id=row.station_id, case_id=case_id, language=command.language, nth=nth, fingerprint=fingerprint,
        printed_by_id=unit.actor.employee_id, batch_id=batch, copy=command.copy_,
    )  # fmt: skip
    unit.insert(DocumentContent, document_id=made.id, salt=salt, told=values | {"fingerprint": fingerprint})
    fact = DocumentPrinted(
        document_id=made.id, kind=kind.name, copy=command.copy_, nth=nth, fingerprint=fingerprint
    )  # fmt: skip
    log.record(unit, row, fact, case_id=case_id)
    return made.__dict__ | {"printed_by_name": unit.actor.name}


def _speaking(unit: Unit, language: str) -> Unit:
    """The same unit, whose words come in the paper's language and not in the reader's."""
    speaking = Unit(unit.db, unit.conn, unit.actor, now=unit.now, locale="en" if language == "en" else "zh-CN")
    speaking.request_id = unit.request_id
    return speaking


def _gathered(unit: Unit, kind: Kind, row: Row) -> Gathered:
    if reason := kind.ready(unit, row):
        raise NotReady(reason)
    return kind.gather(unit, row)


def _values(unit: Unit, kind: Kind, row: Row, gathered: Gathered, copy: Any, nth: int | None) -> dict[str, Any]:
    """What stands on this copy: the fields of its own list and nothing else (T11)."""
    at = Clock(unit, row.station_id)(unit.now)
    printed = PRINTED.format(name=unit.actor.name, at=at) if nth else PREVIEWED
    return {
        "fields": {name: gathered.fields[name] for name in kind.copies[copy]},
        "head": queries.head(unit, row.station_id), "number": row.number, "printed": unit.say(printed),
        "again": unit.say(AGAIN.format(nth=nth)) if nth and nth > 1 else None,
    }  # fmt: skip


def _phone(unit: Unit, kind: Kind, row: Row, gathered: Gathered, command: Print | PrintBatch) -> str | None:
    """The contact's number, where this copy has a place for it and the caller may see it: shown, counted, told (T31)."""
    if command.phone == "masked" or "phone" not in kind.copies[command.copy_] or not gathered.contact_id:
        return None
    reason = CALLED.format(kind=kind.label, number=row.number).zh
    try:
        numbers = contacts.reveal(unit, gathered.contact_id, Reveal(reason=reason))["phones"]
    except (Forbidden, NotFound):
        return None
    return numbers[0]["value"] if numbers else None


def preview(unit: Unit, query: PreviewQuery) -> tuple[Kind, dict[str, Any], bytes | None]:
    """The paper as it would be printed now, with its number masked; nothing is kept."""
    kind = _kind(query.kind, query.copy_)
    row = kind.find(unit, query.subject_id)
    speaking = _speaking(unit, query.language)
    gathered = _gathered(speaking, kind, row)
    drawn = gathered.signature_id and queries.pictures(unit, [gathered.signature_id]).get(gathered.signature_id)
    return kind, _values(speaking, kind, row, gathered, query.copy_, None), drawn or None


def offers(unit: Unit, query: OfSubject) -> dict[str, Any]:
    """The kinds of paper that the caller may print of this record.

    :raises NotFound: no such record.
    """
    kinds = of_subject(query.subject)
    rows = {kind.name: kind.find(unit, query.subject_id) for kind in kinds}
    printed = queries.printings(unit, [query.subject_id])
    return {
        "items": [
            {
                "kind": kind.name, "label": unit.say(kind.label),
                "copies": [{"value": copy, "label": unit.say(COPIES[copy])} for copy in kind.copies],
                "printed": printed.get((kind.name, query.subject_id), 0),
                "reason": (reason := kind.ready(unit, rows[kind.name])) and unit.say(reason),
                "batch": unit.actor.holds("documents:export"),
            }
            for kind in kinds
        ]
        if unit.actor.holds("documents:create")
        else []
    }  # fmt: skip


def shown(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """A printing as it is answered."""
    return {
        "id": row["id"], "version": row["version"], "kind": row["kind"], "kind_label": unit.say(KINDS[row["kind"]]),
        "copy": row["copy"], "copy_label": unit.say(COPIES[row["copy"]]), "language": row["language"],
        "subject": row["subject"], "subject_id": row["subject_id"], "number": row["number"], "case_id": row["case_id"],
        "nth": row["nth"], "reprint": row["nth"] > 1, "printed_at": row["created_at"],
        "printed_by": row["printed_by_id"] and {"id": row["printed_by_id"], "name": row["printed_by_name"]},
        "fingerprint": row["fingerprint"], "batch_id": row["batch_id"],
        "content_href": f"{BASE}/{row['id']}/content",
    }  # fmt: skip
