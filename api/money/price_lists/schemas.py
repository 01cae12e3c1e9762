"""Price lists over the wire."""

from __future__ import annotations

import base64
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from api.customers.customers.schemas import Class
from api.kit import apart, sheets
from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.offers import Offer
from api.kit.sheets import Form
from api.kit.text import Answer, Body, Day, Fen, Flag, Line, Name, Reason, ask, line
from api.kit.validation import Said
from api.kit.words import Words
from api.network.employees.refs import EmployeeRef

Kind = Literal["labour", "part", "call_out", "test_fee", "upgrade", "training", "software", "other"]
Status = Literal["draft", "published", "withdrawn"]
Code = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z\-/._]{0,39}$")]
BACKWARDS = Said("ends_before_start", Words("截止日不能早于开始日", "It cannot end before it starts"))
Price = Annotated[Fen, Field(le=10**10)]


class Table(str):
    """A file in base64 with the rows that it holds."""

    rows: list[list[str]]

    @classmethod
    def of(cls, text: str) -> Table:
        """Read while the command is checked, so that no transaction waits for it (house rule 2), and apart (T21)."""
        made = cls(text)
        try:
            made.rows = list(apart.read(sheets.__name__, base64.b64decode(text, validate=True)))
        except ValueError as error:
            words = getattr(error, "words", Words("内容不是 base64", "The content is not base64"))
            raise Said("unreadable", words) from error
        return made


File = Annotated[
    str,
    StringConstraints(min_length=1, max_length=1_900_000, pattern=r"^[A-Za-z0-9+/]+={0,2}$"),
    AfterValidator(Table.of),
]


class ItemIn(Body):
    """One price of a draft."""

    kind: Kind
    code: Code
    name: Line
    family: line(40) | None = None  # type: ignore[valid-type]
    model: Code | None = None
    unit: line(12)  # type: ignore[valid-type]
    unit_price_fen: Price


Items = Annotated[list[ItemIn], Field(max_length=5000)]


class PriceListsQuery(Page):
    """Which lists; `class=any` are those for every class, `on` those in force that day."""

    class_: Annotated[Literal["A", "B", "C", "any"] | None, Field(alias="class")] = None
    status: Status | None = None
    on: Day | None = None
    kind: Kind | None = None
    sort: Literal["-starts_on", "number"] = "-starts_on"


class PricesQuery(Page):
    """Prices in force for a customer or a class on a day (today if none is named); a device narrows them to its own."""

    customer_id: Id | None = None
    class_: Annotated[Class | None, Field(alias="class")] = None
    asset_id: Id | None = None
    on: Day | None = None
    q: Search = None
    kind: Kind | None = None
    sort: Literal["code"] = "code"


class ItemsQuery(Page):
    """Which prices of a list."""

    q: Search = None
    kind: Kind | None = None
    sort: Literal["position", "code"] = "position"


class PriceListCreate(Body):
    """A draft; with `from_id` it begins as a copy of that list, as its change."""

    id: Id | None = None
    name: Name
    customer_class: Class | None = None
    starts_on: Day
    ends_on: Day | None = None
    from_id: Id | None = None

    @model_validator(mode="after")
    def _forwards(self) -> PriceListCreate:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise Said(BACKWARDS.code, BACKWARDS.words)
        return self


class PriceListChange(Body):
    """Only what is sent changes."""

    name: Name | None = None
    customer_class: Class | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None


class ItemsPut(Body):
    """All prices of a draft; what is not among them is taken out."""

    items: Items


class ImportFile(Body):
    """A CSV or XLSX file in base64. Without `apply` it is only judged."""

    content: File
    apply: Flag = False


class ExportWish(Body):
    form: Form


class ChangesQuery(Body):
    """Against which list; without one, against the list that it changes, else the one in force before it."""

    against_id: Id | None = None


class Nothing(Body):
    """An act that needs no words."""


class Because(Body):
    reason: Reason = ask("原因", "Reason", kind="textarea")


# -- answers -----------------------------------------------------------------------------------------------------------
class PriceListRef(Answer):
    """A list named in another answer."""

    id: str
    number: str
    name: str
    customer_class: Class | None
    starts_on: date


class PriceRead(Answer):
    """One price in force, and the list that it is from (R62, R155)."""

    id: str
    kind: Kind
    kind_label: str
    code: str
    name: str
    family: str | None
    model: str | None
    unit: str
    unit_price_fen: int
    price_list: PriceListRef


class ItemRead(Answer):
    """One price of a list."""

    id: str
    position: int
    kind: Kind
    kind_label: str
    code: str
    name: str
    family: str | None
    model: str | None
    unit: str
    unit_price_fen: int


class PriceListRow(Answer):
    """One line of the lists. `holds_until` is the last day on which it is the one in force."""

    id: str
    version: int
    number: str
    name: str
    customer_class: Class | None
    starts_on: date
    ends_on: date | None
    holds_until: date | None
    status: Status
    status_label: str
    in_force: bool
    items: int
    created_at: datetime
    published_at: datetime | None


class KindCount(Answer):
    kind: Kind
    kind_label: str
    items: int


class PriceListRead(PriceListRow):
    """A list with what it follows and what follows it; its prices are a list of their own."""

    kinds: list[KindCount]
    supersedes: PriceListRef | None
    superseded_by: PriceListRef | None
    created_by: EmployeeRef | None
    published_by: EmployeeRef | None
    withdrawn_at: datetime | None
    withdrawn_reason: str | None
    offered: list[Offer]


class Change(Answer):
    """A price that differs; null where it is missing on that side."""

    code: str
    name: str
    kind: Kind
    kind_label: str
    unit: str
    former_fen: int | None
    new_fen: int | None


class Changes(Answer):
    """What is different from the other list; `against` is null where there is none."""

    against: PriceListRef | None
    items: list[Change]


class RowFinding(Answer):
    """What is wrong in one line of a file, counted as spreadsheets do."""

    line: int
    column: str | None
    code: str
    detail: str


class ImportReport(Answer):
    """What a file would do, or did: all of it or nothing. `version` is the list's own."""

    version: int
    rows: int
    added: int
    changed: int
    unchanged: int
    removed: int
    errors: list[RowFinding]
    applied: bool
