"""Lists taken out as files: the list's own query, in its asker's name, written by a job."""
