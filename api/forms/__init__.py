"""Forms, checklists and question sets that a station may define itself, and what is written into them (D49)."""
