"""What a customer consented to: who, how, when, to which exact version, up to how much (R50, R154, R177)."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit import schema

WAYS = ("signature", "call", "message", "counter")


class Consent(SQLModel, table=True):
    """A consent, written once. `adds_fen` is by how much it raises the ceiling of the case.

    That is the whole ceiling for a first or a supplementary quote, and the difference where the quote comes in the place
    of one consented to before. The database checks that the quote stands offered with this very fingerprint, and raises
    the account of the case itself.
    """

    __tablename__ = "consent"
    __table_args__ = (
        CheckConstraint(f"way IN {WAYS}", name="way"),
        CheckConstraint("ceiling_fen >= 0 AND adds_fen <= ceiling_fen", name="adds_within_ceiling"),
        {"info": {"station": "station_id", "own": ("recorded_by_id",)}},
    )
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    case_id: str = c.ref("service_request.id")
    station_id: str = c.ref("station.id", index=False)
    quote_id: str = c.ref("quote.id", unique=True, index=False)
    quote_fingerprint: str = c.text(64)
    ceiling_fen: int = c.fen()
    adds_fen: int = c.fen()
    given_by: str = c.text(80, of="personal")
    way: str = c.text(10)
    call_id: str | None = c.ref("call.id", null=True)
    attachment_id: str | None = c.id_of(null=True)
    occurred_at: datetime = c.when(null=False)
    recorded_by_id: str | None = c.ref("employee.id", null=True, index=False)


schema.append_only("consent")
_UNMATCHED = "a consent is to an offered quote as it stands"
_OFFERED = (
    "SELECT 1 FROM quote WHERE id = NEW.quote_id AND case_id = NEW.case_id AND status = 'offered' "
    "AND fingerprint = NEW.quote_fingerprint AND NEW.ceiling_fen >= total_fen"
)
_ACCOUNT = (
    "INSERT INTO case_account (case_id, station_id, consented_fen, billed_fen) "
    "VALUES (NEW.case_id, NEW.station_id, 0, 0) ON CONFLICT (case_id) DO NOTHING; "
    "UPDATE case_account SET consented_fen = consented_fen + NEW.adds_fen WHERE case_id = NEW.case_id;"
)
schema.extra(
    sqlite=(
        f"CREATE TRIGGER IF NOT EXISTS consent_to_offer BEFORE INSERT ON consent WHEN NOT EXISTS ({_OFFERED}) "
        f"BEGIN SELECT RAISE(ABORT, '{_UNMATCHED}'); END",
        f"CREATE TRIGGER IF NOT EXISTS consent_raises AFTER INSERT ON consent BEGIN {_ACCOUNT} END",
    ),
    postgresql=(
        "CREATE OR REPLACE FUNCTION consent_to_offer() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN IF NOT EXISTS ({_OFFERED}) THEN RAISE EXCEPTION USING MESSAGE = '{_UNMATCHED}', ERRCODE = '23514'; "
        "END IF; RETURN NEW; END $$",
        "CREATE OR REPLACE TRIGGER consent_to_offer BEFORE INSERT ON consent "
        "FOR EACH ROW EXECUTE FUNCTION consent_to_offer()",
        "CREATE OR REPLACE FUNCTION consent_raises() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN {_ACCOUNT} RETURN NULL; END $$",
        "CREATE OR REPLACE TRIGGER consent_raises AFTER INSERT ON consent FOR EACH ROW EXECUTE FUNCTION consent_raises()",
    ),
)
