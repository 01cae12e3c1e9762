"""The edge: HTTP on one side, services on the other.

`Resource` switches on endpoints. Each declares its permission; each runs in one thread with one transaction that is
committed *before* the answer leaves (house rule 2). Rooms' handlers look like

    @resource.get("/{id}", permission=P.WORK_ORDERS_VIEW, answer=WorkOrderRead)
    def read_work_order(unit: Unit, id: Id) -> dict: ...

The order of checks is: is it a path of its own that knows no such method (405), who is calling (401), may he at all (403 or
404), is the request well formed (400, 415, 422), is it a repeat (idempotency), is the row visible (404), is it current (412),
is it possible now (409).
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Coroutine
from functools import cached_property
from typing import Annotated, Any, get_type_hints

from anyio import to_thread
from fastapi import APIRouter, Query, Request, Response
from fastapi.routing import APIRoute
from pydantic import TypeAdapter
from pydantic_core import to_json
from sqlalchemy.exc import DBAPIError
from starlette.routing import compile_path

from api.kit import describing, fieldwork, idempotency, problems, refusing
from api.kit.answering import answer_of, clock_of, held_answer
from api.kit.describing import PUBLIC, SIGNED, SIGNED_IN
from api.kit.heads import KEY, key_of, version_of
from api.kit.ids import Id
from api.kit.problems import Forbidden, Invalid, KeyRequired, MethodNotAllowed, NotFound, Problem
from api.kit.text import FieldCommand
from api.kit.unit import Unit
from api.kit.validation import check, no_parameters, parse_json
from api.kit.words import Words
from api.kit.workflow import Workflow


class Afterwards:
    """What a handler returns when the answer is slow to make (a paper to draw): it is made when the transaction is over.

    `make` is called with the process's `System` and gives the response; it has no connection, so all that it needs was
    read before (house rule 2). It is never remembered for a repeat: give such an endpoint no `Idempotency-Key`.
    """

    def __init__(self, make: Callable[[Any], Response]) -> None:
        self.make = make


BASE = "/api/v1"


class Endpoint:
    """What the edge knows of one endpoint; found on its route as `route.endpoint.edge` by tests and documents."""

    def __init__(self, handler: Callable[..., Any], **declared: Any) -> None:
        self.handler = handler
        self.permission: str = declared["permission"]
        self.answer: Any = declared["answer"]  # the model; none where it is a file
        self.write: bool = declared["write"]
        self.status: int = declared["status"]
        self.key: str = declared["key"]
        self.match: str = declared["match"]
        self.location: str | None = declared["location"]
        self.visible: Callable[[Unit, str], Any] | None = declared["visible"]
        self.tag: str | None = declared["tag"]
        self.template: str = declared["template"]
        hints = get_type_hints(handler, include_extras=True)
        parameters = list(inspect.signature(handler).parameters)[1:]
        self.path = {n: TypeAdapter(hints[n]) for n in parameters if f"{{{n}}}" in declared["path"]}
        self.query = TypeAdapter(hints["query"]) if "query" in parameters else None
        self.query_type = hints.get("query")
        self.command_type = hints.get("command")
        self.command = TypeAdapter(hints["command"]) if "command" in parameters else None
        self.hints = hints

    def signature(self) -> inspect.Signature:
        """The signature from which FastAPI documents the endpoint."""
        kind = inspect.Parameter.KEYWORD_ONLY
        found = [inspect.Parameter(n, kind, annotation=self.hints[n]) for n in self.path]
        if self.query:
            asked: Any = Annotated[self.query_type, Query()]
            found.append(inspect.Parameter("query", kind, annotation=asked))
        if self.command:
            found.append(inspect.Parameter("command", kind, annotation=self.hints["command"]))
        return inspect.Signature(found)

    def run(self, request: Request, body: bytes) -> Response:
        """The whole request in this thread; a refusal echoes the key too, so that a phone knows it for ours (P13)."""
        try:
            with refusing.spoken():
                return self._run(request, body)
        except Problem as problem:
            key = request.headers.get("idempotency-key", "")
            if self.key != "none" and KEY.fullmatch(key):
                problem.headers["idempotency-key"] = key
            raise

    def _run(self, request: Request, body: bytes) -> Response:
        if self.path and (allowed := _literal(request.url.path)):
            raise MethodNotAllowed(headers={"allow": ", ".join(allowed)})  # `/shifts/copy-week` is no shift
        state = request.app.state.sibu
        locale = request.scope["state"]["locale"]
        actor = state.authenticate(request) if self.permission != PUBLIC else state.nobody
        if self.permission not in (PUBLIC, SIGNED_IN) and not actor.holds(self.permission):
            resource = self.permission.partition(":")[0]
            if not actor.holds(f"{resource}:view"):
                raise NotFound  # no cell in the policy: the object and the collection do not exist for him
            raise Forbidden(permission=self.permission)
        arguments = self._placed(request.path_params)
        if self.query or request.scope["query_string"]:
            arguments |= self._query(request)
        if self.command:
            if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
                raise problems.WrongMedia(Words("请用 application/json", "Send application/json"))
            arguments["command"] = check(self.command, parse_json(body), "body")
        elif body and self.write:
            raise Invalid.field("/body", "extra_forbidden", Words("这里不用带内容", "No content is expected here"))
        match = version_of(request, self.match)
        key = key_of(request, self.key)
        for attempt in range(4):
            try:
                return self._once(request, state, actor, locale, arguments, match, key, body)
            except DBAPIError as error:
                if attempt == 3 or not refusing.worth_another_try(error):
                    raise
        raise AssertionError("unreachable")

    def _once(
        self,
        request: Request,
        state: Any,
        actor: Any,
        locale: str,
        arguments: dict[str, Any],
        match: int | None,
        key: str | None,
        body: bytes,
    ) -> Response:
        with state.db.write() if self.write else state.db.read() as conn:
            unit = Unit(state.db, conn, actor, locale=locale, request_id=request.scope["state"]["request_id"])
            unit.match, unit.path_id, unit.sealer = match, arguments.get("id"), state.sealer
            unit.inner, unit.address = state.inner, state.settings.address
            command = arguments.get("command")
            unit.occurred_at = getattr(command, "occurred_at", None)
            if key:
                print_ = idempotency.fingerprint(request.method, request.url.path, body)
                if known := idempotency.recall(unit, key, print_):
                    if self.visible and known["subject_id"]:
                        self.visible(unit, known["subject_id"])
                    return answer_of(known, key, replayed=True)
            passage = self._passage(unit, request, command, key, body)
            if passage and passage.held is not None:
                return answer_of(held_answer(passage.held), key)
            result = self.handler(unit, **arguments)
            if passage:
                passage.settle(unit)
            ready = isinstance(result, Response | Afterwards)
            answer: dict[str, Any] = {} if ready else self._render(request.url.path, result)
            if key and not ready:
                idempotency.remember(unit, key, print_, **answer)
        for follow in unit.after_commit:
            follow()
        state.wake()
        if isinstance(result, Afterwards):
            return result.make(state)
        if isinstance(result, Response):
            return result
        if self.tag and request.headers.get("if-none-match") == (answer["etag"] or ""):
            return Response(status_code=304, headers={"etag": answer["etag"], "cache-control": "no-store"})
        return answer_of(answer, key, more=unit.headers)

    def _passage(
        self, unit: Unit, request: Request, command: Any, key: str | None, body: bytes
    ) -> fieldwork.Passage | None:
        """A command that names the phone it comes from passes the gate; one without a device is as from a desk."""
        if self.key == "none" or not isinstance(command, FieldCommand) or command.device_id is None:
            return None
        if key is None:
            raise KeyRequired
        gate = fieldwork.gate()
        if gate is None:
            return None
        print_ = idempotency.fingerprint(request.method, request.url.path, body)
        clock = clock_of(request.headers.get(fieldwork.CLOCK))
        sent = fieldwork.Sent(request.method, request.url.path, parse_json(body), key, print_, clock)
        return gate(unit, sent, command)

    def _placed(self, params: dict[str, str]) -> dict[str, Any]:
        return {n: _path_value(adapter, n, params[n]) for n, adapter in self.path.items()}

    @cached_property
    def place(self) -> re.Pattern[str]:
        """What paths of this endpoint look like, below the base."""
        return compile_path(self.template)[0]

    def again(self, unit: Unit, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Do what a kept request asked, as the unit's caller: rights, shape and state are judged today.

        Gives the answer as it is remembered for a repeat (`idempotency.remember`).

        :raises Problem: as the request itself would be refused.
        """
        found = self.place.fullmatch(path.removeprefix(BASE))
        if found is None or (self.permission != SIGNED_IN and not unit.actor.holds(self.permission)):
            raise NotFound
        assert self.command
        command = check(self.command, body, "body")
        result = self.handler(unit, **self._placed(found.groupdict()), command=command)
        return self._render(path, result)

    def _render(self, path: str, result: Any) -> dict[str, Any]:
        subject = result.get("id") if isinstance(result, dict) else None
        version = result.get("version") if isinstance(result, dict) else None
        etag = None if version is None else f'"{version}"'
        if self.tag:
            etag = f'"{idempotency.fingerprint("tag", path, str(result[self.tag]).encode())[:32]}"'
        return {
            "status": self.status,
            "etag": etag,
            "location": f"{self.location or path.rstrip('/')}/{subject}" if self.status == 201 and subject else None,
            "body": b"" if self.status == 204 else to_json(result),
            "subject_id": subject,
        }

    def _query(self, request: Request) -> dict[str, Any]:
        given = request.query_params.multi_items()
        flat = dict(given)
        if len(flat) != len(given):
            raise Invalid.field("/query", "repeated", Words("参数重复", "A parameter is given twice"))
        if self.query is None:
            no_parameters(flat)
            return {}
        return {"query": check(self.query, flat, "query")}


_known: dict[str, dict[str, Endpoint]] = {}


def endpoints(method: str) -> list[Endpoint]:
    """Every endpoint of this method."""
    return list(_known.get(method, {}).values())


def endpoint(method: str, path: str) -> Endpoint | None:
    """The endpoint that answers this request: the most literal one, as the router finds it."""
    below = path.removeprefix(BASE)
    found = [edge for edge in _known.get(method, {}).values() if edge.place.fullmatch(below)]
    return min(found, key=lambda edge: edge.template.count("{"), default=None)


def _literal(path: str) -> list[str]:
    """The methods of the endpoints whose template is this very path, without a parameter."""
    below = path.removeprefix(BASE)
    return sorted(method for method, known in _known.items() if below in known)


def _path_value(adapter: TypeAdapter[Any], name: str, text: str) -> Any:
    return check(adapter, text, f"path/{name}")


class EdgeRoute(APIRoute):
    """A route whose handler is `Endpoint.run`, in one thread of the pool; FastAPI routes and documents it."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        edge: Endpoint = self.endpoint.edge  # type: ignore[attr-defined]

        async def handle(request: Request) -> Response:
            body = await request.body() if edge.write else b""
            return await to_thread.run_sync(edge.run, request, body)

        return handle


class Resource:
    """The endpoints of one resource under one path; `router` is what `routes.py` includes."""

    def __init__(self, path: str, *, visible: Callable[[Unit, str], Any] | None = None) -> None:
        self.path = path
        self.visible = visible
        self.router = APIRouter(prefix=path, tags=[path.strip("/").split("/")[0]], route_class=EdgeRoute)

    def get(self, path: str = "", *, permission: str, answer: Any, refuses: tuple[Any, ...] = (), **more: Any) -> Any:
        """A read; nothing it does is kept."""
        return self._endpoint("GET", path, permission, answer, refuses, write=False, **more)

    def post(self, path: str = "", *, permission: str, answer: Any, refuses: tuple[Any, ...] = (), **more: Any) -> Any:
        """A write; 201 unless `status` says otherwise. `key="required"` for money, stock, bookings, field commands."""
        return self._endpoint("POST", path, permission, answer, refuses, **({"status": 201} | more))

    def patch(self, path: str, *, permission: str, answer: Any, refuses: tuple[Any, ...] = (), **more: Any) -> Any:
        """An edit of facts; `If-Match` is required."""
        return self._endpoint("PATCH", path, permission, answer, refuses, match="required", **more)

    def put(self, path: str, *, permission: str, answer: Any, refuses: tuple[Any, ...] = (), **more: Any) -> Any:
        """A value set as a whole."""
        return self._endpoint("PUT", path, permission, answer, refuses, **more)

    def delete(self, path: str, *, permission: str, refuses: tuple[Any, ...] = (), **more: Any) -> Any:
        """A removal of what was never a record (a holiday in a calendar); answers 204."""
        return self._endpoint("DELETE", path, permission, None, refuses, status=204, **more)

    def actions(self, workflow: Workflow, *services: Any, answer: Any, refuses: tuple[Any, ...] = ()) -> None:
        """One typed endpoint per offered step: `POST /{id}/<action>`, done by `service.<action>(unit, id, command)`.

        The verbs may be spread over several modules; each is found by its name.
        """
        for action, step in workflow.steps.items():
            if not step.offer:
                continue
            name = action.replace("-", "_")
            verb = next(getattr(service, name) for service in services if hasattr(service, name))

            def handler(unit: Unit, id: str, command: Any, verb: Callable[..., Any] = verb) -> Any:
                return verb(unit, id, command)

            handler.__name__ = f"{verb.__name__}_{workflow.kind.rstrip('s').replace('-', '_')}"
            handler.__doc__ = verb.__doc__
            handler.__annotations__ = {"unit": Unit, "id": Id, "command": step.command}
            more = {
                "status": 200,
                "match": "required" if step.match else "optional",
                "key": "required" if step.key else "optional",
            }
            self.post(
                f"/{{id}}/{action}",
                permission=step.permission,
                answer=answer,
                refuses=(problems.TransitionRefused, problems.Stale, *refuses),
                **more,
            )(handler)

    def _endpoint(
        self, method: str, path: str, permission: str, answer: Any, refuses: tuple[Any, ...], **more: Any
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        declared: dict[str, Any] = {
            "write": True,
            "status": 200,
            "key": "optional" if method == "POST" else "none",
            "match": "none",
            "location": None,  # of what a sub-collection makes, such as /api/v1/contacts
            "tag": None,  # the member of a read whose value is its ETag, for `If-None-Match`
            "media": None,  # of an answer that is not JSON, such as image/png, or several of which one is answered
        }
        declared |= {"visible": self.visible, "answer": answer} | more
        tags, media = declared.pop("tags", None), declared.pop("media")
        of_other_media: dict[str, Any] = {"response_class": Response} if media else {}
        kinds = (media,) if isinstance(media, str) else media or ()
        described = {"content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in kinds}}

        def register(handler: Callable[..., Any]) -> Callable[..., Any]:
            edge = Endpoint(handler, permission=str(permission), path=path, template=self.path + path, **declared)
            _known.setdefault(method, {})[edge.template] = edge

            def endpoint(**values: Any) -> Any: ...

            endpoint.__name__ = handler.__name__
            endpoint.__doc__ = handler.__doc__
            endpoint.__signature__ = edge.signature()  # type: ignore[attr-defined]
            endpoint.edge = edge  # type: ignore[attr-defined]
            self.router.add_api_route(
                path,
                endpoint,
                methods=[method],
                status_code=edge.status,
                response_model=answer,
                responses=describing.answers(edge, refuses) | ({edge.status: described} if media else {}),
                operation_id=handler.__name__,
                tags=tags,
                openapi_extra=describing.beside(edge),
                **of_other_media,
            )
            return handler

        return register


__all__ = ["PUBLIC", "SIGNED", "SIGNED_IN", "Afterwards", "Endpoint", "Resource", "endpoint", "endpoints"]
