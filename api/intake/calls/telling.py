"""What the rooms below may ask of calls."""

from __future__ import annotations

from api.customers.contact_log import service as contact_log
from api.intake.calls import queries

contact_log.seen_call(queries.is_seen)
