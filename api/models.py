"""Imports every table, so that migrations, tests and benchmarks see the whole database."""

from api.access import model as access
from api.aftercare.follow_ups import model as follow_ups
from api.customers.assets import model as assets
from api.customers.care_messages import model as care_messages
from api.customers.contact_log import model as contact_log
from api.customers.contracts import model as contracts
from api.customers.customers import model as customers
from api.customers.key_accounts import model as key_accounts
from api.customers.products import model as products
from api.customers.relations import model as relations
from api.customers.reminders import model as reminders
from api.dispatch.appointments import model as appointments
from api.dispatch.calendar_feeds import model as calendar_feeds
from api.events import model as events
from api.events.webhook_deliveries import model as webhook_deliveries
from api.events.webhooks import model as webhooks
from api.exports import model as exports
from api.field.conflicts import model as conflicts
from api.field.devices import model as devices
from api.field.held_commands import model as held_commands
from api.field.sealed_queues import model as sealed_queues
from api.files.attachments import model as attachments
from api.forms.entries import model as entries
from api.forms.templates import model as templates
from api.imports.runs import model as imports
from api.intake.calls import model as calls
from api.intake.consultations import model as consultations
from api.intake.knowledge_articles import model as knowledge_articles
from api.intake.phrases import model as phrases
from api.intake.service_requests import model as service_requests
from api.intake.telephony import model as telephony
from api.kit import idempotency, jobs, leases, numbering, search
from api.kit.db import metadata
from api.money.case_accounts import model as case_accounts
from api.money.cash_handovers import model as cash_handovers
from api.money.consents import model as consents
from api.money.invoices import model as invoices
from api.money.ledger import model as ledger
from api.money.payments import model as payments
from api.money.price_lists import model as price_lists
from api.money.quotes import model as quotes
from api.money.refunds import model as refunds
from api.money.settlement_bills import model as settlement_bills
from api.network.bookable_resources import model as bookable_resources
from api.network.bookings import model as bookings
from api.network.calendars import model as calendars
from api.network.clocks import model as clocks
from api.network.employees import model as employees
from api.network.leave_requests import model as leave_requests
from api.network.settings import model as settings
from api.network.shift_swaps import model as shift_swaps
from api.network.shifts import model as shifts
from api.network.stations import model as stations
from api.paper.documents import model as documents
from api.parts.catalogue import model as parts
from api.parts.counts import model as stock_counts
from api.parts.exceptions import model as stock_exceptions
from api.parts.places import model as stock_places
from api.parts.reservations import model as stock_reservations
from api.parts.stock import model as stock
from api.parts.transfers import model as stock_transfers
from api.work.work_orders import model as work_orders

__all__ = [
    "access", "appointments", "assets", "attachments", "bookable_resources", "bookings", "calendar_feeds", "calendars", "calls",
    "care_messages", "case_accounts", "cash_handovers", "clocks", "conflicts", "consents", "consultations",
    "contact_log", "contracts", "customers", "devices", "documents", "employees", "entries", "events", "exports", "follow_ups",
    "held_commands", "idempotency", "imports", "invoices", "jobs", "key_accounts", "knowledge_articles", "leases",
    "leave_requests", "ledger", "metadata", "numbering", "parts", "payments", "phrases", "price_lists", "products",
    "quotes", "refunds", "relations", "reminders", "sealed_queues", "search", "service_requests", "settings",
    "settlement_bills", "shift_swaps", "shifts", "stations", "stock", "stock_counts", "stock_exceptions",
    "stock_places", "stock_reservations", "stock_transfers", "telephony", "templates", "webhook_deliveries", "webhooks",
    "work_orders",
]  # fmt: skip
