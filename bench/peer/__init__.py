"""A stock Oscar shop, set up by the bench in a virtual environment of its own."""
