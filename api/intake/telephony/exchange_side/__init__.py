"""The other side of the signed doors: a sender, a simulator, and an adapter for Asterisk. They know the API, not the database."""
