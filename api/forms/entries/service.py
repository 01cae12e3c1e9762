"""Verbs on entries: begun, filled in by desk or phone, completed, signed; each held to the version it was begun with."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from api.access import scope
from api.access.policy import P
from api.events import log
from api.files.attachments import queries as files
from api.files.attachments import service as filing
from api.forms import subjects
from api.forms.design import checking
from api.forms.design.layout import Layout
from api.forms.entries import answers, facts, queries, schemas
from api.forms.entries.answers import BASE
from api.forms.entries.model import Entry
from api.forms.entries.workflow import WORKFLOW
from api.forms.subjects import About
from api.forms.templates import queries as templates
from api.forms.templates import service as templating
from api.kit import edits
from api.kit.numbering import next_number
from api.kit.problems import Forbidden, Invalid, NotFound, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words


def open_entry(unit: Unit, command: schemas.EntryOpen) -> dict[str, Any]:
    """Begin an entry about a record that the caller sees.

    :raises Invalid: no such form or record for the caller, or the form is not about such records.
    :raises Forbidden: the form names others who fill it in.
    :raises TransitionRefused: the form was retired before this was begun.
    """
    template = _found(unit, command)
    about = _about(unit, command)
    if not unit.actor.reach(P.ENTRIES_CREATE).own:
        _may_write_at(unit, about.station_id)
    version = _version(unit, command.version_id or template.published_id, template.id)
    layout = templates.layout_of(version)
    if command.subject not in layout.subjects:
        words = Words("这张表不用于这一类记录", "This form is not about such records")
        raise Invalid.field("/body/subject", "unknown", words)
    if not may_fill(unit, layout.fillers):
        raise Forbidden(Words("这张表不由您的岗位填写", "Your role does not fill this form in"))
    at = unit.moment(after=about.since)
    if template.status == "retired" and template.retired_at <= at:
        raise TransitionRefused(Words("这张表已停用", "This form is retired"), offered=[])
    data = _judged(unit, layout, checking.preset(layout) | checking.tidied(command.data), draft=True)
    failed, critical = checking.failed(layout, data)
    place = queries.place(unit, about.station_id)
    today = at.astimezone(ZoneInfo(place["time_zone"])).date()
    row = unit.insert(
        Entry, id=command.id, created_by_id=unit.actor.employee_id, station_id=about.station_id,
        number=next_number(unit, "FM", place["code"], today), template_id=template.id, template_version_id=version.id,
        subject=command.subject, subject_id=command.subject_id, title=about.title[:200], case_id=about.case_id,
        owner_id=about.owner_id, on=today, status="open", data=data, failed=len(failed), critical=len(critical),
        readers=templating.joined(layout.readers), started_at=at,
    )  # fmt: skip
    _claim(unit, row, layout, data, {})
    fact = facts.EntryOpened(
        number=row.number, name=layout.name.zh, no=version.no, subject=row.subject, subject_id=row.subject_id
    )
    log.append(unit, row, fact)
    return answers.read(unit, row.id)


def edit(unit: Unit, id: str, command: schemas.EntryEdit) -> dict[str, Any]:
    """Write some fields at a desk; the version in `If-Match` keeps two writers apart.

    :raises TransitionRefused: the entry is no longer open.
    :raises Invalid: a value does not fit its field.
    """
    row, layout = held(unit, id)
    scope.demand(unit, P.ENTRIES_EDIT, row)
    WORKFLOW.fire(unit, "fill", row, BASE)
    return _write(unit, row, layout, command.data)


def fill(unit: Unit, id: str, command: schemas.Fill) -> dict[str, Any]:
    """Write what a phone changed: other fields merge, and what somebody else changed meanwhile is not overwritten.

    :raises Clash: a field holds neither what was found nor what is brought, and no phone sent this.
    """
    row, layout = held(unit, id)
    WORKFLOW.fire(unit, "fill", row, BASE)
    labels = {field.key: field.label.words() for section in layout.sections for field in section.fields}
    data, clashes = edits.split(row.data, command.changes, labels, checking.tidied)
    _judged(unit, layout, _merged(row.data, {found.field: found.mine for found in clashes}), row.data, draft=True)
    edits.keep(unit, row, row.title, clashes)
    return _write(unit, row, layout, data)


def complete(unit: Unit, id: str, command: schemas.Complete) -> dict[str, Any]:
    """All is filled in and right by the whole schema; what failed is counted and stays visible (D39).

    :raises Invalid: something is missing or does not fit.
    """
    row, layout = held(unit, id)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "complete", row, BASE)
    data = _judged(unit, layout, _merged(row.data, command.data), row.data)
    _claim(unit, row, layout, data, row.data)
    failed, critical = checking.failed(layout, data)
    at = unit.moment(after=row.started_at)
    fact = facts.EntryCompleted(name=layout.name.zh, failed=len(failed), critical=len(critical))
    log.append(
        unit, row, fact, **changes, data=data, failed=len(failed), critical=len(critical), completed_at=at,
        completed_by_id=unit.actor.employee_id, owner_id=row.owner_id,
    )  # fmt: skip
    return answers.read(unit, id)


def _write(unit: Unit, row: Row, layout: Layout, sent: dict[str, Any]) -> dict[str, Any]:
    data = _judged(unit, layout, _merged(row.data, sent), row.data, draft=True)
    if data != row.data:
        _claim(unit, row, layout, data, row.data)
        failed, critical = checking.failed(layout, data)
        fact = facts.EntryFilled(
            count=len(sent), fields=sorted(sent), values=sent, former={key: row.data.get(key) for key in sent}
        )
        log.append(
            unit, row, fact, data=data, failed=len(failed), critical=len(critical), owner_id=row.owner_id
        )  # fmt: skip
    return answers.read(unit, row.id)


def void(unit: Unit, id: str, command: schemas.Void) -> dict[str, Any]:
    """The entry does not count; whoever may see it sees why."""
    row, _ = held(unit, id)
    changes = WORKFLOW.fire(unit, "void", row, BASE)
    log.append(
        unit, row, facts.EntryVoided(reason=command.reason), **changes, voided_at=unit.now, void_reason=command.reason
    )  # fmt: skip
    return answers.read(unit, id)


def _merged(data: dict[str, Any], sent: dict[str, Any]) -> dict[str, Any]:
    return checking.tidied(data | sent)


def _judged(
    unit: Unit, layout: Layout, data: dict[str, Any], before: dict[str, Any] | None = None, *, draft: bool = False
) -> dict[str, Any]:
    """The data with its sums, found right: by the schema, by the records that it names, and by the photos that it did
    not hold `before`."""
    checking.check(layout, data, "body", "data", draft=draft)
    held = {id for _, id in checking.photos(layout, before or {})}
    for place, id in checking.photos(layout, data):
        if id not in held and not files.sees(unit, id):
            words = Words("没有这张照片，或者您看不到", "There is no such photo, or you may not see it")
            raise Invalid.field("/".join(("/body/data", *map(str, place))), "unknown", words)
    for place, kind, id in checking.references(layout, data):
        try:
            subjects.one(unit, kind, id)
        except NotFound:
            words = Words("没有这条记录，或者您看不到", "There is no such record, or you may not see it")
            raise Invalid.field("/".join(("/body/data", *map(str, place))), "unknown", words) from None
    made = checking.summed(layout, data)
    checking.check(layout, made, "body", "data", draft=draft)
    return made


def _claim(unit: Unit, row: Row, layout: Layout, data: dict[str, Any], before: dict[str, Any]) -> None:
    """The photos that it newly names are the entry's: else upkeep takes them for forgotten, and no reader sees them.

    Those of its own subject stay where they are: phones hang what they take for a form on the job, which its readers see.

    :raises Invalid: one belongs to something else.
    """
    named = {id for _, id in checking.photos(layout, before)}
    for place, id in checking.photos(layout, data):
        if id not in named and not files.hangs_on(unit, id, row.subject, row.subject_id):
            filing.claim(unit, id, "entry", row, pointer="/".join(("/body/data", *map(str, place))))


def held(unit: Unit, id: str) -> tuple[Row, Layout]:
    """The entry, held, belonging to whoever its subject belongs to now."""
    row = queries.one(unit, id)
    row.__dict__["owner_id"] = subjects.one(unit, row.subject, row.subject_id).owner_id
    return row, templates.layout_of(templates.any_version(unit, row.template_version_id))


def _found(unit: Unit, command: schemas.EntryOpen) -> Row:
    try:
        template = templates.visible(unit, command.template_id)
    except NotFound:
        template = None
    if template is None or template.published_id is None:
        raise Invalid.field("/body/template_id", "unknown", Words("没有这张表", "There is no such form"))
    return template


def _about(unit: Unit, command: schemas.EntryOpen) -> About:
    try:
        return subjects.one(unit, command.subject, command.subject_id)
    except NotFound:
        pointer = "/body/subject_id" if command.subject in subjects.KINDS else "/body/subject"
        raise Invalid.field(pointer, "unknown", Words("没有这条记录", "There is no such record")) from None


def _version(unit: Unit, id: str, template_id: str) -> Row:
    version = templates.known_version(unit, id)
    if version is None or version.template_id != template_id:
        raise Invalid.field("/body/version_id", "unknown", Words("没有这一版", "There is no such version"))
    return version


def _may_write_at(unit: Unit, station_id: str) -> None:
    reach = unit.actor.reach(P.ENTRIES_CREATE)
    if not reach.everywhere and station_id not in reach.stations:
        raise Forbidden(permission=str(P.ENTRIES_CREATE))


def may_fill(unit: Unit, fillers: Any) -> bool:
    """Whether the caller holds one of the roles that fill the form in; none named: everybody."""
    return not fillers or unit.actor.kind == "system" or bool(set(map(str, unit.actor.roles)) & set(map(str, fillers)))
