"""Working calendars: the hours a station works, its holidays, and the time promised in working hours."""
