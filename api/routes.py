"""Every router in reading order: the one place where a resource is switched on."""

from fastapi import APIRouter

from api import problems_router, reactions
from api.access.accounts import router as accounts
from api.access.api_clients import router as api_clients
from api.access.demo import router as demo
from api.access.me import router as me
from api.access.own_password import router as own_password
from api.access.roles import router as roles
from api.access.sessions import router as sessions
from api.aftercare.follow_ups import router as follow_ups
from api.customers.assets import router as assets
from api.customers.care_messages import router as care_messages
from api.customers.contact_log import router as customer_contacts
from api.customers.contacts import router as contacts
from api.customers.contracts import router as contracts
from api.customers.customers import router as customers
from api.customers.entitlements import router as entitlements
from api.customers.finder import router as finder
from api.customers.key_accounts import router as key_accounts
from api.customers.products import router as products
from api.customers.relations import router as customer_relations
from api.customers.reminders import router as customer_reminders
from api.customers.sites import router as sites
from api.dispatch.appointments import router as appointments
from api.dispatch.board import router as board
from api.dispatch.calendar_feeds import router as calendar_feeds
from api.dispatch.candidates import router as candidates
from api.dispatch.slots import router as time_slots
from api.events import router as events
from api.events import timelines
from api.events.webhook_deliveries import router as webhook_deliveries
from api.events.webhooks import router as webhooks
from api.exports import router as exports
from api.field.bundle import router as field_bundle
from api.field.conflicts import router as conflicts
from api.field.crew import router as field_crew
from api.field.devices import router as devices
from api.field.held_commands import router as held_commands
from api.field.sealed_photos import router as sealed_photos
from api.field.sealed_queues import router as sealed_queues
from api.files.attachments import router as attachments
from api.files.uploads import router as uploads
from api.forms import network as _subjects  # tells forms of stations and people
from api.forms.entries import router as entries
from api.forms.templates import router as templates
from api.imports.runs import router as imports
from api.intake.callers import router as callers
from api.intake.calls import router as calls
from api.intake.consultations import router as consultations
from api.intake.knowledge_articles import router as knowledge_articles
from api.intake.phrases import router as phrases
from api.intake.service_requests import router as service_requests
from api.intake.telephony.events import router as telephony_events
from api.intake.telephony.exchanges import router as telephony_exchanges
from api.intake.telephony.extensions import router as extensions
from api.intake.telephony.legs import router as call_legs
from api.intake.telephony.presences import router as presences
from api.intake.telephony.requests import router as telephony_requests
from api.money import telling as _money  # tells intake what was collected and handed in
from api.money.cash_days import router as cash_days
from api.money.cash_handovers import router as cash_handovers
from api.money.invoices import router as invoices
from api.money.payments import router as payments
from api.money.price_lists import router as price_lists
from api.money.quotes import router as quotes
from api.money.receivables import router as receivables
from api.money.refunds import router as refunds
from api.money.settlement_bills import router as settlement_bills
from api.network import queries as _network  # tells access and events who works here and where
from api.network.bookable_resources import router as bookable_resources
from api.network.bookings import router as bookings
from api.network.calendars import router as calendars
from api.network.employees import router as employees
from api.network.leave_requests import router as leave_requests
from api.network.settings import router as settings
from api.network.shift_swaps import router as shift_swaps
from api.network.shifts import router as shifts
from api.network.stations import router as stations
from api.paper.boards import router as boards
from api.paper.documents import router as documents
from api.paper.reports import router as reports
from api.parts.catalogue import router as parts
from api.parts.counts import router as stock_counts
from api.parts.exceptions import router as stock_exceptions
from api.parts.movements import router as stock_movements
from api.parts.places import router as stock_places
from api.parts.reservations import router as stock_reservations
from api.parts.stock import router as stock
from api.parts.transfers import router as stock_transfers
from api.work.work_orders import router as work_orders

timelines.tell(service_requests.resource, "service_request", case=True)
for told, subject in (
    (accounts, "account"),
    (api_clients, "api_client"),
    (appointments, "appointment"),
    (assets, "asset"),
    (bookable_resources, "bookable_resource"),
    (call_legs, "call_leg"),
    (calls, "call"),
    (care_messages, "care_message"),
    (cash_days, "cash_day"),
    (cash_handovers, "cash_handover"),
    (consultations, "consultation"),
    (conflicts, "conflict"),
    (contracts, "contract"),
    (customers, "customer"),
    (devices, "device"),
    (employees, "employee"),
    (exports, "export"),
    (imports, "import"),
    (parts, "part"),
    (held_commands, "held_command"),
    (invoices, "invoice"),
    (knowledge_articles, "knowledge_article"),
    (key_accounts, "key_account"),
    (leave_requests, "leave_request"),
    (payments, "payment"),
    (phrases, "phrase"),
    (extensions, "extension"),
    (presences, "presence"),
    (price_lists, "price_list"),
    (products, "product"),
    (quotes, "quote"),
    (settlement_bills, "settlement_bill"),
    (shift_swaps, "shift_swap"),
    (shifts, "shift"),
    (stations, "station"),
    (templates, "template"),
    (stock_counts, "stock_count"),
    (stock_exceptions, "stock_exception"),
    (stock_movements, "stock_movement"),
    (stock_places, "stock_place"),
    (stock_reservations, "stock_reservation"),
    (stock_transfers, "stock_transfer"),
    (telephony_exchanges, "telephony_exchange"),
    (webhooks, "webhook"),
):
    timelines.tell(told.resource, subject)
timelines.tell(customer_reminders.resource, "customer_reminder", rights_of="customer-contacts")
timelines.tell(refunds.resource, "refund", rights_of="payments")

ROUTERS: tuple[APIRouter, ...] = (
    problems_router.router,
    # people and machines that call
    sessions.router,
    own_password.router,
    me.router,
    demo.router,
    roles.router,
    accounts.router,
    api_clients.router,
    # what happened
    events.router,
    webhooks.router,
    webhook_deliveries.router,
    # the network
    stations.router,
    employees.router,
    employees.skills_router,
    calendars.router,
    bookings.router,
    bookable_resources.router,
    shifts.router,
    shifts.attendance_router,
    shifts.grid_router,
    shift_swaps.router,
    shift_swaps.partners_router,
    leave_requests.router,
    settings.router,
    # forms and what is written in them
    templates.router,
    templates.versions_router,
    entries.router,
    # files
    uploads.router,
    attachments.router,
    # customers and what they have
    finder.router,
    customers.router,
    contacts.router,
    sites.router,
    products.router,
    assets.router,
    contracts.router,
    entitlements.router,
    customer_relations.router,
    customer_contacts.router,
    customer_reminders.router,
    care_messages.router,
    care_messages.consents_router,
    key_accounts.router,
    # step 1, understand the need
    callers.router,
    calls.router,
    call_legs.router,
    extensions.router,
    presences.router,
    presences.line_router,
    telephony_events.router,
    telephony_requests.router,
    telephony_exchanges.router,
    service_requests.router,
    consultations.router,
    phrases.router,
    knowledge_articles.router,
    knowledge_articles.versions_router,
    # what it costs
    price_lists.router,
    quotes.router,
    # step 2, choose the way; step 3, do the work
    board.router,
    appointments.router,
    time_slots.router,
    calendar_feeds.router,
    calendar_feeds.feeds_router,
    candidates.router,
    work_orders.router,
    # parts and where they lie
    parts.router,
    stock_places.router,
    stock.router,
    stock_movements.router,
    stock_reservations.router,
    stock_transfers.router,
    stock_counts.router,
    stock_exceptions.router,
    # money: bills, what is collected, who holds it, what is owed
    settlement_bills.router,
    invoices.router,
    payments.router,
    payments.demo_router,
    refunds.router,
    cash_handovers.router,
    cash_days.router,
    receivables.router,
    # step 4, check and improve
    follow_ups.router,
    # phones: what they are given, what they sent, what a person decides
    devices.router,
    field_bundle.router,
    field_crew.router,
    held_commands.router,
    conflicts.router,
    sealed_photos.router,
    sealed_queues.router,
    # papers and boards
    documents.router,
    boards.router,
    reports.router,
    # lists taken out, files brought in
    exports.router,
    exports.files_router,
    imports.router,
    imports.files_router,
)
assert _money
assert _network
assert _subjects
assert reactions
