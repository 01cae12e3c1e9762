"""Refusals of the stock ledger."""

from api.kit.problems import Problem
from api.kit.words import Words


class StockShort(Problem):
    """`short` names part, place, what was wanted and what is available."""

    slug, status = "stock-short", 409
    title = Words("库存不够", "Not enough in stock")


class SerialElsewhere(Problem):
    """`serials` names the pieces that are not where they are wanted."""

    slug, status = "serial-elsewhere", 409
    title = Words("这个序列号不在那里", "That serial number is not there")


class OrderClosed(Problem):
    slug, status = "order-closed", 409
    title = Words("这张单已经结束，不能再发备件", "The order is over; no part is issued for it any more")
