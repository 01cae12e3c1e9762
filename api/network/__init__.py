"""Stations, employees, calendars, bookings, clocks and settings: where the work happens, by whom and until when."""
