"""Clients that public generators make of the API's document, and the four steps walked by each."""
