"""Telephony: exchanges that tell us of calls, agents who are there for them, and what exchanges are asked to do."""
