"""A small demo made by the product itself."""
