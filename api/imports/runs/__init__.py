"""Imports through the API and the page: a file is judged whole before anything is written, and written when confirmed."""
