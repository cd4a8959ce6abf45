"""Tools of the workshop, not of the market."""
