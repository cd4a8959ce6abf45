"""Oscar's analytics without its counters: they cost statements and fail under load."""
