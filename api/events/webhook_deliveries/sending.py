"""The sender: looks at new facts for every webhook, and sends what is due, each address by threads of its own.

Any number of workers may run. An address has at most `BUDGET` connections per process, so a slow one delays only itself.
No transaction is open while something is sent; what a killed sender had in hands is sent again, with the same id, when
its lease is over.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from api.access import queries as access
from api.access.actor import Actor
from api.events import queries as events
from api.events import sight
from api.events.webhook_deliveries import bodies, queue, settling
from api.events.webhook_deliveries.queue import Batch
from api.events.webhook_deliveries.settling import Result
from api.kit import clock, egress, jobs, posting, signing
from api.kit.egress import Resolve
from api.kit.posting import Connect
from api.kit.sealing import Unopenable
from api.kit.unit import Unit

if TYPE_CHECKING:
    from api.system import System

LOOK_SECONDS = 1.0
FACTS = 500
UNWRITTEN = 1000
"""Facts that concern nobody may be looked at again after a restart, so many at most, instead of being written down."""
BUDGET = 4
"""Connections to one address from one process."""
THREADS = 256
"""Connections to all addresses from one process."""
LANES = 16
"""Subjects taken at once from a quick address; from others one."""
RUN_SECONDS = 20.0
"""After this a sender puts down what it has not sent yet; its lease is longer by more than one time-out."""
QUICK_SECONDS = 1.0
TIMEOUT_SECONDS = 15.0
LAST_SECONDS = queue.LEASE.total_seconds() - TIMEOUT_SECONDS - 5.0
"""So long after the claim a sending may begin and still end within the lease; looking a name up has no limit in time."""
EXCERPT = 500
AGENT = "Sibu-Webhooks/1"
log = logging.getLogger("sibu.webhooks")
OpenUnit = Callable[[], AbstractContextManager[Unit]]
Rights = tuple[Actor, Any, Mapping[str, Any]]


class Postman:
    """One process's sender; `step` is called over and over by one thread of the worker."""

    def __init__(
        self, system: System, open_unit: OpenUnit, *, resolve: Resolve = egress.looked_up,
        connect: Connect = posting.connected,
    ) -> None:  # fmt: skip
        self.system = system
        self.open_unit = open_unit
        self.resolve = resolve
        self.connect = connect
        self._looked: dict[str, tuple[int, int]] = {}
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._running: Counter[str] = Counter()
        self._threads: set[threading.Thread] = set()

    def step(self) -> float:
        """Look at new facts and see that everything due has somebody who sends it; gives the seconds until the next."""
        more = self.look()
        with self.system.db.read() as conn:
            due = queue.due(conn, clock.now())
        for hook_id, lanes in due.items():
            self._engage(hook_id, lanes)
        return 0.0 if more else LOOK_SECONDS

    def stop(self, seconds: float) -> bool:
        """Begin nothing new and wait for what is being sent; whether all ended in time."""
        self._over.set()
        until = clock.monotonic() + seconds
        for thread in list(self._threads):
            thread.join(max(0.0, until - clock.monotonic()))
        return not self._threads

    # -- new facts -----------------------------------------------------------------------------------------------
    def look(self) -> bool:
        """Queue new facts for whom they concern and who may see them; whether there are more."""
        more, wanted, now = False, [], clock.now()
        with self.system.db.read() as conn:
            hooks = queue.hooks(conn, now)
            head = events.head(conn) if hooks else 0
            read: dict[int, list[dict[str, Any]]] = {}
            for hook in hooks:
                known = self._looked.get(hook["id"])
                after = known[1] if known and known[0] == hook["position"] else hook["position"]
                rights = self._rights(hook["client_id"]) if after < head else None
                if rights is None:
                    continue
                if after not in read:
                    read[after] = queue.facts(conn, after, FACTS)
                facts = read[after]
                more = more or len(facts) == FACTS
                told = [fact for fact in facts if concerns(hook["event_types"], fact["type"]) and _sees(rights, fact)]
                if facts and (told or facts[-1]["position"] - hook["position"] > UNWRITTEN):
                    wanted.append((hook, facts[-1]["position"], told))
                elif facts:
                    self._looked[hook["id"]] = (hook["position"], facts[-1]["position"])
        for hook, upto, told in wanted:
            with self.open_unit() as unit:
                queue.put(unit, hook, upto, told)
        return more

    def _rights(self, client_id: str) -> Rights | None:
        """What an integration may see just now; None if its key is dead."""

        def read() -> Rights | None:
            with self.system.db.read() as conn:
                return rights_of(conn, client_id)

        return self.system.db.keep(("webhook rights", client_id), read)

    # -- sending -------------------------------------------------------------------------------------------------
    def _engage(self, hook_id: str, lanes: int) -> None:
        while not self._over.is_set():
            with self._lock:
                if self._running[hook_id] >= min(BUDGET, lanes) or len(self._threads) >= THREADS:
                    return
                self._running[hook_id] += 1
                thread = threading.Thread(target=self._employ, args=(hook_id,), name="sibu-webhook", daemon=True)
                self._threads.add(thread)
            thread.start()

    def _employ(self, hook_id: str) -> None:
        try:
            self.work(hook_id)
        except Exception as error:
            log.warning("webhook %s: %s; what it had in hands is sent again", hook_id, jobs.describe(error))
        finally:
            with self._lock:
                self._running[hook_id] -= 1
                self._threads.discard(threading.current_thread())
            if not self._over.is_set():
                self.system.wake()

    def work(self, hook_id: str) -> None:
        """Send what is due at this webhook until nothing is."""
        lanes = 1
        while not self._over.is_set():
            until = clock.monotonic() + LAST_SECONDS
            with self.open_unit() as unit:
                batches = queue.claim(unit, hook_id, lanes)
            if not batches:
                return
            begun = clock.monotonic()
            quick = self._deliver(batches, until) and clock.monotonic() - begun < QUICK_SECONDS
            lanes = min(2 * lanes, LANES) if quick else 1

    def _deliver(self, batches: list[Batch], until: float) -> bool:
        """Send these one after the other; as soon as one fails or is slow, the rest goes back. Whether all went well.

        Nothing begins to be sent after `until`: what comes too late because of those before it goes back too.
        """
        begun, well = clock.monotonic(), True
        done: list[tuple[Batch, list[Result]]] = []
        for batch in batches:
            results: list[Result] = []
            slow = clock.monotonic() - begun > QUICK_SECONDS
            for item in batch.items if well and not slow and not self._over.is_set() else ():
                result = self._try(batch.hook, item, until)
                if result.late and (results or any(earlier for _, earlier in done)):
                    break
                results.append(result)
                well = results[-1].through
                if not well or clock.monotonic() - begun > RUN_SECONDS or self._over.is_set():
                    break
            done.append((batch, results))
            if not well:
                self._settle(done)
        self._settle(done)
        return well

    def _settle(self, done: list[tuple[Batch, list[Result]]]) -> None:
        """Write down what was sent; a lane that went to another sender meanwhile is his."""
        while done:
            batches, settled = list(done), 0
            try:
                with self.open_unit() as unit:
                    for settled, (batch, results) in enumerate(batches):  # noqa: B007 - read when one is lost
                        settling.settle(unit, batch, results)
                done.clear()
            except jobs.LostLease:
                log.warning("a lane of webhook %s went to another sender", batches[settled][0].hook["id"])
                del done[settled]

    def _try(self, hook: dict[str, Any], item: dict[str, Any], until: float) -> Result:
        at, begun = clock.now(), clock.monotonic()
        if item["event_id"] is None:
            message = bodies.test(item["message_id"], item["created_at"])
        elif (rights := self._rights(hook["client_id"])) and _sees(rights, item):
            message = bodies.body(item, self.system.settings.address)
        else:
            return Result("withheld", at)

        def took() -> int:
            return max(0, round((clock.monotonic() - begun) * 1000))

        body = bodies.encoded(message)
        try:
            secrets = self._secrets(hook)
            target = egress.parted(hook["url"], self.system.inner)
            address = egress.address_of(target, self.system.inner, self.resolve)
            if clock.monotonic() > until:
                return Result("timeout", at, duration_ms=took(), late=True)
            headers = signing.headers(secrets, item["message_id"], int(at.timestamp()), body)
            told = {"Content-Type": "application/json", "User-Agent": AGENT, "Accept": "*/*"} | headers
            answer = posting.post(
                target, address, body, told, seconds=TIMEOUT_SECONDS,
                excerpt=EXCERPT if egress.is_public(address) else 0, connect=self.connect,
            )  # fmt: skip
        except egress.Unfit:
            return Result("blocked", at, duration_ms=took())
        except posting.Failed as error:
            return Result(error.trouble, at, duration_ms=took())
        except Unopenable:
            return Result("secret_lost", at)
        excerpt = "".join(char if char.isprintable() else " " for char in answer.excerpt)
        return Result(_outcome(answer.status), at, answer.status, took(), excerpt, answer.retry_after)

    def _secrets(self, hook: dict[str, Any]) -> list[str]:
        """The secrets that sign now: the newest, and while it is being introduced the one before."""
        sealed = [hook["secret_sealed"]]
        if hook["former_sealed"] and hook["former_ends_at"] > clock.now():
            sealed.append(hook["former_sealed"])
        return [self.system.sealer.open(secret, queue.purpose(hook["id"])) for secret in sealed]


def rights_of(conn: Connection, client_id: str) -> Rights | None:
    """What an integration may see, worked out once for many facts."""
    actor = access.client(conn, client_id, clock.now())
    return None if actor is None else (actor, actor.reach(sight.EVENTS), sight.reaches(actor))


def concerns(patterns: Iterable[str], type: str) -> bool:
    """Whether a webhook with these patterns wants to hear of such facts; without any it wants all."""
    wanted = list(patterns)
    return not wanted or type in wanted or f"{type.partition('.')[0]}.*" in wanted


def _sees(rights: Rights, fact: dict[str, Any]) -> bool:
    actor, reach, subjects = rights
    return sight.sees(actor, reach, subjects, sight.row(fact))


def _outcome(status: int) -> str:
    if status < 300:
        return "delivered" if status >= 200 else "unreadable"
    if status < 400:
        return "redirect"
    return "gone" if status == 410 else "refused"
