"""Step 4, check and improve: telephone follow-up, on which the case's end depends (R9)."""
