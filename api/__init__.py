"""Sibu (四步): the after-sales service system. Start reading at `main.py`, then `routes.py`."""
