"""The job of an import: judges every row and writes nothing, and when it is confirmed writes what can be written.

Judging a row of a resource is making it by its own door and taking that back. Writing goes a hundred rows at a time, each
row whole or not at all; a job that dies goes on where it stopped, and what came in before is left alone (P31).
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import DBAPIError

from api.access import queries as access
from api.access.actor import SYSTEM, Actor
from api.access.policy import P
from api.events import log as events
from api.imports import queries as lookups
from api.imports.command import SAME_KEY
from api.imports.mapping import BadMapping, Mapping, RecordMapping, parse_mapping
from api.imports.reader import Draft, Refusal, drafts_of
from api.imports.runs import facts, queries, records
from api.imports.runs.records import Thing
from api.imports.runs.workflow import WORKFLOW
from api.imports.tables import BadRow, read_apart
from api.imports.writer import Writer
from api.kit import clock, jobs
from api.kit.db import savepoint
from api.kit.problems import Problem
from api.kit.unit import Row, Unit
from api.kit.words import Worded, Words
from api.network.stations import queries as stations

if TYPE_CHECKING:
    from api.system import System

BATCH = 100
SHOWN = 500
log = logging.getLogger("sibu.imports")


class Unfit(Worded):
    """The whole import cannot be done; `words` say why."""


class _Stop(Exception):
    """Nobody wants it any more."""


class _Undo(Exception):
    """Takes back what judging has tried."""


@jobs.handler("import", with_system=True)
def run(job: jobs.Claim, system: System) -> jobs.Apply | None:
    """Judge, or write, one import."""
    id = job.payload["id"]
    with system.db.read() as conn:
        unit = Unit(system.db, conn, SYSTEM)
        row, content = queries.for_work(unit, id), queries.content(unit, id)
    if row is None or content is None or row.status not in ("judging", "applying"):
        return None
    try:
        work = _Work(system, row, content)
        if row.status == "judging":
            return work.judged()
        return work.written()
    except _Stop:
        return lambda unit: queries.forget_content(unit, id)
    except (Unfit, BadRow) as error:
        return failed(id, error.words)
    except BadMapping as error:
        return failed(id, Words(f"映射文件不能用：{error}", f"The mapping cannot be used: {error}"))
    except Exception:
        if job.attempts < job.max_attempts:
            raise
        log.exception("import %s is given up", id)
        return failed(
            id, Words("导入时出错，已写入的都留着，可以再导一次", "It broke; what is written stays, import again")
        )


class _Work:
    def __init__(self, system: System, row: Row, content: bytes) -> None:
        self.db, self.row = system.db, row
        self.mapping = parse_mapping(row.mapping, row.source)
        self.actor = self._asker()
        self.refusals: list[Refusal] = []
        self.rows = self._read(content)
        self.total = len(self.rows) + len(self.refusals)

    def _asker(self) -> Actor:
        """Who asked, with his rights of now (8.3.3)."""
        with self.db.read() as conn:
            person = access.person_anywhere(conn, self.row.account_id, clock.now())
            unit = Unit(self.db, conn, person or SYSTEM)
            lacking = "imports:create" if person is None else lacks(unit, self.mapping, self.row.station_id)
        if person is None or lacking:
            words = Words("您没有这项权限：{right}", "You lack the right {right}")
            raise Unfit(words.format(right=lacking))
        return person

    def _read(self, content: bytes) -> list[Draft | Thing]:
        name = self.row.file_name or self.row.source
        read: Iterator[Draft | Thing | Refusal] = (
            records.things_of(self.mapping, name, content, read_apart)
            if isinstance(self.mapping, RecordMapping)
            else drafts_of(self.mapping, name, content, read_apart)
        )
        seen: dict[str, int] = {}
        found: list[Draft | Thing] = []
        for item in read:
            if isinstance(item, Refusal):
                self.refusals.append(item)
            elif item.key in seen:
                words = SAME_KEY.format(n=seen[item.key], file=name)
                self.refusals.append(Refusal(name, item.line, item.key, words))
            else:
                seen[item.key] = item.line
                found.append(item)
        return found

    # -- judging ---------------------------------------------------------------------------------------------------
    def judged(self) -> jobs.Apply:
        """What would become of every row."""
        counts: Counter[str] = Counter()
        self._progress("judging", handled=0, total=self.total)
        for start in range(0, len(self.rows), BATCH):
            counts += self._tried(self.rows[start : start + BATCH])
            self._progress("judging", handled=min(start + BATCH, len(self.rows)))
        counts["refused"] = len(self.refusals)
        preview = {name: counts[name] for name in queries.COUNTS}

        def apply(unit: Unit) -> None:
            held = queries.for_work(unit, self.row.id, lock=True)
            if held and held.status == "judging":
                found: dict[str, Any] = {"preview": preview, "findings": self._findings(), "handled": self.total}
                changes = WORKFLOW.fire(unit, "judge", held)
                events.append(unit, held, facts.ImportJudged(**preview), version=held.version + 1, **found, **changes)

        return apply

    def _tried(self, batch: Sequence[Any]) -> Counter[str]:
        if isinstance(self.mapping, Mapping):
            with self.db.read() as conn:
                unit = Unit(self.db, conn, self.actor)
                fit = [draft for draft in batch if self._has_product(unit, draft)]
                home = lookups.home(unit, self._station())
                assert home
                known = lookups.Before(unit, home, network=False).cases(draft.key for draft in fit)
            return Counter(added=len(fit) - len(known), same=len(known))
        counts: Counter[str] = Counter()
        try:
            with self.db.write() as conn:
                counts = self._put(conn, batch)
                raise _Undo
        except _Undo:
            return counts

    def _has_product(self, unit: Unit, draft: Draft) -> bool:
        """Whoever may not add to the catalogue imports only what is in it."""
        if draft.product is None or unit.actor.holds(P.PRODUCTS_CREATE):
            return True
        if lookups.products(unit, [draft.product[0]]):
            return True
        words = Words("没有产品 {model}，要总部先建", "There is no product {model}; headquarters makes it first")
        self.refusals.append(Refusal(draft.file, draft.line, draft.key, words.format(model=draft.product[0])))
        return False

    def _put(self, conn: Any, batch: Sequence[Thing]) -> Counter[str]:
        counts: Counter[str] = Counter()
        assert isinstance(self.mapping, RecordMapping)
        for thing in batch:
            unit = Unit(self.db, conn, self.actor, locale=self.actor.locale)
            try:
                with savepoint(conn):
                    counts[records.put(unit, self.mapping, thing, self.row.station_id)] += 1
            except Problem as problem:
                self._refuse(thing, records.refusal(problem, self.mapping.record.fields))
            except BadRow as error:
                self._refuse(thing, error.words)
            except DBAPIError as error:
                self._refuse(thing, Words("数据库不收：{why}", "the database refused it: {why}").format(
                    why=type(error.orig).__name__
                ))  # fmt: skip
        return counts

    def _refuse(self, thing: Thing, words: Words) -> None:
        self.refusals.append(Refusal(self.row.file_name or "", thing.line, thing.key, words))

    # -- writing ---------------------------------------------------------------------------------------------------
    def written(self) -> jobs.Apply:
        """Write every row that can be written, from where a job before this one stopped."""
        counts = Counter({name: getattr(self.row, name) for name in queries.COUNTS})
        done = self.row.handled
        counts["refused"] += len(self.refusals) if not done else 0
        code = self._station()
        while done < len(self.rows):
            batch = self.rows[done : done + BATCH]
            before = len(self.refusals)
            if isinstance(self.mapping, Mapping):
                with self.db.read() as conn:
                    unit = Unit(self.db, conn, self.actor)
                    fit = [draft for draft in batch if isinstance(draft, Draft) and self._has_product(unit, draft)]
                writer = Writer(self.db, code, self.actor)
                self.refusals += writer.write(fit) if fit else []
                counts += Counter(added=writer.added, same=writer.there)
                done += len(batch)
                counts["refused"] += len(self.refusals) - before
                self._progress("applying", handled=done, **{name: counts[name] for name in queries.COUNTS})
                continue
            with self.db.write() as conn:
                counts += self._put(conn, [thing for thing in batch if isinstance(thing, Thing)])
                done += len(batch)
                counts["refused"] += len(self.refusals) - before
                sums = {name: counts[name] for name in queries.COUNTS}
                if not queries.handled(Unit(self.db, conn, SYSTEM), self.row.id, "applying", handled=done, **sums):
                    raise _Stop
        told: dict[str, Any] = {name: counts[name] for name in queries.COUNTS}

        def apply(unit: Unit) -> None:
            held = queries.for_work(unit, self.row.id, lock=True)
            if held and held.status == "applying":
                ended = {"finished_at": unit.now, "version": held.version + 1, "handled": self.total}
                ended |= WORKFLOW.fire(unit, "finish", held)
                events.append(unit, held, facts.ImportDone(**told), findings=self._findings(), **told, **ended)
            queries.forget_content(unit, self.row.id)

        return apply

    def _station(self) -> str:
        with self.db.read() as conn:
            return stations.known(Unit(self.db, conn, SYSTEM), self.row.station_id).code

    def _progress(self, status: str, **counts: int) -> None:
        with self.db.write() as conn:
            if not queries.handled(Unit(self.db, conn, SYSTEM), self.row.id, status, **counts):
                raise _Stop

    def _findings(self) -> list[dict[str, Any]]:
        found = sorted(self.refusals, key=lambda one: one.line)[:SHOWN]
        return [{"line": one.line, "key": one.key, "zh": one.words.zh, "en": one.words.en} for one in found]


CASE_RIGHTS = (P.SERVICE_REQUESTS_CREATE, P.CUSTOMERS_CREATE)


def lacks(unit: Unit, mapping: Mapping | RecordMapping, station_id: str) -> str | None:
    """The right that the caller lacks for such an import, or None."""
    if isinstance(mapping, RecordMapping):
        edge = records.resources().get(mapping.record.resource)
        if edge is None:
            return f"{mapping.record.resource.strip('/')}:create"
        return None if unit.actor.holds(edge.permission) else edge.permission
    rights = (*CASE_RIGHTS, P.ASSETS_CREATE) if mapping.asset else CASE_RIGHTS
    for right in rights:
        reach = unit.actor.reach(right)
        if not reach.everywhere and station_id not in reach.stations:
            return str(right)
    return None


def failed(id: str, words: Words) -> jobs.Apply:
    """End an import that is under way, say why, and forget its file."""

    def apply(unit: Unit) -> None:
        row = queries.for_work(unit, id, lock=True)
        if row and row.status in ("judging", "applying"):
            ended = {"finished_at": unit.now, "version": row.version + 1} | WORKFLOW.fire(unit, "fail", row)
            events.append(
                unit, row, facts.ImportFailed(), failure={"zh": words.zh[:500], "en": words.en[:500]}, **ended
            )
        queries.forget_content(unit, id)

    return apply
