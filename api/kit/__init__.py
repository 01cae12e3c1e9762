"""What every room stands on and what knows nothing of the trade: database, clock, ids, problems, workflow, lists."""
