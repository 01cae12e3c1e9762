"""Webhooks: addresses of integrations that are told of facts as they happen (Standard Webhooks)."""
