"""Customers, their people, places and devices, and what each is entitled to."""
