"""What the API's document takes away from its readers since the last commit; the second half of the check `openapi`.

    .venv/bin/python tools/breaking.py               compare, and fail on what api/DECISIONS.md does not name
    .venv/bin/python tools/breaking.py --check       first see that the document is what the routes say
    .venv/bin/python tools/breaking.py OLD NEW       two documents

It compares with the document of the last commit; where that is the one at hand, with the one that it took the place of,
so that a break does not become right by being committed. A break that is meant is named in api/DECISIONS.md on a line
that begins with `Breaking:`, as it is printed here or by its beginning, between backticks: `GET /things` names all that is
said of this operation and nothing of `GET /things/{id}`.

Requests may only widen: what was sent before must still be taken. Answers may only grow: what was read before must still
be there and be of the same kind. Two things are no breaks, because every reader of the contract must expect them: a new
member of an answer, and a new value of an enumeration in an answer.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT, DECISIONS = "openapi.json", "api/DECISIONS.md"
METHODS = ("get", "put", "post", "patch", "delete", "head", "options")
AT_MOST = ("maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties")
AT_LEAST = ("minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties")
Node = dict[str, Any]


class Comparison:
    """Two documents, the former and the newer."""

    def __init__(self, old: Node, new: Node) -> None:
        self.old, self.new = old, new

    def breaks(self) -> Iterator[str]:
        """Every break, in the former document's order."""
        for path, operations in self.old.get("paths", {}).items():
            there = self.new.get("paths", {}).get(path, {})
            for method in METHODS:
                if method not in operations:
                    continue
                name = f"{method.upper()} {path}"
                if method not in there:
                    yield f"{name}: removed"
                else:
                    yield from (f"{name}{found}" for found in self._operation(operations[method], there[method]))

    def _operation(self, old: Node, new: Node) -> Iterator[str]:
        if old.get("operationId") != new.get("operationId"):
            yield f": operationId {old.get('operationId')} became {new.get('operationId')}"
        if old.get("x-permission") != new.get("x-permission"):
            yield f": permission {old.get('x-permission')} became {new.get('x-permission')}"
        yield from self._parameters(old.get("parameters", []), new.get("parameters", []))
        yield from self._body(old.get("requestBody"), new.get("requestBody"))
        for status, answer in old.get("responses", {}).items():
            if status[0] in "23":
                yield from self._answer(f" {status}", answer, new.get("responses", {}).get(status))

    def _parameters(self, old: list[Node], new: list[Node]) -> Iterator[str]:
        there = {(one["in"], one["name"]): one for one in new}
        before = {(one["in"], one["name"]): one for one in old}
        for key, one in before.items():
            place = f" {key[0]} {key[1]}"
            if key not in there:
                yield f"{place}: removed"
                continue
            if there[key].get("required") and not one.get("required"):
                yield f"{place}: became required"
            yield from Covering(self.new, self.old, request=True).run(there[key]["schema"], one["schema"], place)
        for key, one in there.items():
            if key not in before and one.get("required"):
                yield f" {key[0]} {key[1]}: new and required"

    def _body(self, old: Node | None, new: Node | None) -> Iterator[str]:
        if new is None:
            if old is not None:
                yield " body: removed"
            return
        if new.get("required") and not (old and old.get("required")):
            yield " body: became required"
        for media, content in (old or {}).get("content", {}).items():
            if media not in new["content"]:
                yield f" body {media}: removed"
            else:
                covering = Covering(self.new, self.old, request=True)
                yield from covering.run(new["content"][media].get("schema", {}), content.get("schema", {}), " body")

    def _answer(self, place: str, old: Node, new: Node | None) -> Iterator[str]:
        if new is None:
            yield f"{place}: removed"
            return
        for media, content in old.get("content", {}).items():
            if media not in new.get("content", {}):
                yield f"{place} {media}: removed"
            else:
                covering = Covering(self.old, self.new, request=False)
                yield from covering.run(content.get("schema", {}), new["content"][media].get("schema", {}), place)


class Covering:
    """Whether whoever understands one schema understands everything that another describes.

    In a request the newer document understands and the former describes; in an answer it is the other way round.
    """

    def __init__(self, understands: Node, describes: Node, *, request: bool) -> None:
        self.mine, self.theirs, self.request = understands, describes, request
        self._seen: set[tuple[str, str]] = set()

    def run(self, mine: Node, theirs: Node, place: str) -> Iterator[str]:
        """What is not understood, by place."""
        pair = (str(mine.get("$ref")), str(theirs.get("$ref")))
        if "None" not in pair:
            if pair in self._seen:
                return
            self._seen.add(pair)
        ours, may_be_null = _kinds(mine, self.mine)
        those, is_null = _kinds(theirs, self.theirs)
        if is_null and not may_be_null:
            yield f"{place}: {'null is refused' if self.request else 'may be null'}"
        for one in those:
            fit = _fitting(one, ours)
            if fit is None:
                what = f"{_word(one)} is {'refused' if self.request else 'new here'}"
                yield f"{place}: {what}"
            else:
                yield from self._same_kind(fit, one, place)

    def _same_kind(self, mine: Node, theirs: Node, place: str) -> Iterator[str]:
        if mine.get("format") != theirs.get("format") and (mine.get("format") or not self.request):
            yield (
                f"{place}: format {theirs.get('format')} became {mine.get('format')}"
                if self.request
                else (f"{place}: format {mine.get('format')} became {theirs.get('format')}")
            )
        if self.request:
            yield from self._bounds(mine, theirs, place)
        if "properties" in mine or "properties" in theirs:
            yield from self._members(mine, theirs, place)
        for name, step in (("items", "*"), ("additionalProperties", "{}")):
            if isinstance(mine.get(name), dict) and isinstance(theirs.get(name), dict):
                yield from self.run(mine[name], theirs[name], f"{place}/{step}" if "/" in place else f"{place} /{step}")

    def _bounds(self, mine: Node, theirs: Node, place: str) -> Iterator[str]:
        allowed, sent = _values(mine), _values(theirs)
        if allowed is not None and sent is None:
            yield f"{place}: only {', '.join(map(str, allowed))}"
        for value in sent or ():
            if allowed is not None and value not in allowed:
                yield f"{place}: value {value} is refused"
        for name in AT_MOST:
            if name in mine and (name not in theirs or theirs[name] > mine[name]):
                yield f"{place}: {name} {theirs.get(name)} became {mine[name]}"
        for name in AT_LEAST:
            if name in mine and (theirs.get(name, 0 if name.startswith("minL") else None) or 0) < mine[name]:
                yield f"{place}: {name} {theirs.get(name)} became {mine[name]}"
        if mine.get("pattern") and mine["pattern"] != theirs.get("pattern"):
            yield f"{place}: pattern became {mine['pattern']}"

    def _members(self, mine: Node, theirs: Node, place: str) -> Iterator[str]:
        ours, those = mine.get("properties", {}), theirs.get("properties", {})
        needed, given = set(mine.get("required", ())), set(theirs.get("required", ()))
        before = f"{place}/" if "/" in place else f"{place} /"
        for name in sorted(set(ours) | set(those)):
            if name in ours and name in those:
                if name in needed and name not in given:
                    yield f"{before}{name}: {'became required' if self.request else 'is not always there'}"
                yield from self.run(ours[name], those[name], f"{before}{name}")
            elif name in ours and (not self.request or name in needed):
                yield f"{before}{name}: {'new and required' if self.request else 'removed'}"
            elif name in those and self.request and mine.get("additionalProperties") is False:
                yield f"{before}{name}: removed"


def _kinds(node: Node, document: Node) -> tuple[list[Node], bool]:
    """The kinds of value that a schema allows, references followed, and whether null is one of them."""
    while "$ref" in node:
        node = document["components"]["schemas"][node["$ref"].rpartition("/")[2]]
    found: list[Node] = []
    null = False
    several = node.get("anyOf") or node.get("oneOf")
    if several:
        for one in several:
            kinds, may_be_null = _kinds(one, document)
            found += kinds
            null |= may_be_null
        return _listed_once(found), null
    types = node.get("type")
    if isinstance(types, list):
        return [node | {"type": one} for one in types if one != "null"], "null" in types
    return ([], True) if types == "null" else ([node], False)


def _listed_once(kinds: list[Node]) -> list[Node]:
    """Alternatives of one type that only list their values are one list: a value is taken if any of them names it."""
    lists: dict[Any, list[Any]] = {}
    for one in kinds:
        if (values := _values(one)) is not None:
            lists.setdefault(one.get("type"), []).extend(values)
    if all(len(values) == 1 for values in lists.values()):
        return kinds
    rest = [one for one in kinds if _values(one) is None]
    return rest + [{"type": type, "enum": values} for type, values in lists.items()]


def _fitting(wanted: Node, among: list[Node]) -> Node | None:
    """The kind that a value of this kind would be read as."""
    if not wanted.get("type") and not wanted.get("properties"):  # whatever there is: only whatever there is takes it
        return next((one for one in among if not one.get("type")), None)
    same = [one for one in among if one.get("type") in (wanted.get("type"), None)]
    if not same and wanted.get("type") == "integer":
        same = [one for one in among if one.get("type") == "number"]
    titled = [one for one in same if one.get("title") == wanted.get("title")]
    return next(iter(titled or same), None)


def _word(node: Node) -> str:
    return str(node.get("type") or "any value")


def _values(node: Node) -> list[Any] | None:
    return [node["const"]] if "const" in node else node.get("enum")


def named(decisions: str) -> set[str]:
    """The breaks that the decisions name."""
    lines = [line for line in decisions.splitlines() if line.startswith("Breaking:")]
    return {name for line in lines for name in re.findall(r"`([^`]+)`", line)}


def unnamed(found: list[str], names: set[str]) -> list[str]:
    """Those that none of the names covers, whole or by its beginning, which is an operation or goes on into one."""
    return [one for one in found if not any(_covers(name, one) for name in names)]


def _covers(name: str, one: str) -> bool:
    method, _, place = name.partition(" ")
    if method.lower() not in METHODS or not place.startswith("/"):
        return False
    ends = r"[\s:/]" if " " in place else r"[\s:]"  # below a path stand other operations, below a field its members
    return one == name or re.match(re.escape(name) + ends, one) is not None


def _git(root: Path, *argv: str) -> str | None:
    done = subprocess.run(("git", *argv), cwd=root, capture_output=True, text=True, encoding="utf-8")
    return done.stdout if done.returncode == 0 else None


def former(root: Path) -> tuple[str, str] | None:
    """The document to compare with, and which commit it is from; nothing where the history does not hold one."""
    at_hand = (root / DOCUMENT).read_text("utf-8")
    commits = (_git(root, "log", "-2", "--format=%H", "--", DOCUMENT) or "").split()
    for commit in commits:
        text = _git(root, "show", f"{commit}:{DOCUMENT}")
        if text is not None and text != at_hand:
            return text, commit
    return None


def main(argv: list[str]) -> int:
    """Entry point; 1 where something breaks that no decision names."""
    if argv == ["--check"]:
        current = subprocess.run((sys.executable, "-m", "api.cli", "openapi", "--check"), cwd=ROOT)
        if current.returncode:
            return current.returncode
    if len(argv) == 2:
        old, new = (json.loads(Path(name).read_text("utf-8")) for name in argv)
        names, since = set[str](), argv[0]
    else:
        known = former(ROOT)
        if known is None:
            print("openapi.json: no former document in this history (a shallow clone, or the first one); not compared")
            return 0
        old, new = json.loads(known[0]), json.loads((ROOT / DOCUMENT).read_text("utf-8"))
        names, since = named((ROOT / DECISIONS).read_text("utf-8")), known[1][:10]
    found = list(dict.fromkeys(Comparison(old, new).breaks()))
    bad = unnamed(found, names)
    for one in bad:
        print(f"breaks: {one}")
    if bad:
        print(f"{len(bad)} breaks since {since}. Mend them, or name them in {DECISIONS} on a line `Breaking: `…``.")
        return 1
    print(f"openapi.json: nothing breaks since {since}" + (f"; {len(found)} named in {DECISIONS}" if found else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
