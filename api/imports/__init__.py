"""Real input from elsewhere: a CSV is read through a mapping file, judged row by row, and written as cases with history."""
