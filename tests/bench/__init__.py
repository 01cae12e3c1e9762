"""`make bench`: the API beside fair and raw routes doing the same work, in one run, on both databases."""
