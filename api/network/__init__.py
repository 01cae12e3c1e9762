"""What the service network consists of: stations, employees, skills, shifts, calendars, bookings."""
