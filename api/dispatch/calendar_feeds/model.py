"""Secret addresses of calendars."""

from datetime import datetime

from sqlmodel import SQLModel

from api.kit import columns as c


class CalendarFeed(SQLModel, table=True):
    """The address of one person's calendar; of its secret part only the hash is kept. Without one it is revoked."""

    __tablename__ = "calendar_feed"
    __table_args__ = ({"info": {"station": "station_id", "own": ("employee_id",)}},)
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    station_id: str = c.ref("station.id")
    employee_id: str = c.ref("employee.id", index=False, unique=True)
    account_id: str = c.ref("account.id", index=False)
    secret_hash: str | None = c.text(64, null=True, of="secret", unique=True)
    made_at: datetime = c.when(null=False)
    revoked_at: datetime | None = c.when()
