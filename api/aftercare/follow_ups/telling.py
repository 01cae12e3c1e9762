"""What the rooms below may ask of follow-ups: each registers a question there, answered here, called once at import."""

from api.access import scope
from api.aftercare.follow_ups import queries
from api.aftercare.follow_ups.model import FollowUp
from api.customers.customers.merging import moves
from api.customers.relations import figures
from api.intake.service_requests import queries as cases
from api.work.work_orders import answers as orders

moves(FollowUp)
figures.tell_opinions(queries.opinions_of)
cases.attach("follow_up", queries.of_case)
orders.attach("follow_up", queries.of_order)
scope.owned_also("customer", queries.customers_to_call)
