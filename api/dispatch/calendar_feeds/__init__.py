"""One's own work as a calendar that other programs subscribe to, behind a secret address."""
