"""Step 3, do the work: orders. The dispatcher's acts on them live in `dispatch`, one room later."""
