"""Accounts, sessions, posts (who holds which role where and when), clients, throttles."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from api.kit import columns as c


class Account(SQLModel, table=True):
    """A person's sign-in. The password is an Argon2id hash; an account without one waits for its reset code."""

    __tablename__ = "account"
    __table_args__ = ({"info": {"station": "station_id", "own": ("employee_id",)}},)
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    account: str = c.text(60, unique=True)
    name: str = c.text(80, of="staff")
    employee_id: str | None = c.id_of(null=True, index=True)
    station_id: str | None = c.id_of(null=True)
    password_hash: str | None = c.text(200, null=True, of="secret")
    locale: str = c.text(8)
    active: bool = c.flag()
    demo: bool = c.flag()
    reset_hash: str | None = c.text(64, null=True, of="secret")
    reset_ends_at: datetime | None = c.when()


class Post(SQLModel, table=True):
    """A role held by an employee at a station from one day to another (both included); the source of all rights."""

    __tablename__ = "post"
    __table_args__ = (CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),)
    id: str = c.key()
    employee_id: str = c.id_of(index=True)
    role: str = c.text(30)
    station_id: str = c.id_of(index=True)
    starts_on: date = c.day(null=False)
    ends_on: date | None = c.day()


class Session(SQLModel, table=True):
    """One signed-in device: the family of its refresh tokens, of which only hashes are kept."""

    __tablename__ = "session"
    id: str = c.key()
    account_id: str = c.ref("account.id")
    created_at: datetime = c.when(null=False)
    used_at: datetime = c.when(null=False)
    ends_at: datetime = c.when(null=False)
    ended_at: datetime | None = c.when()
    end_reason: str | None = c.text(30, null=True)
    client_type: str = c.text(10)
    refresh_hash: str = c.text(64, of="secret")
    former_hash: str | None = c.text(64, null=True, of="secret")
    rotated_at: datetime | None = c.when()
    successor: str | None = c.text(200, null=True, of="secret")
    """The successor of the former token, sealed, so that a lost reply can be repeated for 60 s."""
    address: str = c.text(60, of="personal")
    agent: str = c.text(200, of="personal")


class ApiClient(SQLModel, table=True):
    """An integration: its secrets are hashed, its rights are permissions at stations until a day, from named networks."""

    __tablename__ = "api_client"
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    name: str = c.text(80)
    scopes: list[str] = c.data()
    station_ids: list[str] = c.data()
    secret_hash: str = c.text(64, of="secret")
    former_hash: str | None = c.text(64, null=True, of="secret")
    former_ends_at: datetime | None = c.when()
    ends_at: datetime = c.when(null=False)
    active: bool = c.flag()
    used_at: datetime | None = c.when()
    created_by_id: str = c.id_of()
    purpose: str | None = c.text(200, null=True)
    addresses: list[str] | None = c.data(null=True)
    """Networks from which it may come (`203.0.113.0/24`); null is anywhere, an empty list nowhere."""
    per_minute: int = c.integer(default=600, server_default="600")
    """Requests that it may make in a minute, whatever the number of replicas."""
    approval: str = c.text(8, default="none", server_default="none")
    """Of what shows whole numbers: nothing asked for, waiting for headquarters, or approved."""
    asked_by_ids: list[str] = c.data(default=list, server_default="[]")
    """Who changed it to ask for more: like its registrar, none of them approves."""
    approved_by_id: str | None = c.id_of(null=True)
    approved_at: datetime | None = c.when()


class ApiClientUse(SQLModel, table=True):
    """How often an integration came on a day (UTC), and how often it was told to wait."""

    __tablename__ = "api_client_use"
    client_id: str = c.ref("api_client.id", index=False, primary_key=True)
    day: date = c.day(null=False, primary_key=True)
    requests: int = c.integer()
    refused: int = c.integer()
    last_at: datetime = c.when(null=False)


class Throttle(SQLModel, table=True):
    """Counts of tries per key and window, shared by replicas (T16)."""

    __tablename__ = "throttle"
    __table_args__ = (Index("ix_throttle_ends", "ends_at"),)
    key: str = c.text(120, primary_key=True)
    count: int = c.integer()
    ends_at: datetime = c.when(null=False)


class DemoMark(SQLModel, table=True):
    """One row exists if the database was filled by the demo: it stays marked for ever (T29)."""

    __tablename__ = "demo_mark"
    id: int = c.integer(primary_key=True)
    made_at: datetime = c.when(null=False)
